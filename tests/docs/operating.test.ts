import { execFile, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { openPgBossJobs } from '../../src/jobs/pg-boss-jobs.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { openDatabase, openPostgresDatabase } from '../../src/storage/database.ts';
import { createStorage, type Storage } from '../../src/storage/storage.ts';
import { bareEnvironment, emptyFolder } from '../cli/run-cli.ts';
import { newSubscription } from '../fakes/new-subscription.ts';
import { createServerDatabase, runOnServer } from '../fakes/server-database.ts';
import { blocksOf } from './read-blocks.ts';

const blocks = blocksOf('docs/backup.md');
const textsOf = (language: string) => blocks.filter((block) => block.language === language).map(({ text }) => text);

/** Programs of an operator's machine: npm and kurzwelle run this checkout from any folder, sudo does not change the user. */
function programs(): string {
  const folder = emptyFolder();
  const entry = `"${process.execPath}" "${resolve('src/cli/kurzwelle.js')}"`;
  const scripts = {
    npm: `while [ "$1" != -- ]; do shift; done; shift; exec ${entry} "$@"`,
    kurzwelle: `exec ${entry} "$@"`,
    sudo: '[ "$1" = -u ] && shift 2; exec "$@"',
  };
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}

const path = `${programs()}:${bareEnvironment.PATH}`;

/** Runs lines of a document as a shell does that stops at the first failure; gives what they print. */
async function runLines(text: string, cwd: string, env: Readonly<Record<string, string>> = {}): Promise<string> {
  const options = { cwd, env: { ...bareEnvironment, PATH: path, ...env } };
  const { stdout } = await promisify(execFile)('/bin/sh', ['-ec', text], options);
  return stdout;
}

async function addSubscription({ subscriptions }: Storage): Promise<void> {
  const channel = { platform: 'local', workspaceId: 'local', channelId: 'newsroom' } as const;
  await subscriptions.add(newSubscription({ channel, createdAt: Temporal.Instant.from('2026-03-02T08:00:00Z') }));
}

async function folderWithArchive(name = 'data'): Promise<string> {
  const cwd = emptyFolder();
  const storage = createStorage(await openDatabase(join(cwd, name)));
  await addSubscription(storage);
  await storage.close();
  return cwd;
}

async function subscriptionsIn(dataDir: string): Promise<number> {
  const storage = createStorage(await openDatabase(dataDir));
  const all = await storage.subscriptions.list();
  await storage.close();
  return all.length;
}

test('the commands of docs/backup.md for SQLite, one after the other: backup, restore, subscriptions, a damaged archive', async () => {
  const [backup = '', ...rest] = textsOf('sh').filter((text) => !/docker|DATABASE_URL/u.test(text));
  const cwd = await folderWithArchive();
  expect(await runLines(backup, cwd)).toContain('whole');
  for (const text of rest) await runLines(text, cwd);
  expect(await subscriptionsIn(join(cwd, 'data'))).toBe(1);
  for (const text of textsOf('text')) await runLines(text, cwd);
  expect(await subscriptionsIn(join(cwd, 'data'))).toBe(1);
  expect(readdirSync(cwd)).toEqual(expect.arrayContaining(['data.old', 'data.damaged', 'subscriptions.yaml']));
});

test('the lines of docs/backup.md for a crontab, under systemd and without', async () => {
  const lines = textsOf('crontab');
  expect(lines).toHaveLength(2);
  for (const line of lines) {
    const home = await folderWithArchive('kurzwelle/data');
    const backups = join(home, 'backups');
    mkdirSync(backups);
    // cron gives five fields to itself, and takes the backslash from a percent sign: crontab(5).
    const command = line.replace(/^(?:\S+\s+){5}/u, '').replaceAll('\\%', '%');
    const env = { HOME: home, KURZWELLE_DATA_DIR: join(home, 'kurzwelle/data') };
    await runLines(command.replace('/var/backups/kurzwelle', backups), home, env);
    expect(readdirSync(backups)).toEqual([expect.stringMatching(/^(?:kurzwelle-)?[1-7]\.db$/u)]);
  }
});

const server = process.env.TEST_DATABASE_URL;
const hasTools = ['pg_dump', 'pg_restore', 'createdb'].every((name) => spawnSync(name, ['--version']).status === 0);

test.skipIf(server === undefined || !hasTools)(
  'the commands of docs/backup.md for PostgreSQL restore an archive with its jobs',
  async () => {
    const from = await createServerDatabase();
    const storage = createStorage(await openPostgresDatabase(from.url, { poolSize: 2 }));
    await addSubscription(storage);
    await storage.close();
    // Its queues are partitions, which a restore over the old database fails on.
    const jobs = await openPgBossJobs(from.url, silentLog);
    await jobs.stop();

    const url = new URL(from.url);
    const restored = `${from.name}_restored`;
    const [text = ''] = textsOf('sh').filter((each) => each.includes('pg_restore'));
    expect(text).toContain('kurzwelle_restored');
    const env = { DATABASE_URL: from.url, PGHOST: url.hostname, PGPORT: url.port, PGUSER: url.username };
    await runLines(text.replaceAll('kurzwelle_restored', restored), emptyFolder(), env);

    url.pathname = `/${restored}`;
    const copy = createStorage(await openPostgresDatabase(url.href, { poolSize: 2 }));
    expect(await copy.subscriptions.list()).toHaveLength(1);
    await copy.close();
    const restoredJobs = await openPgBossJobs(url.href, silentLog);
    await restoredJobs.stop();
    await runOnServer(server ?? '', `drop database ${restored} with (force)`);
    await from.drop();
  },
);

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;

test.skipIf(!hasSystemd)('systemd takes the unit without a complaint, and finds little that it exposes', () => {
  const folder = emptyFolder();
  // With the checkout where it is on this machine, and a user that there is.
  const unit = readFileSync('deploy/kurzwelle.service', 'utf8')
    .replaceAll('/opt/kurzwelle/node_modules/.bin/node', process.execPath)
    .replaceAll('/opt/kurzwelle', resolve('.'))
    .replace('User=kurzwelle', 'User=daemon');
  const file = join(folder, 'kurzwelle.service');
  writeFileSync(file, unit);
  const verified = spawnSync('systemd-analyze', ['verify', '--man=no', file], { encoding: 'utf8' });
  expect({ code: verified.status, said: verified.stderr }).toEqual({ code: 0, said: '' });
  const judged = spawnSync('systemd-analyze', ['security', '--offline=yes', '--threshold=20', file], {
    encoding: 'utf8',
  });
  expect(judged.status, judged.stdout).toBe(0);
});
