import { mkdtempSync, openSync, readdirSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../src/storage/database.ts';
import { lockDataDirectory, lockHolder } from '../../../src/storage/sqlite/process-lock.ts';
import { examineSqlite } from '../../../src/storage/upkeep/examine.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'kurzwelle-examine-'));

test('an archive of today is whole and has nothing to be migrated', async () => {
  const dataDir = folder();
  const db = await openDatabase(dataDir);
  const beside = await examineSqlite(join(dataDir, 'kurzwelle.db'));
  await db.destroy();
  expect(beside).toMatchObject({ pending: [], unknown: [], damage: [] });
  expect(beside.version).toMatch(/^SQLite \d+\.\d+/u);
});

test('names the migrations of a newer version, and those that are still to come', async () => {
  const dataDir = folder();
  const db = await openDatabase(dataDir);
  const newer = { name: '9999-later', timestamp: '2030-01-01' };
  await db.withTables<{ kysely_migration: typeof newer }>().insertInto('kysely_migration').values(newer).execute();
  await db
    .withTables<{ kysely_migration: typeof newer }>()
    .deleteFrom('kysely_migration')
    .where('name', '=', '0013-actor-merges')
    .execute();
  await db.destroy();
  expect(await examineSqlite(join(dataDir, 'kurzwelle.db'))).toMatchObject({
    pending: ['0013-actor-merges'],
    unknown: ['9999-later'],
  });
});

test('finds a page that was overwritten', async () => {
  const dataDir = folder();
  const path = join(dataDir, 'kurzwelle.db');
  await (await openDatabase(dataDir)).destroy();
  const pages = Math.floor(statSync(path).size / 4096);
  writeSync(openSync(path, 'r+'), Buffer.alloc(4096 * 3, 0x5a), 0, 4096 * 3, 4096 * (pages - 4));
  const seen = await examineSqlite(path).then(
    ({ damage }) => damage.join('\n'),
    (error: Error) => error.message,
  );
  expect(seen).toMatch(/page|malformed|btree/iu);
});

test('tells who holds a data directory, without taking it', () => {
  const dataDir = folder();
  expect(lockHolder(dataDir)).toBeUndefined();
  expect(readdirSync(dataDir)).toEqual([]);
  const lock = lockDataDirectory(dataDir);
  expect(lockHolder(dataDir)).toBe(String(process.pid));
  lock.release();
  expect(lockHolder(dataDir)).toBeUndefined();
});
