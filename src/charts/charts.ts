import { Worker } from 'node:worker_threads';
import { LRUCache } from 'lru-cache';
import type { ChartAnswer, ChartOrder } from './chart-worker.ts';
import type { MentionPeriods } from './mention-periods.ts';

/** Draws charts, off the thread that answers people: one takes a tenth of a second and more. */
export interface Charts {
  /** Cached. Rejects if a chart cannot be drawn in time. */
  draw(counted: MentionPeriods, language: string): Promise<Uint8Array>;
  /** Nobody waits longer for an answer because of its chart; the next one finds it drawn. */
  readonly patienceMs: number;
  stop(): Promise<void>;
}

export interface ChartsOptions {
  /** How long the thread may idle before it ends, since it uses some 80 MB. */
  readonly restMs?: number;
  readonly timeoutMs?: number;
  readonly patienceMs?: number;
}

const mostKept = 200;

/** Starts its thread when the first chart is requested. */
export function createCharts(options: ChartsOptions = {}): Charts {
  const { restMs = 30_000, timeoutMs = 10_000, patienceMs = 5_000 } = options;
  const kept = new LRUCache<string, Promise<Uint8Array>>({ max: mostKept });
  const waiting = new Map<number, PromiseWithResolvers<Uint8Array>>();
  let worker: Worker | undefined;
  let rest: NodeJS.Timeout | undefined;
  let ordered = 0;

  return {
    patienceMs,
    draw(counted, language) {
      const key = JSON.stringify([counted, language]);
      const known = kept.get(key);
      if (known) return known;
      const drawn = order(counted, language);
      kept.set(key, drawn);
      drawn.catch(() => kept.delete(key));
      return drawn;
    },
    async stop() {
      clearTimeout(rest);
      await end(new Error('the service is stopping'));
    },
  };

  function order(counted: MentionPeriods, language: string): Promise<Uint8Array> {
    clearTimeout(rest);
    const id = ++ordered;
    const wanted = Promise.withResolvers<Uint8Array>();
    waiting.set(id, wanted);
    const late = setTimeout(() => void end(new Error(`a chart took longer than ${timeoutMs} ms`)), timeoutMs).unref();
    worker ??= hire();
    worker.ref();
    worker.postMessage({ id, counted, language } satisfies ChartOrder);
    return wanted.promise.finally(() => {
      clearTimeout(late);
      waiting.delete(id);
      if (waiting.size > 0) return;
      // A thread at rest keeps no process alive.
      worker?.unref();
      rest = setTimeout(() => void end(new Error('resting')), restMs).unref();
    });
  }

  function hire(): Worker {
    const hired = new Worker(new URL('./chart-worker.ts', import.meta.url));
    hired.on('message', (answer: ChartAnswer) => {
      const wanted = waiting.get(answer.id);
      if ('png' in answer) wanted?.resolve(answer.png);
      else wanted?.reject(new Error(answer.problem));
    });
    hired.on('error', (error) => {
      if (hired === worker) void end(error);
    });
    return hired;
  }

  /** Ends the thread; the next chart starts another. */
  async function end(reason: unknown): Promise<void> {
    const ended = worker;
    worker = undefined;
    for (const { reject } of waiting.values()) reject(reason);
    await ended?.terminate();
  }
}
