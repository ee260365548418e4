import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { ratioOf, type Step } from './lib/figure.ts';
import { runSuite, type SuiteResult } from './lib/run-suite.ts';
import { actors } from './steps/actors.ts';
import { answers } from './steps/answers.ts';
import { busy } from './steps/busy.ts';
import { extract } from './steps/extract.ts';
import { fanOut } from './steps/fan-out.ts';
import { group } from './steps/group.ts';
import { instances } from './steps/instances.ts';
import { memory } from './steps/memory.ts';
import { poll } from './steps/poll.ts';
import { start } from './steps/start.ts';
import { summarize } from './steps/summarize.ts';

/** In the order in which they run: what takes long comes late. */
const steps: Readonly<Record<string, Step>> = {
  poll,
  extract,
  actors,
  group,
  summarize,
  start,
  'fan-out': fanOut,
  instances,
  busy,
  memory,
  answers,
};

export const stepNames: readonly string[] = Object.keys(steps);

export interface BenchReport extends SuiteResult {
  readonly kind: 'bench';
  readonly date: string;
  readonly machine: string;
  readonly seconds: number;
}

/** Everything that `kurzwelle bench` measures, or the steps named. */
export async function runBench({
  quick,
  only = stepNames,
  say,
}: {
  readonly quick: boolean;
  readonly only?: readonly string[] | undefined;
  readonly say: (line: string) => void;
}): Promise<BenchReport> {
  const begun = performance.now();
  const chosen = Object.fromEntries(Object.entries(steps).filter(([name]) => only.includes(name)));
  const folder = join(tmpdir(), 'kurzwelle-bench');
  const result = await runSuite({ steps: chosen, limitSeconds: quick ? 60 : 420, quick, folder, say });
  return {
    kind: 'bench',
    date: Temporal.Now.plainDateISO('UTC').toString(),
    machine: machine(),
    seconds: Math.round((performance.now() - begun) / 1_000),
    ...result,
  };
}

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
