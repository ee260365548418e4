import pLimit, { type LimitFunction } from 'p-limit';
import type { Timer } from '../runtime/clock.ts';
import type { Log } from '../runtime/log.ts';

/**
 * What processes hand each other to do. The tables are the truth and a job is a hint: each tick sends again what the tables say is due,
 * so a lost job costs a minute, and every handler asks the tables first, so a job done twice changes nothing.
 */
export interface Jobs {
  /** Hands over a job, unless one of its queue and key waits or is being done. Never throws: the next tick sends it again. */
  send(queue: QueueName, key: string): Promise<void>;
  /** Does the jobs of a queue, this many at a time. One that throws is retried with growing delays, then moved to the dead letters. */
  work(queue: QueueName, together: number, handler: (key: string) => Promise<unknown>): Promise<void>;
  /** Takes no more jobs and waits for those in hand. */
  stop(): Promise<void>;
}

/** `poll-feed`: ask the feeds of the host that the key names. `deliver`: take part in sending what is due. */
export type QueueName = 'poll-feed' | 'deliver';

export const queueNames = ['poll-feed', 'deliver'] as const satisfies readonly QueueName[];

/** How often a job is tried again, and after how long first; each time twice as long. */
export const retries = { limit: 3, firstSeconds: 5 } as const;

interface Queue {
  readonly handler: (key: string) => Promise<unknown>;
  readonly limit: LimitFunction;
  /** Of jobs that wait or are being done. */
  readonly keys: Set<string>;
}

/** Jobs within one process, kept in memory: what a kill loses, the next tick sends again. */
export function createLocalJobs({ timer, log }: { readonly timer: Pick<Timer, 'wait'>; readonly log: Log }): Jobs {
  const queues = new Map<QueueName, Queue>();
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();

  async function doOne(name: QueueName, key: string, { handler }: Queue): Promise<void> {
    for (let tried = 0; !stopping.signal.aborted; tried++) {
      try {
        await handler(key);
        return;
      } catch (err) {
        if (tried === retries.limit)
          return log.error({ err, queue: name, key }, 'a job failed for good; the next tick sends it again');
        log.warn({ err, queue: name, key }, 'a job failed; it is tried again');
        await timer.wait(retries.firstSeconds * 1_000 * 2 ** tried, stopping.signal);
      }
    }
  }

  return {
    async send(name, key) {
      const queue = queues.get(name);
      if (!queue || queue.keys.has(key)) return;
      queue.keys.add(key);
      const job = queue.limit(doOne, name, key, queue).finally(() => {
        queue.keys.delete(key);
        running.delete(job);
      });
      running.add(job);
    },
    async work(name, together, handler) {
      queues.set(name, { handler, limit: pLimit(together), keys: new Set() });
    },
    async stop() {
      stopping.abort();
      await Promise.all(running);
    },
  };
}
