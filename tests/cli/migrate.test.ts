import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import { migrate, migrationNames } from '../../src/storage/migrate.ts';
import { createSqliteDialect } from '../../src/storage/sqlite/node-sqlite.ts';
import { emptyFolder, runCli } from './run-cli.ts';

test('the plan says what there is to do and changes nothing; migrate does it after a copy', async () => {
  const cwd = emptyFolder();
  mkdirSync(join(cwd, 'data'));
  const db = new Kysely<unknown>({ dialect: createSqliteDialect(join(cwd, 'data', 'kurzwelle.db')) });
  await migrate(db, '0010-corrections');
  await db.destroy();
  const pending = migrationNames.filter((name) => name > '0010-corrections');

  const plan = await runCli(['migrate', '--plan'], { cwd });
  expect(plan).toMatchObject({ code: 0, err: '' });
  expect(plan.out).toContain(`Migrations to run, in this order:\n  ${pending.join('\n  ')}\n`);
  expect(plan.out).toMatch(/data\/backups\b.*\b\d+ MB\b.*\b\d+ MB\b/);
  expect(JSON.parse((await runCli(['migrate', '--plan', '--json'], { cwd })).out)).toMatchObject({
    pending,
    unknown: [],
    backup: { folder: 'data/backups', bytes: expect.any(Number), freeBytes: expect.any(Number) },
  });
  expect(readdirSync(join(cwd, 'data'))).not.toContain('backups');

  const done = await runCli(['migrate'], { cwd });
  expect(done).toMatchObject({ code: 0, err: '' });
  const [copy] = readdirSync(join(cwd, 'data', 'backups'));
  expect(done.out).toBe(`Done: ${pending.join(', ')}. A copy of the archive from before is data/backups/${copy}.\n`);
  expect(copy).toMatch(/^before-0011-/);
  expect((await runCli(['migrate'], { cwd })).out).toBe('The archive was already up to date.\n');
});

test('the plan where there is no archive yet says so, and makes none', async () => {
  const cwd = emptyFolder();
  const { code, out } = await runCli(['migrate', '--plan'], { cwd });
  expect([code, out]).toEqual([
    0,
    'There is no archive at data/kurzwelle.db yet. The first start of the service creates one.\n',
  ]);
  expect(readdirSync(cwd)).toEqual([]);
});
