import { connect, createServer, type Socket } from 'node:net';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { createDamageNotice } from '../../src/storage/damage.ts';
import { openPostgresDatabase } from '../../src/storage/database.ts';
import { DamagedArchiveError, databaseTrouble, isDatabaseOutage } from '../../src/storage/database-trouble.ts';
import { createStorage } from '../../src/storage/storage.ts';
import { UserError } from '../../src/user-error.ts';
import { createServerDatabase, runOnServer } from '../fakes/server-database.ts';
import { testEngine } from '../fakes/test-database.ts';

const errorOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (reason: unknown) => reason,
  );

test('a file that cannot be opened is the database being in trouble, a wrong query is not', () => {
  expect(isDatabaseOutage(thrownBy(() => new DatabaseSync('/nowhere/kurzwelle.db')))).toBe(true);
  expect(isDatabaseOutage(thrownBy(() => new DatabaseSync(':memory:').exec('select from')))).toBe(false);
});

test.each([
  [new UserError('There is no topic "x".')],
  [new TypeError('Cannot read properties of undefined')],
  ['not even an error'],
])('%s is none', (error) => expect(isDatabaseOutage(error)).toBe(false));

test.each([
  ['53100', 'full'],
  ['58030', 'disk'],
  ['XX001', 'damaged'],
  ['XX002', 'damaged'],
])('what a server says with SQLSTATE %s is a database that is %s', (code, kind) => {
  const error = new Error('a query failed', { cause: Object.assign(new Error('as the server says'), { code }) });
  expect(databaseTrouble(error)).toMatchObject({ kind, text: expect.stringContaining('(as the server says)') });
});

describe.skipIf(testEngine !== 'postgres')('on a server', () => {
  test('one that refuses, one that is told to stop, and a network that breaks are; a wrong query is not', async () => {
    const database = await createServerDatabase();
    const wire = await startWire(new URL(database.url));
    const db = await openPostgresDatabase(wire.url);
    expect(isDatabaseOutage(await errorOf(sql`select nothing`.execute(db)))).toBe(false);
    const cut = errorOf(sql`select pg_sleep(30)`.execute(db));
    await expect.poll(() => wire.cut()).toBeGreaterThan(0);
    expect(isDatabaseOutage(await cut)).toBe(true);
    const stopped = errorOf(sql`select pg_terminate_backend(pg_backend_pid())`.execute(db));
    expect(isDatabaseOutage(await stopped)).toBe(true);
    await wire.stop();
    expect(isDatabaseOutage(await errorOf(sql`select 1`.execute(db)))).toBe(true);
    await db.destroy();
    await database.drop();
  });

  test('damage makes all connections of this process read, and only read', async () => {
    const database = await createServerDatabase();
    const damage = createDamageNotice();
    const db = await openPostgresDatabase(database.url, { poolSize: 2, damage });
    const storage = createStorage(db);
    await storage.serviceFacts.save('name', 'before');
    const raise = sql`do $$ begin raise exception using errcode = 'data_corrupted', message = 'invalid page'; end $$`;
    await Promise.all([errorOf(raise.execute(db)), storage.serviceFacts.find('name')]);
    expect(damage.found()).toMatchObject({ kind: 'damaged', text: expect.stringContaining('invalid page') });
    const writes = [1, 2, 3].map((number) => errorOf(storage.serviceFacts.save('name', `after ${number}`)));
    for (const error of await Promise.all(writes)) expect(error).toBeInstanceOf(DamagedArchiveError);
    expect(await storage.serviceFacts.find('name')).toBe('before');
    await storage.close();
    await database.drop();
  });

  test('a user whom the server does not know is a mistake, not trouble', async () => {
    const url = new URL(process.env.TEST_DATABASE_URL ?? '');
    url.pathname = '/there_is_no_such_database';
    expect(isDatabaseOutage(await errorOf(runOnServer(url.href, 'select 1')))).toBe(false);
  });
});

function thrownBy(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}

/** A wire to a server that can be cut. */
async function startWire(target: URL) {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(target.port || 5432), target.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy()).on('close', () => sockets.delete(one));
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = new URL(target);
  url.hostname = '127.0.0.1';
  if (typeof address === 'object' && address) url.port = String(address.port);
  const cut = (): number => {
    const count = sockets.size;
    for (const socket of sockets) socket.destroy();
    return count;
  };
  return {
    url: url.href,
    cut,
    stop: () => {
      cut();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
