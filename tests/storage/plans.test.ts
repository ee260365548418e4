import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { fillBulkArchive } from '../../bench/lib/bulk-archive.ts';
import { exerciseService } from '../../bench/lib/exercise-service.ts';
import { findFullScans } from '../../bench/lib/explain-plans.ts';
import { recordQueries } from '../../bench/lib/record-queries.ts';
import { commands } from '../../commands/index.ts';
import type { Database } from '../../src/storage/database.ts';
import { openTestDatabase, testEngine } from '../fakes/test-database.ts';

// Reduced: `node bench/plans.ts` does the same with 200,000 articles on SQLite and a million on PostgreSQL.
const articles = testEngine === 'sqlite' ? 20_000 : 2_000;

async function openBulk(): Promise<Database> {
  const db = await openTestDatabase();
  await fillBulkArchive(db, articles);
  await sql`analyze`.execute(db);
  return db;
}

test('every query of every command and of the service keeps to its indexes', async () => {
  const db = await openBulk();
  const recorder = recordQueries(db);
  const answered = await exerciseService(recorder);
  // What is refused asks nothing of the archive.
  expect([...answered.keys()]).toEqual(commands.map(({ name }) => name));
  for (const said of [...answered.values()].flat())
    expect(said).not.toMatch(/Unknown option|needs "|Something went wrong/);
  const queries = recorder.queries();
  expect(queries.length).toBeGreaterThan(100);
  const { wrong } = await findFullScans(db, queries);
  expect(wrong.map(({ by, plan, sql: query }) => `${by}: ${plan}: ${query.slice(0, 300)}`)).toEqual([]);
  await db.destroy();
}, 240_000);

test('a query without an index is found', async () => {
  const db = await openBulk();
  const recorder = recordQueries(db);
  await recorder.during('looking', () =>
    recorder.db.selectFrom('articles').select('id').where('headline', '=', 'x').execute(),
  );
  await recorder.during('finding', () =>
    recorder.db.selectFrom('articles').select('id').where('id', '=', 'x').execute(),
  );
  const { wrong } = await findFullScans(db, recorder.queries());
  expect(wrong.map(({ by, table }) => [by, table])).toEqual([['looking', 'articles']]);
  await db.destroy();
});
