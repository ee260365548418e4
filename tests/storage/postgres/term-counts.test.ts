import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillBulkArchive } from '../../../bench/lib/bulk-archive.ts';
import { migrate } from '../../../src/storage/migrate.ts';
import { countTerms } from '../../../src/storage/postgres/postgres-terms.ts';
import type { Tables } from '../../../src/storage/tables.ts';

/** Every article holds "council", one of a thousand "common7", and one alone "well7". */
const articles = 3_000;
const asked = ['council', 'common7', 'well7', "o'neil", 'missing'];
let db: Kysely<Tables>;
beforeAll(async () => {
  db = new Kysely({ dialect: new PGliteDialect({ pglite: await PGlite.create() }) });
  await migrate(db);
  await fillBulkArchive(db, articles);
  await sql`analyze`.execute(db);
});
afterAll(() => db.destroy());

test('a small archive is counted exactly', async () => {
  const counts = await countTerms(db, asked);
  expect(counts.articles).toBe(articles);
  expect(asked.map(counts.holding)).toEqual([articles, 3, 1, 0, 0]);
});

test('of a large one, common terms are known without counting them, and rare ones counted', async () => {
  const counts = await countTerms(db, asked, 1_000);
  expect(counts.articles).toBe(articles);
  expect(counts.holding('council')).toBe(articles);
  expect(asked.slice(1).map(counts.holding)).toEqual([3, 1, 0, 0]);
});

test('before PostgreSQL has statistics, counting ends at the bound', async () => {
  await sql`delete from pg_statistic where starelid = 'article_terms'::regclass`.execute(db);
  const counts = await countTerms(db, asked, 1_000);
  expect(asked.map(counts.holding)).toEqual([1_000, 3, 1, 0, 0]);
});
