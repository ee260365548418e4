import { expect, test } from 'vitest';
import { ratioOf } from '../../bench/lib/figure.ts';
import { runSuite } from '../../bench/lib/run-suite.ts';
import type { BenchReport } from '../../bench/suite.ts';
import { runCli } from './run-cli.ts';

const context = { quick: true, folder: '/nowhere', say: () => undefined, limitSeconds: 60 };

test('measures the steps asked for, each beside a yardstick of the same run', async () => {
  const { out, code } = await runCli(['bench', '--quick', '--json', '--only', 'extract', 'group']);
  expect(code).toBe(0);
  const report = JSON.parse(out) as BenchReport;
  expect(report.gaps).toEqual([]);
  expect(new Set(report.figures.map(({ step }) => step))).toEqual(new Set(['extract', 'group']));
  for (const figure of report.figures) expect(ratioOf(figure)).toBeGreaterThan(0);
});

test('says which steps there are', async () => {
  const { err, code } = await runCli(['bench', '--only', 'speed']);
  expect(code).toBe(1);
  expect(err).toContain('"speed" is no step; there are poll, extract');
});

test('a step that fails or comes too late is a gap with its reason, and the others are measured', async () => {
  const figure = { step: 'b', what: 'something', value: 1, unit: 'MB' };
  const steps = { a: () => Promise.reject(new Error('no disk')), b: async () => [figure] };
  const { figures, gaps } = await runSuite({ ...context, steps });
  expect(figures).toEqual([figure]);
  expect(gaps).toEqual([{ step: 'a', reason: expect.stringContaining('no disk') }]);
  const late = await runSuite({ ...context, steps, limitSeconds: -1 });
  expect(late.figures).toEqual([]);
  expect(late.gaps.map(({ reason }) => reason)).toEqual(
    ['a', 'b'].map((step) => expect.stringContaining(`--only ${step}`)),
  );
});
