import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLocalLocks, type Locks } from '../../src/runtime/locks.ts';
import { createAdvisoryLocks } from '../../src/storage/postgres/advisory-locks.ts';
import { locksContract } from '../contracts/locks-contract.ts';
import { createServerDatabase } from '../fakes/server-database.ts';
import { testEngine } from '../fakes/test-database.ts';

describe('in one process', () => locksContract(async () => createLocalLocks()));

describe.skipIf(testEngine !== 'postgres')('on a server', () => {
  let database: Awaited<ReturnType<typeof createServerDatabase>>;
  const opened: Locks[] = [];
  const open = (): Locks => {
    const locks = createAdvisoryLocks(database.url);
    opened.push(locks);
    return locks;
  };
  beforeEach(async () => {
    database = await createServerDatabase();
  });
  afterEach(async () => {
    for (const locks of opened.splice(0)) await locks.stop();
    await database.drop();
  });

  locksContract(async () => open());

  test('one of two processes holds a name, the other after its release', async () => {
    const [one, other] = [open(), open()];
    const hold = await one.take('gateway');
    expect(await other.take('gateway')).toBeUndefined();
    await hold?.release();
    expect(await other.take('gateway')).toBeDefined();
  });

  test('a connection that breaks loses what it held, is told so, and takes again on another', async () => {
    const [one, other] = [open(), open()];
    const hold = await one.take('gateway');
    await terminateConnections(database.url);
    await expect.poll(() => hold?.lost.aborted).toBe(true);
    expect(await other.take('gateway')).toBeDefined();
    expect(await one.take('gateway')).toBeUndefined();
    expect(await one.take('planning')).toBeDefined();
  });

  test('while the server cannot be asked nothing is given', async () => {
    const locks = createAdvisoryLocks('postgres://nobody@127.0.0.1:1/none');
    expect(await locks.take('gateway')).toBeUndefined();
    await locks.stop();
  });
});

/** As a restart of the server does. */
async function terminateConnections(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'kurzwelle locks' and datname = current_database()",
  );
  await client.end();
  await setTimeout(50);
}
