import type { Timer } from '../runtime/timer.ts';

/** A rest that ends at a time, or as soon as somebody ends it. */
export interface WakeUp {
  /** Ends the rest that is, or the next one. */
  wake(): void;
  /** Rests until that time of the timer; Infinity: until woken. */
  restUntil(timeMs: number): Promise<void>;
}

/** Timers cannot wait longer, and would not wait at all: https://nodejs.org/api/timers.html#settimeoutcallback-delay-args */
const longestMs = 2 ** 31 - 1;

export function createWakeUp(timer: Timer): WakeUp {
  let woken = Promise.withResolvers<void>();
  return {
    wake: () => woken.resolve(),
    async restUntil(timeMs) {
      if (timeMs === Number.POSITIVE_INFINITY) await woken.promise;
      else {
        const waiting = new AbortController();
        const ms = Math.min(Math.max(0, timeMs - timer.nowMs()), longestMs);
        await Promise.race([woken.promise, timer.wait(ms, waiting.signal)]);
        waiting.abort();
      }
      woken = Promise.withResolvers();
    },
  };
}
