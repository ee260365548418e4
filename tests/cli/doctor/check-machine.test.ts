import { chmodSync, mkdirSync, openSync, readdirSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { checkDatabase } from '../../../src/cli/doctor/check-database.ts';
import { checkDataDirectory, checkPort } from '../../../src/cli/doctor/check-machine.ts';
import { checkEnvironment, readSettings } from '../../../src/cli/doctor/check-settings.ts';
import { openDatabase } from '../../../src/storage/database.ts';
import { lockDataDirectory } from '../../../src/storage/sqlite/process-lock.ts';
import { freePort } from '../../fakes/free-port.ts';
import { emptyFolder } from '../run-cli.ts';

const { signal } = new AbortController();
const key = Buffer.alloc(32, 1).toString('base64');
const discord = 'MTAwMDAwMDAwMDAwMDAwMDAw.Gabcde.abcdefghijklmnopqrstuvwxyz';
const hex = '0123456789abcdef0123456789abcdef';

test.each([
  ['nothing', {}, 'no secrets set; only the local page runs'],
  ['one workspace', { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }, 'set: SLACK_BOT_TOKEN, SLACK_APP_TOKEN'],
  ['over HTTP', { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: hex }, 'set: SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET'],
  [
    'many workspaces',
    { SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: hex, SLACK_APP_TOKEN: 'xapp-1', KURZWELLE_TOKEN_KEY: key },
    'KURZWELLE_TOKEN_KEY',
  ],
  ['Discord', { DISCORD_TOKEN: discord }, 'set: DISCORD_TOKEN'],
])('secrets for %s fit', (_name, env, text) => {
  expect(checkEnvironment(env)).toEqual([{ result: 'ok', text: expect.stringContaining(text) }]);
});

test.each([
  [
    'the tokens exchanged',
    { SLACK_BOT_TOKEN: 'xapp-1', SLACK_APP_TOKEN: 'xoxb-1' },
    ['SLACK_BOT_TOKEN looks wrong: it should begin with xoxb-', 'SLACK_APP_TOKEN looks wrong'],
  ],
  [
    'half of Slack',
    { SLACK_BOT_TOKEN: 'xoxb-1' },
    ['SLACK_BOT_TOKEN is set without SLACK_APP_TOKEN or SLACK_SIGNING_SECRET'],
  ],
  [
    'the other half',
    { SLACK_APP_TOKEN: 'xapp-1' },
    ['SLACK_APP_TOKEN is set without SLACK_BOT_TOKEN or SLACK_CLIENT_ID'],
  ],
  [
    'an app without its secret and key',
    { SLACK_CLIENT_ID: '1.2' },
    ['without SLACK_CLIENT_SECRET', 'without KURZWELLE_TOKEN_KEY'],
  ],
  ['a short key', { KURZWELLE_TOKEN_KEY: 'short' }, ['KURZWELLE_TOKEN_KEY']],
  ['a Discord client secret', { DISCORD_TOKEN: hex }, ['DISCORD_TOKEN looks wrong']],
  ['a file that is not there', { DISCORD_TOKEN_FILE: '/nowhere' }, ['"/nowhere" given by DISCORD_TOKEN_FILE']],
  ['a misspelled name', { KURZWELLE_DATADIR: '/data' }, ['KURZWELLE_DATADIR is set, but unknown']],
])('%s: each is told, without the secret', (_name, env, texts) => {
  const findings = checkEnvironment(env);
  expect(findings).toHaveLength(texts.length);
  for (const [index, text] of texts.entries()) expect(findings[index]?.text).toContain(text);
  expect(findings.every(({ remedy }) => remedy !== undefined)).toBe(true);
  for (const value of ['xapp-1', 'xoxb-1 ', 'short', hex]) expect(JSON.stringify(findings)).not.toContain(value);
});

test.skipIf(process.platform === 'win32')('an .env that others may read is told', () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, '.env'), '');
  chmodSync(join(folder, '.env'), 0o644);
  expect(checkEnvironment({}, join(folder, '.env'))[0]).toMatchObject({
    result: 'warning',
    remedy: expect.stringContaining('chmod 600'),
  });
});

test('a page that others reach is told', () => {
  const { findings } = readSettings({ KURZWELLE_HOST: '0.0.0.0' });
  expect(findings.map(({ result }) => result)).toEqual(['ok', 'warning']);
});

