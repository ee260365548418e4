import type { Clock } from '../../src/runtime/clock.ts';

/** A clock that all processes agree on, and that goes so many times faster: what waits for a lease waits less. */
export function createFastClock(start: Temporal.Instant, times: number): Clock {
  const startMs = start.epochMilliseconds;
  return {
    now: () => Temporal.Instant.fromEpochMilliseconds(Math.floor(startMs + (Date.now() - startMs) * times)),
  };
}
