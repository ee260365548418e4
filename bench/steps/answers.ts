import { join } from 'node:path';
import { sql } from 'kysely';
import type { Database } from '../../src/storage/database.ts';
import { createStorage } from '../../src/storage/storage.ts';
import { termsOf } from '../../src/text/terms.ts';
import { cpuMs, meanCpuMs, quantile } from '../lib/cpu.ts';
import type { Figure, Step } from '../lib/figure.ts';
import { openSyntheticArchive } from '../lib/open-synthetic-archive.ts';
import { synthesizeQuestions } from '../lib/synthetic-questions.ts';

const warmUps = 3;
const shares = { p50: 0.5, p95: 0.95, p99: 0.99 } as const;

/** Each command over a small and a large archive of invented news; beside a bare full-text query for as many words. */
export const answers: Step = async ({ quick, folder, say }) => {
  const figures: Figure[] = [];
  for (const articles of quick ? [2_000] : [10_000, 100_000]) {
    const db = await openSyntheticArchive(join(folder, `articles-${articles}`), articles, say);
    try {
      figures.push(...(await measureArchive(db, articles, quick ? 15 : 50)));
    } finally {
      await db.destroy();
    }
  }
  return figures;
};

async function measureArchive(db: Database, articles: number, each: number): Promise<Figure[]> {
  const { answers: commands, searched } = synthesizeQuestions(createStorage(db), articles);
  const bare: number[] = [];
  // A few milliseconds each, so one by one the clock's ticks would be measured.
  for (let number = 0; number < each; number++) bare.push(await meanCpuMs(() => bareQuery(db, searched(number)), 1));
  const figures: Figure[] = [];
  for (const [command, answer] of Object.entries(commands)) {
    const costs = await costsOf(each, answer);
    for (const [name, share] of Object.entries(shares)) {
      figures.push({
        step: 'answers',
        what: `${command}, ${articles} articles, ${name}`,
        value: quantile(costs, share),
        unit: 'CPU ms',
        yardstick: { what: `bare FTS5, ${name}`, value: quantile(bare, share) },
      });
    }
  }
  return figures;
}

async function costsOf(each: number, answer: (number: number) => Promise<unknown>): Promise<number[]> {
  const costs: number[] = [];
  for (let number = 0; number < each + warmUps; number++) {
    const cost = await cpuMs(() => answer(number));
    if (number >= warmUps) costs.push(cost);
  }
  return costs;
}

/** The ten best articles for any of the words, as SQLite alone finds them. */
async function bareQuery(db: Database, words: string): Promise<void> {
  const match = termsOf(words, 'en')
    .map((term) => `"${term}"`)
    .join(' OR ');
  await sql`select rowid from article_terms where article_terms match ${match} order by rank limit 10`.execute(db);
}
