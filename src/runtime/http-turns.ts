/** Gives back a turn. Calling it twice does nothing more. */
export type EndTurn = () => void;

/** Hands out turns by key, at most `limit` at a time for each, in the order they were asked for. */
export interface Turns {
  take(key: string, signal?: AbortSignal): Promise<EndTurn>;
}

/** Turns by host: nobody is asked for more than `limit` things at once. */
export function createTurns(limit: number): Turns {
  const waiting = new Map<string, { running: number; queue: (() => void)[] }>();

  return {
    async take(key, signal) {
      signal?.throwIfAborted();
      const line = waiting.get(key) ?? { running: 0, queue: [] };
      waiting.set(key, line);
      if (line.running < limit) line.running += 1;
      else await turnCalled(line.queue, signal);

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

function turnCalled(queue: (() => void)[], signal: AbortSignal | undefined): Promise<void> {
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
