import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { ratioOf } from './lib/figure.ts';
import { measureApart } from './lib/measure-apart.ts';
import { runSuite, type SuiteResult } from './lib/run-suite.ts';
import { steps } from './steps/index.ts';

export const stepNames: readonly string[] = Object.keys(steps);

/** Of a whole run, archives that have to be invented first included; a step asked for by name has all the time it needs. */
export const limitSeconds = { quick: 90, full: 600 } as const;

export interface BenchReport extends SuiteResult {
  readonly kind: 'bench';
  readonly date: string;
  readonly machine: string;
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
  const chosen = (only ?? stepNames).map((name) => [name, measureApart(name)] as const);
  const folder = join(tmpdir(), 'kurzwelle-bench');
  const limit = only ? longestTimeoutSeconds : limitSeconds[quick ? 'quick' : 'full'];
  const result = await runSuite({ steps: Object.fromEntries(chosen), limitSeconds: limit, quick, folder, say });
  return {
    kind: 'bench',
    date: Temporal.Now.plainDateISO('UTC').toString(),
    machine: machine(),
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

/** As Markdown, so that it can be kept. */
export function benchTable({ figures, gaps, date, machine: on, seconds }: BenchReport): string {
  const rows = figures.map((figure) => {
    const { step, what, value, unit, yardstick } = figure;
    const ratio = ratioOf(figure);
    return [
      step,
      what,
      `${short(value)} ${unit}`,
      yardstick ? `${yardstick.what}: ${short(yardstick.value)}` : '',
      ratio === undefined ? '' : short(ratio),
    ];
  });
  const lines = [['step', 'what', 'measured', 'yardstick', 'ratio'], ['---', '---', '---', '---', '---'], ...rows];
  return [
    `${date}, ${on}, ${seconds} s`,
    '',
    ...lines.map((cells) => `| ${cells.join(' | ')} |`),
    ...gaps.map(({ step, reason }) => `\nNot measured: ${step}: ${reason}`),
  ].join('\n');
}

/** Three digits, as far as they mean something. */
function short(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
