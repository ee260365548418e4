import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figure, Step } from '../lib/figure.ts';
import { usageOf } from '../lib/process-usage.ts';
import { startServe } from '../lib/serve-process.ts';

/** Until the service is healthy: with nothing compiled and no archive, then with both; beside Node alone. */
export const start: Step = async ({ quick }) => {
  const folder = mkdtempSync(join(tmpdir(), 'kurzwelle-bench-'));
  try {
    const cold = await startOnce(folder);
    const warm = await fastest(quick ? 1 : 3, () => startOnce(folder));
    const node = await fastest(quick ? 1 : 3, async () => bareNode());
    return [...figuresOf('cold', cold, node), ...figuresOf('warm', warm, node)];
  } finally {
    rmSync(folder, { recursive: true });
  }
};

interface Start {
  readonly cpuMs: number;
  readonly wallMs: number;
}

async function startOnce(folder: string): Promise<Start> {
  const service = await startServe({ dataDir: join(folder, 'data'), compileCache: join(folder, 'cache') });
  const { cpuMs } = usageOf(service.pid);
  await service.stop();
  return { cpuMs, wallMs: service.readyMs };
}

function bareNode(): Start {
  const begun = performance.now();
  const { stdout } = spawnSync(process.execPath, ['-p', 'JSON.stringify(process.cpuUsage())'], { encoding: 'utf8' });
  const { user, system } = JSON.parse(stdout) as NodeJS.CpuUsage;
  return { cpuMs: (user + system) / 1_000, wallMs: performance.now() - begun };
}

async function fastest(times: number, once: () => Promise<Start>): Promise<Start> {
  const starts: Start[] = [];
  for (let time = 0; time < times; time++) starts.push(await once());
  const [first] = starts.toSorted((a, b) => a.cpuMs - b.cpuMs);
  if (!first) throw new Error('Nothing was started.');
  return first;
}

function figuresOf(what: string, ours: Start, node: Start): Figure[] {
  return [
    { step: 'start', what, value: ours.cpuMs, unit: 'CPU ms', yardstick: { what: 'node -p 0', value: node.cpuMs } },
    { step: 'start', what, value: ours.wallMs, unit: 'ms', yardstick: { what: 'node -p 0', value: node.wallMs } },
  ];
}
