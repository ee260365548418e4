import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BusyOrder, BusyResult } from '../lib/busy-service.ts';
import type { Figure, Step } from '../lib/figure.ts';
import { openSyntheticArchive } from '../lib/open-synthetic-archive.ts';

const program = fileURLToPath(new URL('../lib/busy-service.ts', import.meta.url));
const rates = { articlesPerSecond: 20, answersPerSecond: 2, hostilePerSecond: 0 };
/** More than a configuration with a hostile site among its feeds would read in a minute. */
const hostilePerSecond = 2;
const fully = { warmUps: 40, seconds: 30, restSeconds: 12 };
const shortly = { warmUps: 15, seconds: 5, restSeconds: 6.5 };

/** Twenty articles a second read into the archive while two commands a second are answered, without hostile feeds and with them; beside goals. */
export const busy: Step = async ({ quick, folder, say }) => {
  const articles = quick ? 2_000 : 10_000;
  const archive = join(folder, `articles-${articles}`);
  await (await openSyntheticArchive(archive, articles, say)).destroy();
  const order = { articles, ...rates, ...(quick ? shortly : fully) };
  const figures = figuresOf(await runOver(archive, order));
  const { heldP99, heldMost } = await runOver(archive, { ...order, hostilePerSecond });
  return [
    ...figures,
    figure('event loop held, p99, hostile feeds', heldP99, 'CPU ms', 'goal', 100),
    figure('event loop held, most, hostile feeds', heldMost, 'CPU ms', 'goal for p99', 100),
  ];
};

/** Over a copy of the archive, so that each run begins with the same. */
async function runOver(archive: string, order: Omit<BusyOrder, 'dataDir'>): Promise<BusyResult> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kurzwelle-bench-'));
  try {
    cpSync(archive, dataDir, { recursive: true });
    return await run({ ...order, dataDir });
  } finally {
    rmSync(dataDir, { recursive: true });
  }
}

async function run(order: BusyOrder): Promise<BusyResult> {
  const child = fork(program, { execArgv: ['--max-semi-space-size=4', '--expose-gc'] });
  child.send(order);
  const ended = once(child, 'exit');
  const [result] = await Promise.race([
    once(child, 'message'),
    ended.then(([code]) => Promise.reject(new Error(`The busy service ended early, with code ${code}.`))),
  ]);
  await ended;
  return result as BusyResult;
}

function figuresOf(result: BusyResult): Figure[] {
  const { archived, answered, heldP99, heldMost, delayP99, heapMb, rssMb, restedRssMb, cpuShare } = result;
  return [
    figure('event loop held, p99', heldP99, 'CPU ms', 'goal', 100),
    figure('event loop held, most', heldMost, 'CPU ms', 'goal for p99', 100),
    figure('event loop late, p99', delayP99, 'ms', 'goal', 100),
    figure(`${archived} articles, ${answered} answers`, cpuShare, 'cores', 'a core', 1),
    figure('memory after it', rssMb, 'MB', 'goal at 100,000', 300),
    figure('memory after it, at rest', restedRssMb, 'MB', 'goal at 100,000', 300),
    figure('heap after it', heapMb.after, 'MB', 'before it', heapMb.before),
  ];
}

function figure(what: string, value: number, unit: string, goal: string, allowed: number): Figure {
  return { step: 'busy', what, value, unit, yardstick: { what: goal, value: allowed } };
}
