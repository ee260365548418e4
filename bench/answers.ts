import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { answerQuestion } from '../src/answers/ask.ts';
import { answerBackground } from '../src/answers/background.ts';
import { answerSearch } from '../src/answers/search.ts';
import { answerWho } from '../src/answers/who.ts';
import { createArchive } from '../src/storage/archive.ts';
import { openDatabase } from '../src/storage/database.ts';
import { createStorage } from '../src/storage/storage.ts';
import { fillSyntheticArchive } from './lib/synthetic-archive.ts';
import { inventActors, inventArticles } from './lib/synthetic-articles.ts';

// How long answers take over a large archive of invented news, and how long the event loop stands still meanwhile.
// Run from the project root: node bench/answers.ts [articles, 100000] [folder]. An archive once built in the folder is used again.

const count = Number(process.argv[2] ?? 100_000);
const folder = process.argv[3] ?? `/tmp/kurzwelle-bench-${count}`;
const each = Number(process.argv[4] ?? 60);
const isBuilt = existsSync(join(folder, 'kurzwelle.db'));
mkdirSync(folder, { recursive: true });
const db = await openDatabase(folder);
if (!isBuilt) {
  await sql`pragma synchronous = off`.execute(db);
  const begun = performance.now();
  await fillSyntheticArchive(db, { articles: count });
  console.log(`${count} articles invented in ${Math.round((performance.now() - begun) / 1_000)} s`);
}
const storage = createStorage(db);
const archive = createArchive(storage);
const now = Temporal.Instant.from('2026-01-01T00:00:00Z');
const cast = inventActors(9);
/** Stories to ask of, spread over the archive, without reading it: they are invented anew. */
const headlines: string[] = [];
for (const { number, headline } of inventArticles(Math.min(count, 3_000), 9, cast))
  if (number % 50 === 0) headlines.push(headline);

const persons = cast.filter(({ kind }) => kind === 'person');
const states = cast.filter(({ kind }) => kind === 'place');
/** Half of the names are known to everybody, the others are rarely met. */
const nameOf = (i: number) =>
  (i % 4 === 0 ? states[i % 20] : i % 2 === 0 ? persons[i] : persons[(i * 97) % persons.length])?.name ?? '';
const wordsOf = (i: number) =>
  headlines[i % headlines.length]
    ?.split(': ')[1]
    ?.split(' ')
    .slice(0, 2 + (i % 3))
    .join(' ') ?? '';
const verbs = {
  who: (i: number) => answerWho(nameOf(i), { archive, now }),
  background: (i: number) => answerBackground(i % 3 === 0 ? nameOf(i) : `${nameOf(i)} ${wordsOf(i)}`, { archive, now }),
  ask: (i: number) => answerQuestion(`When did ${nameOf(i)} ${wordsOf(i)}?`, { archive, now }),
  search: (i: number) => answerSearch(i % 2 === 0 ? wordsOf(i) : `${nameOf(i)} ${wordsOf(i)}`, { archive, now }),
};
const table: Record<string, Record<string, string>> = {};
for (const [verb, answer] of Object.entries(verbs)) table[verb] = await measure(answer);
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
  const [time, cpu, stretch] = [times, work, stretches].map((list) => list.toSorted((a, b) => a - b));
  const at = (list: readonly number[] | undefined, share: number) =>
    (list?.[Math.floor(share * (each - 1))] ?? 0).toFixed(0);
  return {
    'CPU p50 ms': at(cpu, 0.5),
    'CPU p95 ms': at(cpu, 0.95),
    'p50 ms': at(time, 0.5),
    'p95 ms': at(time, 0.95),
    'most ms': at(time, 1),
    'loop held p95 ms': at(stretch, 0.95),
    'loop held most ms': at(stretch, 1),
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
