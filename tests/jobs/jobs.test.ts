import { PGlite } from '@electric-sql/pglite';
import { fromPglite } from 'pg-boss';
import { afterAll, describe, expect, test } from 'vitest';
import { createLocalJobs, type Jobs } from '../../src/jobs/jobs.ts';
import { openPgBossJobs } from '../../src/jobs/pg-boss-jobs.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { jobsContract } from '../contracts/jobs-contract.ts';
import { createServerDatabase, runOnServer } from '../fakes/server-database.ts';

describe('in one process', () => {
  const waits: number[] = [];
  const timer = { wait: async (ms: number) => void waits.push(ms) };
  jobsContract(async () => ({ ...createLocalJobs({ timer, log: silentLog }), hurry: async () => undefined }));

  test('each try waits twice as long as the one before', async () => {
    waits.length = 0;
    const jobs = createLocalJobs({ timer, log: silentLog });
    let tries = 0;
    await jobs.work('deliver', 1, async () => {
      tries++;
      throw new Error('the network is down');
    });
    await jobs.send('deliver', 'now');
    await expect.poll(() => tries).toBe(4);
    await jobs.stop();
    expect(waits).toEqual([5_000, 10_000, 20_000]);
  });
});

/** pg-boss keeps there when a failed job is due again. */
const hurry = `update pgboss.job set start_after = now() where state = 'retry'`;

const hasServer = process.env.TEST_DATABASE_URL !== undefined;

// Where there is no server.
describe.skipIf(hasServer)('by pg-boss on PGlite', () => jobsContract(openOnPglite));

describe.skipIf(!hasServer)('by pg-boss', () => {
  jobsContract(openOnServer);

  test('of two processes one does a job', async () => {
    const database = await createServerDatabase();
    const [one, other] = await Promise.all([
      openPgBossJobs(database.url, silentLog),
      openPgBossJobs(database.url, silentLog),
    ]);
    const done: string[] = [];
    for (const jobs of [one, other]) await jobs.work('poll-feed', 1, async (key) => done.push(key));
    for (const jobs of [one, other]) await jobs.send('poll-feed', 'rss.example');
    await expect.poll(() => done.length).toBeGreaterThan(0);
    await Promise.all([one.stop(), other.stop()]);
    await database.drop();
    expect(done).toEqual(['rss.example']);
  });
});

async function openOnServer() {
  const database = await createServerDatabase();
  const jobs = closing(await openPgBossJobs(database.url, silentLog), database.drop);
  return { ...jobs, hurry: () => runOnServer(database.url, hurry) };
}

async function openOnPglite() {
  pglite ??= PGlite.create();
  const db = await pglite;
  const jobs = await openPgBossJobs({ db: fromPglite(db), backend: 'pglite' }, silentLog);
  const closed = closing(jobs, async () => void (await db.exec('drop schema pgboss cascade')));
  return { ...closed, hurry: () => db.exec(hurry) };
}

/** One for all tests: it takes seconds to start. */
let pglite: Promise<PGlite> | undefined;
afterAll(async () => (await pglite)?.close());

/** Stopping twice is stopping once; then the database goes. */
function closing(jobs: Jobs, close: () => Promise<void>): Jobs {
  let stopped: Promise<void> | undefined;
  return {
    ...jobs,
    stop() {
      stopped ??= jobs.stop().then(close);
      return stopped;
    },
  };
}
