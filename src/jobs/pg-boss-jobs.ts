import { type ConstructorOptions, PgBoss } from 'pg-boss';
import type { Log } from '../runtime/log.ts';
import { type Jobs, type QueueName, queueNames, retries } from './jobs.ts';

/** Where jobs go that failed for good. */
const deadLetters = 'dead-letter';
/** A worker that is gone is noticed so soon, and its job given to another; by default that takes 15 minutes. */
const heartbeatSeconds = 20;
const superviseSeconds = 10;
/** A worker that lives but hangs: longer than the first poll of a host with many pages takes. */
const expireSeconds = 1_800;
const pollSeconds = 1;

/** The server's address, or a database of another kind by one of pg-boss's adapters. */
export type JobsDatabase = string | Pick<ConstructorOptions, 'db' | 'backend'>;

/**
 * Jobs among all processes on one database, by pg-boss in a schema of its own (`pgboss`): at least once each, with retries, back-off
 * and dead letters, to be seen in its dashboard. Without LISTEN: workers ask each second.
 */
export async function openPgBossJobs(database: JobsDatabase, log: Log): Promise<Jobs> {
  const boss = new PgBoss({
    ...(typeof database === 'string' ? { connectionString: database } : database),
    application_name: 'kurzwelle jobs',
    max: 3,
    schedule: false,
    superviseIntervalSeconds: superviseSeconds,
    monitorIntervalSeconds: superviseSeconds,
  });
  boss.on('error', (err) => log.warn({ err }, 'the job queue had trouble and continues'));
  await boss.start();
  await boss.createQueue(deadLetters);
  for (const name of queueNames) {
    await boss.createQueue(name, {
      policy: 'exclusive',
      retryLimit: retries.limit,
      retryDelay: retries.firstSeconds,
      retryBackoff: true,
      expireInSeconds: expireSeconds,
      heartbeatSeconds,
      deadLetter: deadLetters,
    });
  }

  return {
    async send(queue, key) {
      try {
        await boss.send(queue, { key }, { singletonKey: key });
      } catch (err) {
        log.warn({ err, queue, key }, 'a job was not handed over; the next tick sends it again');
      }
    },
    async work(queue: QueueName, together, handler) {
      await boss.work<{ key: string }>(
        queue,
        { localConcurrency: together, pollingIntervalSeconds: pollSeconds },
        async (jobs) => {
          for (const { data } of jobs) await handler(data.key);
        },
      );
    },
    stop: () => boss.stop({ graceful: true, timeout: 30_000 }),
  };
}