test('a data directory is tried by writing, and leaves nothing behind', async () => {
  const dataDir = join(emptyFolder(), 'new', 'data');
  expect(await checkDataDirectory(dataDir)).toMatchObject([{ result: 'ok' }]);
  expect(readdirSync(dataDir)).toEqual([]);
});

test.each([
  ['full', 50 * 2 ** 20, 'failure'],
  ['nearly full', 500 * 2 ** 20, 'warning'],
  ['roomy', 5 * 2 ** 30, 'ok'],
])('a disk that is %s', async (_name, bytes, result) => {
  const [finding] = await checkDataDirectory(emptyFolder(), async () => bytes);
  expect(finding).toMatchObject({ result, text: expect.stringMatching(/\d+ MB free/u) });
});

test('a data directory below a file is told', async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'data'), '');
  const [finding] = await checkDataDirectory(join(folder, 'data', 'inner'));
  expect(finding).toMatchObject({
    result: 'failure',
    text: expect.stringContaining('ENOTDIR'),
    remedy: expect.stringContaining('not a folder'),
  });
});

test('an archive is whole and says who has it open; without one, the first start makes it', async () => {
  const dataDir = emptyFolder();
  expect(await checkDatabase({ dataDir }, signal)).toEqual([
    { result: 'ok', text: 'none yet; created at the first start' },
  ]);
  const db = await openDatabase(dataDir);
  const lock = lockDataDirectory(dataDir);
  const [finding] = await checkDatabase({ dataDir }, signal);
  lock.release();
  await db.destroy();
  expect(finding?.text).toMatch(new RegExp(`^SQLite [\\d.]+, up to date, in use by process ${process.pid}$`, 'u'));
});

test('a damaged archive, and one that is no archive, are told with where to look', async () => {
  const dataDir = emptyFolder();
  const path = join(dataDir, 'kurzwelle.db');
  await (await openDatabase(dataDir)).destroy();
  writeSync(openSync(path, 'r+'), Buffer.alloc(8_192, 0x5a), 0, 8_192, statSync(path).size - 3 * 4_096);
  const damaged = await checkDatabase({ dataDir }, signal).catch((error: Error) => [
    { result: 'failure', text: error.message },
  ]);
  expect(damaged[0]?.result).toBe('failure');

  const other = emptyFolder();
  writeFileSync(join(other, 'kurzwelle.db'), 'no database at all, only some words that are long enough'.repeat(100));
  await expect(checkDatabase({ dataDir: other }, signal)).rejects.toThrow('file is not a database');
});

test('a look at an archive that takes too long is ended', async () => {
  const dataDir = emptyFolder();
  await (await openDatabase(dataDir)).destroy();
  await expect(checkDatabase({ dataDir }, AbortSignal.abort())).rejects.toThrow();
});

test('a server that cannot be reached is told without the password', async () => {
  const url = `postgres://kurzwelle:very-secret@127.0.0.1:${await freePort()}/news`;
  const error: Error = await checkDatabase({ dataDir: emptyFolder(), url }, signal).then(
    () => new Error('it was reached'),
    (problem: Error) => problem,
  );
  expect(error.message).toMatch(/ECONNREFUSED/u);
  expect(error.message).not.toContain('very-secret');
});

test('a port is free, taken by somebody, or taken by the service itself', async () => {
  const server = createServer();
  const port = await freePort();
  const dataDir = emptyFolder();
  mkdirSync(dataDir, { recursive: true });
  expect(await checkPort({ host: '127.0.0.1', port }, dataDir)).toMatchObject([{ result: 'ok' }]);
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  expect(await checkPort({ host: '127.0.0.1', port }, dataDir)).toMatchObject([
    { result: 'failure', text: expect.stringContaining('EADDRINUSE') },
  ]);
  const lock = lockDataDirectory(dataDir);
  expect(await checkPort({ host: '127.0.0.1', port }, dataDir)).toMatchObject([
    { result: 'ok', text: expect.stringContaining('running service') },
  ]);
  lock.release();
  expect(await checkPort({ host: '203.0.113.7', port }, dataDir)).toMatchObject([
    { result: 'failure', text: expect.stringContaining('EADDRNOTAVAIL') },
  ]);
});
