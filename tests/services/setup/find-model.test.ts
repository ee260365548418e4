import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { parseConfig } from '../../../src/config/config.ts';
import { choicesOf } from '../../../src/services/setup/choices.ts';
import { findModels, tryModel } from '../../../src/services/setup/find-model.ts';
import { renderConfiguration } from '../../../src/services/setup/write-files.ts';
import { startFakeModelServer } from '../../fakes/fake-model-server.ts';

async function serverThatSays(body: string, status = 200): Promise<string> {
  const server = createServer((_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => void server.close(() => resolve())));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('finds the models that a server offers', async () => {
  const server = await serverThatSays('{"object":"list","data":[{"id":"small:3b"},{"id":"large:70b"}]}');
  expect(await findModels(server)).toEqual([
    { name: 'small:3b', url: `${server}/v1` },
    { name: 'large:70b', url: `${server}/v1` },
  ]);
});

test('finds none where nothing listens, or something else does', async () => {
  expect(await findModels('http://127.0.0.1:9')).toEqual([]);
  expect(await findModels(await serverThatSays('<html>'))).toEqual([]);
  expect(await findModels(await serverThatSays('{"models":[]}'))).toEqual([]);
  expect(await findModels(await serverThatSays('{"data":[]}', 404))).toEqual([]);
});

test('tries a model once', async () => {
  const server = await startFakeModelServer();
  onTestFinished(() => server.stop());
  server.behave = () => ({ kind: 'text', text: '{"answer":"ready"}' });
  expect(await tryModel({ name: 'small:3b', url: server.url })).toMatch(/^small:3b answered in/);
  server.behave = () => ({ kind: 'status', status: 404 });
  expect(await tryModel({ name: 'small:3b', url: server.url })).toMatch(/no usable answer/);
});

test('writes it into the configuration', () => {
  const choices = choicesOf({}, { languages: ['en'], zone: 'Europe/Berlin', env: {} });
  const model = { name: 'small:3b', url: 'http://127.0.0.1:11434/v1' };
  const text = renderConfiguration({ ...choices, model }, { feeds: ['rss-en-all'], schema: 'x.json' });
  expect(parseConfig(text, 'a test').model).toMatchObject({ provider: 'openai-compatible', ...model });
});
