import { runCluster } from '../../tests/cluster/run-cluster.ts';
import { createServerDatabase } from '../../tests/fakes/server-database.ts';
import { discordRate } from '../lib/fan-out-runs.ts';
import { type Figure, NotMeasured, type Step } from '../lib/figure.ts';
import { seeds } from '../lib/seeds.ts';

/** Processes that deliver one burst from one PostgreSQL database to a platform without limits; from the first post to the last. */
export const instances: Step = async ({ quick, say }) => {
  if (!process.env.TEST_DATABASE_URL)
    throw new NotMeasured('set TEST_DATABASE_URL to a PostgreSQL server on which databases may be created');
  const deliveries = quick ? 300 : 2_000;
  const figures: Figure[] = [];
  for (const processes of quick ? [1, 2] : [1, 2, 4]) {
    say(`${processes} process(es), ${deliveries} deliveries on PostgreSQL`);
    figures.push({
      step: 'fan-out',
      what: `${deliveries} posts, PostgreSQL, by ${processes}`,
      value: await postsPerSecond(processes, deliveries),
      unit: 'posts/s',
      yardstick: { what: "Discord's limit", value: discordRate.messages },
    });
  }
  return figures;
};

async function postsPerSecond(processes: number, deliveries: number): Promise<number> {
  const database = await createServerDatabase();
  try {
    const { postingSeconds, lost, seenTwice } = await runCluster({
      databaseUrl: database.url,
      platform: 'discord',
      instances: processes,
      deliveries,
      // How often to look whether all are sent.
      killEveryMs: 250,
      times: 1,
      seed: seeds.instances,
      limitMs: 180_000,
    });
    if (lost + seenTwice > 0) throw new Error(`${lost} deliveries were lost and ${seenTwice} seen twice.`);
    return deliveries / postingSeconds;
  } finally {
    await database.drop();
  }
}
