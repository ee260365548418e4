import { afterAll, beforeAll, expect, test } from 'vitest';
import { createModelFetch } from '../../src/models/model-fetch.ts';
import { type FakeModelServer, startFakeModelServer } from '../fakes/fake-model-server.ts';

let server: FakeModelServer;
beforeAll(async () => {
  server = await startFakeModelServer();
});
afterAll(() => server.stop());

test('reaches the configured host, private as it may be, and no other', async () => {
  server.behave = () => ({ kind: 'text', text: 'yes' });
  const way = createModelFetch(server.url);
  const init = { method: 'POST', body: '{"messages":[]}' };
  expect((await way.fetch(`${server.url}/chat/completions`, init)).status).toBe(200);
  await expect(way.fetch('http://127.0.0.1:9/v1', init)).rejects.toMatchObject({ kind: 'blocked' });
  await expect(way.fetch('https://example.org/v1', init)).rejects.toMatchObject({ kind: 'blocked' });
  await way.stop();
});
