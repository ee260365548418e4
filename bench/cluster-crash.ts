import { execSync } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { runCluster } from '../tests/cluster/run-cluster.ts';
import { createServerDatabase } from '../tests/fakes/server-database.ts';

/**
 * Two and four processes deliver a burst from one database to a platform in a process of its own; one at random is killed with SIGKILL
 * every second and started again. `TEST_DATABASE_URL=... node bench/cluster-crash.ts [deliveries] [instances] [clock] [command]`;
 * the command restarts the server, once half is sent. `clock`: how many times faster than the world it goes for all of them, since each
 * kill costs a lease of two minutes. Exits with 1 when anything was lost or doubled.
 */
const [deliveries = '10000', only, times = '10', restart] = process.argv.slice(2);
const interrupt = restart
  ? async () => {
      execSync(restart, { stdio: 'ignore' });
      await setTimeout(0);
    }
  : undefined;
for (const instances of only ? [Number(only)] : [2, 4]) {
  for (const platform of ['discord', 'slack'] as const) {
    const database = await createServerDatabase();
    const result = await runCluster({
      databaseUrl: database.url,
      platform,
      instances,
      deliveries: Number(deliveries),
      killEveryMs: 1_000,
      requestsPerKill: 50,
      // Some hundred posts a second between them, so that the burst outlasts its kills and not only the leases of the killed.
      answerMs: 200,
      times: Number(times),
      seed: instances,
      limitMs: 1_500_000,
      ...(interrupt && { interrupt }),
    });
    await database.drop();
    console.log(JSON.stringify({ instances, platform, deliveries: Number(deliveries), ...result }));
    if (result.lost + result.seenTwice > 0) process.exitCode = 1;
  }
}
