import { Kysely, sql } from 'kysely';
import { expect, test } from 'vitest';
import { createSqliteDialect } from '../../../src/storage/sqlite/node-sqlite.ts';

test('an update goes well after the search index has forgotten a document', async () => {
  const db = new Kysely<{ notes: { id: number; text: string } }>({ dialect: createSqliteDialect(':memory:') });
  await sql`create virtual table terms using fts5 (body, content = '', contentless_delete = 1)`.execute(db);
  await sql`create table notes (id integer primary key, text text)`.execute(db);
  await db.insertInto('notes').values({ id: 1, text: 'old' }).execute();
  for (let row = 1; row <= 40; row++) await sql`insert into terms (rowid, body) values (${row}, 'word')`.execute(db);
  for (let row = 1; row <= 40; row++) {
    await sql`delete from terms where rowid = ${row}`.execute(db);
    const { numUpdatedRows } = await db.updateTable('notes').set({ text: 'new' }).executeTakeFirstOrThrow();
    expect(numUpdatedRows).toBe(1n);
  }
  await db.destroy();
});
