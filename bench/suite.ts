import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import packageJson from '../package.json' with { type: 'json' };
import { measureApart } from './lib/measure-apart.ts';
import { runSuite, type SuiteResult } from './lib/run-suite.ts';
import { seeds } from './lib/seeds.ts';
import { stepNames } from './steps/index.ts';

/** Of a whole run, archives that have to be invented first included; a step asked for by name has all the time it needs. */
export const limitSeconds = { quick: 90, full: 600 } as const;

/** What a run measured, and all that it takes to repeat it. */
export interface BenchReport extends SuiteResult {
  readonly kind: 'bench';
  /** Of Kurzwelle. */
  readonly version: string;
  readonly date: string;
  /** Cores, memory, Node, system. */
  readonly machine: string;
  /** The machine's load average of the minute before: with much of it only ratios count. */
  readonly load: number;
  readonly isQuick: boolean;
  readonly steps: readonly string[];
  readonly seeds: typeof seeds;
  readonly seconds: number;
}

/** Everything that `kurzwelle bench` measures, or the steps named. */
export async function runBench({
  quick,
  only,
  say,
}: {
  readonly quick: boolean;
  readonly only?: readonly string[] | undefined;
  readonly say: (line: string) => void;
}): Promise<BenchReport> {
  const begun = performance.now();
  const load = Math.round((loadavg()[0] ?? 0) * 10) / 10;
  const names = only ?? stepNames;
  const chosen = names.map((name) => [name, measureApart(name)] as const);
  const folder = join(tmpdir(), 'kurzwelle-bench');
  const limit = only ? longestTimeoutSeconds : limitSeconds[quick ? 'quick' : 'full'];
  const result = await runSuite({ steps: Object.fromEntries(chosen), limitSeconds: limit, quick, folder, say });
  return {
    kind: 'bench',
    version: packageJson.version,
    date: Temporal.Now.plainDateISO('UTC').toString(),
    machine: machine(),
    load,
    isQuick: quick,
    steps: names,
    seeds,
    seconds: Math.round((performance.now() - begun) / 1_000),
    ...result,
  };
}

/** What setTimeout can wait. */
const longestTimeoutSeconds = 2_000_000;

function machine(): string {
  const cores = cpus();
  return `${cores.length} x ${cores[0]?.model.trim() ?? 'unknown CPU'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, ${process.platform}`;
}
