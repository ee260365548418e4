import { MockLanguageModelV4 } from 'ai/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { createModelFetch, createSdkTextModel } from '../../src/models/open-model.ts';
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

const schema = z.object({ answer: z.string() });
const request = {
  instructions: 'Answer.',
  input: 'What?',
  schema,
  maxOutputTokens: 50,
  signal: AbortSignal.timeout(5_000),
};

function mock(text: string, totalKnown = true): MockLanguageModelV4 {
  const count = (total: number) => ({ total: totalKnown ? total : undefined });
  return new MockLanguageModelV4({
    doGenerate: async () => ({
      content: [{ type: 'text', text }],
      finishReason: { unified: 'stop', raw: 'stop' },
      usage: {
        inputTokens: { ...count(7), noCache: undefined, cacheRead: undefined, cacheWrite: undefined },
        outputTokens: { ...count(5), text: undefined, reasoning: undefined },
      },
      warnings: [],
    }),
  });
}

test('asks for the form, at temperature 0, without tools, instructions apart from data', async () => {
  const model = mock('{"answer":"yes"}');
  const text = await createSdkTextModel('mock:one', model);
  expect(await text.write(request)).toEqual({ value: { answer: 'yes' }, tokens: 12 });
  const [call] = model.doGenerateCalls;
  expect(call).toMatchObject({ temperature: 0, maxOutputTokens: 50, responseFormat: { type: 'json' } });
  expect(call?.tools ?? []).toEqual([]);
  expect(call?.prompt.map(({ role }) => role)).toEqual(['system', 'user']);
});

test('estimates where the provider counts nothing', async () => {
  const text = await createSdkTextModel('mock:one', mock('{"answer":"yes"}', false));
  expect((await text.write(request)).tokens).toBeGreaterThan(5);
});

test('throws where the answer is of another form', async () => {
  const text = await createSdkTextModel('mock:one', mock('{"other":1}'));
  await expect(text.write(request)).rejects.toThrow();
});
