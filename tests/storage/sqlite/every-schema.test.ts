import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../src/storage/database.ts';
import { migrate, migrationNames } from '../../../src/storage/migrate.ts';
import { backupBeforeMigration } from '../../../src/storage/sqlite/backup.ts';
import { createSqliteDialect } from '../../../src/storage/sqlite/node-sqlite.ts';
import { createStorage } from '../../../src/storage/storage.ts';
import { UserError } from '../../../src/user-error.ts';
import { faultsOf, fillTables, isKept, type Rows, readTables } from './fill-tables.ts';

/** What a later migration drops on purpose: `told` became a view of briefings' statements. */
const dropped = ['told'];

/** A data directory as a version that knew migrations up to this one left it, with a row in each table. */
async function olderDirectory(upTo: string): Promise<{ readonly dataDir: string; readonly path: string }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kurzwelle-schema-'));
  const path = join(dataDir, 'kurzwelle.db');
  const db = new Kysely<unknown>({ dialect: createSqliteDialect(path) });
  await migrate(db, upTo);
  await db.destroy();
  fillTables(path);
  return { dataDir, path };
}

/** Rows that are not there any more, or not with what they held. */
function lost(before: Rows, after: Rows): readonly string[] {
  return [...before].flatMap(([table, rows]) =>
    dropped.includes(table) || rows.every((row) => after.get(table)?.some((other) => holds(other, row))) ? [] : [table],
  );
}

/** Whether what both have is the same; columns come and go. */
function holds(after: Readonly<Record<string, unknown>>, before: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(before).every(([name, value]) => !(name in after) || isKept(after[name], value));
}

test.each(migrationNames.slice(0, -1))('%s and everything in it is brought up to date, after a copy', async (upTo) => {
  const { dataDir, path } = await olderDirectory(upTo);
  const before = readTables(path);
  expect(before.size).toBeGreaterThan(15);
  const copies: string[] = [];
  const storage = createStorage(await openDatabase(dataDir, { onBackup: (copy) => copies.push(copy) }));
  expect(await storage.articles.extent()).toMatchObject({ articles: 1 });
  expect((await storage.feeds.states()).map(({ id }) => id)).toEqual(['rss-en-top']);
  await storage.close();
  expect(lost(before, readTables(path))).toEqual([]);
  expect(faultsOf(path)).toEqual([]);

  expect(copies).toHaveLength(1);
  const [copy = ''] = copies;
  expect(readTables(copy)).toEqual(before);
  await (await openDatabase(dataDir, { onBackup: (path) => copies.push(path) })).destroy();
  expect(copies).toHaveLength(1);
});

test('the three newest copies are kept', async () => {
  const { dataDir } = await olderDirectory(migrationNames[0] ?? '');
  for (const day of [1, 2, 3, 4, 5]) {
    const now = Temporal.Instant.from(`2026-05-0${day}T08:00:00Z`);
    await backupBeforeMigration({ dataDir, before: migrationNames[6 - day] ?? '', now });
  }
  const days = readdirSync(join(dataDir, 'backups')).map((name) => /2026-05-0\d/.exec(name)?.[0]);
  expect(days.toSorted()).toEqual(['2026-05-03', '2026-05-04', '2026-05-05']);
});

test('nothing is migrated where the copy cannot be made', async () => {
  const { dataDir, path } = await olderDirectory(migrationNames[0] ?? '');
  const before = readTables(path);
  // A file where the folder of the copies would be: no right and no disk could hinder root.
  writeFileSync(join(dataDir, 'backups'), '');
  const opened = openDatabase(dataDir);
  await expect(opened).rejects.toThrow(UserError);
  await expect(opened).rejects.toThrow(/cannot take a copy of it before.*nothing was changed/);
  expect(readTables(path)).toEqual(before);
});

test('the archive of a newer version is refused, and left as it is', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'kurzwelle-newer-'));
  await (await openDatabase(dataDir)).destroy();
  const database = new DatabaseSync(join(dataDir, 'kurzwelle.db'));
  database.exec("insert into kysely_migration values ('9999-from-the-future', '2030-01-01T00:00:00.000Z')");
  database.close();
  await expect(openDatabase(dataDir)).rejects.toThrow(/newer version of Kurzwelle \(9999-from-the-future\)/);
  expect(readdirSync(dataDir).includes('backups')).toBe(false);
});
