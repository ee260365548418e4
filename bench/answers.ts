import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { createStorage } from '../src/storage/storage.ts';
import { quantile } from './lib/cpu.ts';
import { openSyntheticArchive } from './lib/open-synthetic-archive.ts';
import { synthesizeQuestions } from './lib/synthetic-questions.ts';

// How long answers take over a large archive of invented news, and how long the event loop stands still meanwhile.
// Run from the project root: node bench/answers.ts [articles, 100000] [folder]. An archive once built in the folder is used again.

const count = Number(process.argv[2] ?? 100_000);
const folder = process.argv[3] ?? `/tmp/kurzwelle-bench-${count}`;
const each = Number(process.argv[4] ?? 60);
const storage = createStorage(await openSyntheticArchive(folder, count));
const { answers } = synthesizeQuestions(storage, count);
const table: Record<string, Record<string, string>> = {};
for (const [verb, answer] of Object.entries(answers)) table[verb] = await measure(answer);
console.table(table);
await storage.close();

async function measure(answer: (i: number) => Promise<{ refused: boolean }>): Promise<Record<string, string>> {
  for (let i = 0; i < 3; i += 1) await answer(i);
  const times: number[] = [];
  const work: number[] = [];
  const stretches: number[] = [];
  let refused = 0;
  for (let i = 3; i < each + 3; i += 1) {
    const watch = watchLoop();
    const begun = performance.now();
    const before = process.cpuUsage();
    if ((await answer(i)).refused) refused += 1;
    times.push(performance.now() - begun);
    const { user, system } = process.cpuUsage(before);
    work.push((user + system) / 1_000);
    stretches.push(await watch.stop());
  }
  const at = (list: readonly number[], share: number) => quantile(list, share).toFixed(0);
  return {
    'CPU p50 ms': at(work, 0.5),
    'CPU p95 ms': at(work, 0.95),
    'p50 ms': at(times, 0.5),
    'p95 ms': at(times, 0.95),
    'most ms': at(times, 1),
    'loop held p95 ms': at(stretches, 0.95),
    'loop held most ms': at(stretches, 1),
    refused: String(refused),
  };
}

/** The longest time in which nothing else had a turn. */
function watchLoop(): { stop(): Promise<number> } {
  let longest = 0;
  let last = performance.now();
  let isOver = false;
  const turn = (): void => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  return {
    async stop() {
      await sleep(0);
      isOver = true;
      return longest;
    },
  };
}
