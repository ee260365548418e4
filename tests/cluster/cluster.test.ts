import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createServerDatabase, runOnServer } from '../fakes/server-database.ts';
import { runCluster } from './run-cluster.ts';

const server = process.env.TEST_DATABASE_URL;

/** The reduced form of bench/cluster-crash.ts. */
test.skipIf(server === undefined).each([
  ['discord', 2],
  ['slack', 4],
] as const)(
  'several processes deliver to %s from one database: whichever of %d is killed, and while the database is away, nothing is lost or seen twice',
  { timeout: 240_000 },
  async (platform, instances) => {
    const database = await createServerDatabase();
    const result = await runCluster({
      databaseUrl: database.url,
      platform,
      instances,
      deliveries: 300,
      killEveryMs: 300,
      requestsPerKill: 60,
      leastKills: 3,
      times: 20,
      seed: instances,
      limitMs: 200_000,
      interrupt: () => takeAway(database.name, server ?? ''),
    });
    await database.drop();
    expect(result).toMatchObject({ states: { sent: 300 }, lost: 0, seenTwice: 0 });
    expect(result.kills).toBeGreaterThanOrEqual(3);
  },
);

/** As a restart does, of this database alone: all connections break, and for two seconds there are no others. */
async function takeAway(name: string, url: string): Promise<void> {
  await runOnServer(url, `alter database ${name} with allow_connections false`);
  await runOnServer(url, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
  await setTimeout(2_000);
  await runOnServer(url, `alter database ${name} with allow_connections true`);
}
