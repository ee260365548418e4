import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { describeTest, shortcomings, testModel } from '../../src/cli/model-test/test-model.ts';
import { bench } from '../../src/cli/verbs/bench.ts';
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

test('`bench --only answers --model` measures the configured model and says whether it is good enough', async () => {
  const server = await startFakeModelServer();
  server.behave = knowTheSample;
  const folder = mkdtempSync(join(tmpdir(), 'kurzwelle-'));
  const path = join(folder, 'kurzwelle.yaml');
  const settings = `provider: openai-compatible, name: fake, url: "${server.url}", answerSeconds: 60`;
  writeFileSync(path, `model: { ${settings} }\n`);
  vi.stubEnv('KURZWELLE_CONFIG', path);
  const print = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  onTestFinished(async () => {
    print.mockRestore();
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
    await server.stop();
  });
  await bench({ only: ['answers'], model: true });
  expect(print.mock.calls.join()).toMatch(/fake: \d+ of 10 answered, \d+ of 10 rightly refused.*\nGood enough\./s);
});
