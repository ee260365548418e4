import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Figure, Step } from '../lib/figure.ts';
import { openSyntheticArchive } from '../lib/open-synthetic-archive.ts';
import { usageOf } from '../lib/process-usage.ts';
import { startServe } from '../lib/serve-process.ts';

/** Beyond the first tick, that comes at once. */
const settleMs = 3_000;

/** Resident memory of the service at rest, with an empty archive and a large one; beside what issue 11 allows. */
export const memory: Step = async ({ quick, folder, say }) => {
  const articles = quick ? 2_000 : 100_000;
  const large = join(folder, `articles-${articles}`);
  await (await openSyntheticArchive(large, articles, say)).destroy();
  const empty = mkdtempSync(join(tmpdir(), 'kurzwelle-bench-'));
  try {
    return [await measure('idle, empty archive', empty, 150), await measure(`idle, ${articles} articles`, large, 300)];
  } finally {
    rmSync(empty, { recursive: true });
  }
};

async function measure(what: string, dataDir: string, allowedMb: number): Promise<Figure> {
  const service = await startServe({ dataDir, compileCache: join(tmpdir(), 'kurzwelle-bench-cache') });
  await setTimeout(settleMs);
  const { rssMb } = usageOf(service.pid);
  await service.stop();
  return { step: 'memory', what, value: rssMb, unit: 'MB', yardstick: { what: 'goal', value: allowedMb } };
}
