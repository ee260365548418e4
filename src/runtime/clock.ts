import { setTimeout } from 'node:timers/promises';
/** The only source of "now". An argument everywhere, so that tests, the demo and simulations own time. */
export interface Clock {
  now(): Temporal.Instant;
}

export const systemClock: Clock = { now: () => Temporal.Now.instant() };

/** A clock that starts at `start` and runs at normal speed; `jumpTo` sets it. The demo uses it to run in July 2022. */
export function createShiftedClock(start: Temporal.Instant): Clock & { jumpTo(instant: Temporal.Instant): void } {
  let offset = Temporal.Now.instant().until(start);
  return {
    now: () => Temporal.Now.instant().add(offset),
    jumpTo(instant) {
      offset = Temporal.Now.instant().until(instant);
    },
  };
}

/** The instant as storage keeps it: UTC with milliseconds, so that text order is time order. */
export function toIso(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: 'millisecond' });
}

/** Waiting, passed in like the clock. Its count is steady: setting the system's time does not move it. */
export interface Timer {
  nowMs(): number;
  /** Waits for the time, or until the signal, whichever comes first. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

export const systemTimer: Timer = {
  nowMs: () => performance.now(),
  async wait(ms, signal) {
    await setTimeout(ms, undefined, { signal }).catch(() => undefined);
  },
};
