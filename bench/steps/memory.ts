import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { compileCache } from '../lib/compile-cache.ts';
import type { Figure, Step } from '../lib/figure.ts';
import { openSyntheticArchive } from '../lib/open-synthetic-archive.ts';
import { usageOf } from '../lib/process-usage.ts';
import { startServe } from '../lib/serve-process.ts';

/** Beyond the first tick, that comes at once, and the moment when the service gives back what its start took, five or ten seconds after. */
const settleMs = { quick: 11_000, full: 15_000 } as const;

/** Resident memory of the service at rest, without feeds, the local page alone its chat: with an empty archive and a large one. */
export const memory: Step = async ({ quick, folder, say }) => {
  const articles = quick ? 2_000 : 100_000;
  const large = join(folder, `articles-${articles}`);
  await (await openSyntheticArchive(large, articles, say)).destroy();
  const empty = mkdtempSync(join(tmpdir(), 'kurzwelle-bench-'));
  try {
    const first = await startServe({ dataDir: empty, compileCache });
    // As every start but the first: modules are found compiled.
    await first.stop();
    // Beside each other: neither does anything while it is waited for.
    const ms = settleMs[quick ? 'quick' : 'full'];
    return await Promise.all([
      measure('idle, empty archive', empty, 150, ms),
      measure(`idle, ${articles} articles`, large, 300, ms),
    ]);
  } finally {
    rmSync(empty, { recursive: true });
  }
};

async function measure(what: string, dataDir: string, allowedMb: number, settledMs: number): Promise<Figure> {
  const service = await startServe({ dataDir, compileCache });
  await setTimeout(settledMs);
  const { rssMb } = usageOf(service.pid);
  await service.stop();
  return { step: 'memory', what, value: rssMb, unit: 'MB', yardstick: { what: 'goal', value: allowedMb } };
}
