import { setImmediate } from 'node:timers/promises';
import type { Clock, Timer } from '../../src/runtime/clock.ts';

/** A clock and a timer that go on only when everybody waits, and then at once to the next who does: an hour takes what its work takes. */
export interface VirtualTime extends Timer {
  readonly clock: Clock;
  /** Lets time pass until the work is done. */
  run<Result>(work: Promise<Result>): Promise<Result>;
  /** Sets the clock, forward or back; waiting goes on as it was. */
  setClock(instant: Temporal.Instant): void;
}

interface Sleeper {
  readonly atMs: number;
  readonly wake: () => void;
}

/** Time that begins at an instant. Nothing may wait for the real world while it runs. */
export function createVirtualTime(start: Temporal.Instant): VirtualTime {
  let nowMs = 0;
  let base = start;
  /** Ascending; those of one millisecond in the order they came. */
  const sleepers: Sleeper[] = [];

  function passToNext(): void {
    const next = sleepers.shift();
    if (!next) throw new Error('Nobody waits for time to pass, and yet the work is not done');
    nowMs = Math.max(nowMs, next.atMs);
    next.wake();
  }

  return {
    clock: { now: () => base.add({ milliseconds: Math.floor(nowMs) }) },
    nowMs: () => nowMs,

    wait(ms, signal) {
      if (signal.aborted) return Promise.resolve();
      const { promise, resolve } = Promise.withResolvers<void>();
      const sleeper: Sleeper = {
        atMs: nowMs + ms,
        wake() {
          signal.removeEventListener('abort', giveUp);
          resolve();
        },
      };
      function giveUp(): void {
        sleepers.splice(sleepers.indexOf(sleeper), 1);
        resolve();
      }
      signal.addEventListener('abort', giveUp, { once: true });
      sleepers.splice(sleepers.findLastIndex(({ atMs }) => atMs <= sleeper.atMs) + 1, 0, sleeper);
      return promise;
    },

    async run(work) {
      let isDone = false;
      const watched = work.finally(() => {
        isDone = true;
      });
      watched.catch(() => undefined);
      for (;;) {
        await setImmediate();
        if (isDone) return watched;
        if (!isAnyoneAtWork()) passToNext();
      }
    },

    setClock(instant) {
      base = instant.subtract({ milliseconds: Math.floor(nowMs) });
    },
  };
}

/** Who works for long gives way to others and goes on in the next round of the event loop: how often depends on the machine. */
function isAnyoneAtWork(): boolean {
  return process.getActiveResourcesInfo().includes('Immediate');
}
