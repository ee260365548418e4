import { expect, onTestFinished, test } from 'vitest';
import { describeTest, shortcomings, testModel } from '../../src/cli/model-test/test-model.ts';
import { parseConfig } from '../../src/config/config.ts';
import { openModel } from '../../src/models/open-model.ts';
import { startFakeModelServer } from '../fakes/fake-model-server.ts';
import { knowTheSample } from './know-the-sample.ts';

async function testServer(behave: Awaited<ReturnType<typeof startFakeModelServer>>['behave']) {
  const server = await startFakeModelServer();
  onTestFinished(() => server.stop());
  server.behave = behave;
  const settings = parseConfig(
    `model: { provider: openai-compatible, name: fake, url: "${server.url}", answerSeconds: 60 }`,
    'a test',
  ).model;
  const opened = await openModel(settings, undefined);
  if (!opened) throw new Error('no model');
  onTestFinished(() => opened.stop());
  const result = await testModel(opened.model, settings, AbortSignal.timeout(600_000));
  return { result, problems: shortcomings(result, 600), calls: server.calls.length };
}

test('a model that knows the answers is good enough, one that always answers is not', async () => {
  const knowing = await testServer(knowTheSample);
  expect(knowing.result.model.refused).toBeGreaterThanOrEqual(9);
  expect(knowing.result.model.answered).toBeGreaterThanOrEqual(9);
  expect(knowing.problems).toEqual([]);
  expect(describeTest(knowing.result)).toMatch(
    /^openai-compatible:fake: \d+ of 10 answered, \d+ of 10 rightly refused/,
  );
  const agreeing = await testServer(() => ({ kind: 'text', text: '{"answered":"yes","sentences":[1]}' }));
  expect(agreeing.problems.join()).toMatch(/it answers \d+ of 10 questions that nothing answers/);
});

test('a model that fails is not asked to the end, and is not good enough', async () => {
  const { result, problems, calls } = await testServer(() => ({ kind: 'status', status: 500 }));
  expect(calls).toBe(3);
  expect(result.model).toEqual(result.words);
  expect(problems.join()).toMatch(/20 of 20 choices failed \(the provider answered with status 500\)/);
});
