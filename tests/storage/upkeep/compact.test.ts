import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Database } from '../../../src/storage/database.ts';
import { compact } from '../../../src/storage/upkeep/forget.ts';
import { openTestDatabase, testEngine } from '../../fakes/test-database.ts';

/** Whether what was deleted of the table still takes room: free pages of the file; on a server, a place that a new row cannot take. */
async function hasRemains(db: Database): Promise<boolean> {
  if (testEngine === 'sqlite') {
    const { rows } = await sql<{ freelist_count: number }>`pragma freelist_count`.execute(db);
    return (rows[0]?.freelist_count ?? 0) > 0;
  }
  const { rows } = await sql<{ place: string }>`
    insert into service_facts (name, value) values ('new', '') returning ctid::text as place`.execute(db);
  return rows[0]?.place !== '(0,1)';
}

async function writeAndDelete(db: Database): Promise<void> {
  for (let number = 0; number < 40; number++)
    await db
      .insertInto('service_facts')
      .values({ name: `${number}`, value: 'secret '.repeat(100) })
      .execute();
  await db.deleteFrom('service_facts').execute();
}

test('what was deleted is cleared away at once', async () => {
  const db = await openTestDatabase();
  await writeAndDelete(db);
  await compact(db);
  expect(await hasRemains(db)).toBe(false);
  await db.destroy();
});

test('without it there are remains', async () => {
  const db = await openTestDatabase();
  await writeAndDelete(db);
  expect(await hasRemains(db)).toBe(true);
  await db.destroy();
});
