import PQueue from 'p-queue';

/** Runs work of one key in the order of the calls, so much of it at a time; work of other keys does not wait for it. */
export type KeyedLimiter = <Result>(
  key: string,
  work: () => Promise<Result>,
  /** Rejects with its reason at once, also while the work waits. */
  signal?: AbortSignal,
) => Promise<Result>;

/** A limiter by key, such as a host: at most `limit` at the same time for each. */
export function createKeyedLimiter(limit: number): KeyedLimiter {
  const queues = new Map<string, PQueue>();
  function queueOf(key: string): PQueue {
    const present = queues.get(key);
    if (present) return present;
    const queue = new PQueue({ concurrency: limit });
    queue.on('idle', () => queues.delete(key));
    queues.set(key, queue);
    return queue;
  }
  return (key, work, signal) => queueOf(key).add(work, signal && { signal });
}
