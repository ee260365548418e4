import { PGlite } from '@electric-sql/pglite';
import { fromPglite } from 'pg-boss';
import { afterAll, describe, expect, test } from 'vitest';
import { createLocalJobs, type Jobs } from '../../src/jobs/jobs.ts';
import { openPgBossJobs } from '../../src/jobs/pg-boss-jobs.ts';
import { systemTimer } from '../../src/runtime/clock.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { jobsContract } from '../contracts/jobs-contract.ts';
import { createServerDatabase } from '../fakes/server-database.ts';

describe('in one process', () => jobsContract(async () => createLocalJobs({ timer: systemTimer, log: silentLog })));

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
  return closing(await openPgBossJobs(database.url, silentLog), database.drop);
}

async function openOnPglite() {
  pglite ??= PGlite.create();
  const db = await pglite;
  const jobs = await openPgBossJobs({ db: fromPglite(db), backend: 'pglite' }, silentLog);
  return closing(jobs, async () => void (await db.exec('drop schema pgboss cascade')));
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
