/** Frees the place. A second call does nothing. */
export type Release = () => void;

/** Limits concurrency by key: at most `limit` places at a time for each, granted in the order of the calls. */
export interface HostLimiter {
  take(key: string, signal?: AbortSignal): Promise<Release>;
}

/** A limiter by host: at most `limit` requests to one host at the same time. */
export function createHostLimiter(limit: number): HostLimiter {
  const waiting = new Map<string, { running: number; queue: (() => void)[] }>();

  return {
    async take(key, signal) {
      signal?.throwIfAborted();
      const line = waiting.get(key) ?? { running: 0, queue: [] };
      waiting.set(key, line);
      if (line.running < limit) line.running += 1;
      else await queueTurn(line.queue, signal);

      let ended = false;
      return () => {
        if (ended) return;
        ended = true;
        const next = line.queue.shift();
        if (next) next();
        else if (--line.running === 0) waiting.delete(key);
      };
    },
  };
}

function queueTurn(queue: (() => void)[], signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const called = () => {
      signal?.removeEventListener('abort', leave);
      resolve();
    };
    const leave = () => {
      queue.splice(queue.indexOf(called), 1);
      reject(signal?.reason);
    };
    signal?.addEventListener('abort', leave, { once: true });
    queue.push(called);
  });
}
