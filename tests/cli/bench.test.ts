import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { benchTable } from '../../bench/lib/bench-table.ts';
import { NotMeasured, ratioOf, type SuiteContext } from '../../bench/lib/figure.ts';
import { measureApart } from '../../bench/lib/measure-apart.ts';
import { runSuite } from '../../bench/lib/run-suite.ts';
import type { BenchReport } from '../../bench/suite.ts';
import { runCli } from './run-cli.ts';

const context = { quick: true, folder: '/nowhere', say: () => undefined, limitSeconds: 60 };

test('measures the steps asked for, each beside a yardstick of the same run', async () => {
  const { out, code } = await runCli(['bench', '--quick', '--json', '--only', 'extract', 'group']);
  expect(code).toBe(0);
  const report = JSON.parse(out) as BenchReport;
  expect(report.gaps).toEqual([]);
  expect(report).toMatchObject({ kind: 'bench', isQuick: true, steps: ['extract', 'group'], seeds: { news: 9 } });
  expect(report.machine).toContain(`Node ${process.versions.node}`);
  expect(new Set(report.figures.map(({ step }) => step))).toEqual(new Set(['extract', 'group']));
  for (const figure of report.figures) expect(ratioOf(figure)).toBeGreaterThan(0);
});

test('says which steps there are', async () => {
  const { err, code } = await runCli(['bench', '--only', 'speed']);
  expect(code).toBe(1);
  expect(err).toContain('Unknown step "speed". Use poll, extract');
});

test('a step that fails or comes too late is a gap with its reason, and the others are measured', async () => {
  const figure = { step: 'b', what: 'something', value: 1, unit: 'MB' };
  const steps = { a: () => Promise.reject(new Error('no disk')), b: async () => [figure] };
  const { figures, gaps } = await runSuite({ ...context, steps });
  expect(figures).toEqual([figure]);
  expect(gaps).toEqual([{ step: 'a', reason: expect.stringContaining('no disk') }]);
});

test('when the time is over the step at work is stopped, and the rest is named with the way to run it', async () => {
  const steps = {
    a: ({ signal }: SuiteContext) => new Promise<never>((_, reject) => signal.addEventListener('abort', reject)),
    b: async () => [],
  };
  const { figures, gaps } = await runSuite({ ...context, steps, limitSeconds: 0.05 });
  expect(figures).toEqual([]);
  expect(gaps).toEqual([
    { step: 'a', reason: 'stopped, 0.05 s were over; run it by --only a' },
    { step: 'b', reason: 'not begun, 0.05 s were over; run it by --only b' },
  ]);
});

test('a step at work is ended with the processes that it has started', async () => {
  const ending = new AbortController();
  const said: string[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'kurzwelle-bench-'));
  const measured = measureApart('busy')({
    quick: true,
    folder,
    signal: ending.signal,
    say(line) {
      said.push(line);
      ending.abort(new NotMeasured('time is over'));
    },
  });
  await expect(measured).rejects.toThrow('time is over');
  expect(said).toEqual([expect.stringContaining('inventing 2000 articles')]);
  rmSync(folder, { recursive: true });
});

test('the table fits a terminal of a hundred columns, and stays a Markdown table', () => {
  const longest = { step: 'answers', what: 'background, 100000 articles, p95', value: 133.4, unit: 'CPU ms' };
  const figures = [
    { ...longest, yardstick: { what: 'bare FTS5, p95', value: 187.6 } },
    { step: 'fan-out', what: '10000 posts, SQLite', value: 48.11, unit: 'posts/s' },
  ];
  const report = { date: '2031-03-02', machine: '2 cores', load: 0.3, seconds: 61, figures, gaps: [] };
  const lines = benchTable(report).split('\n').slice(2);
  expect(lines).toEqual([
    '| step    | what                             | measured     | yardstick           | ratio |',
    '| ------- | -------------------------------- | ------------ | ------------------- | ----- |',
    '| answers | background, 100000 articles, p95 | 133 CPU ms   | bare FTS5, p95: 188 | 0.71  |',
    '| fan-out | 10000 posts, SQLite              | 48.1 posts/s |                     |       |',
  ]);
});
