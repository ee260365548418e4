import { LRUCache } from 'lru-cache';

/** How much is remembered, for how long. */
export interface MemoryLimits {
  readonly max: number;
  readonly minutes: number;
  readonly now: () => Temporal.Instant;
}

/** What is remembered in this process alone, each for so many minutes since it was set; the oldest goes first where there are many. */
export function createShortMemory<Value extends object>({ max, minutes, now }: MemoryLimits): LRUCache<string, Value> {
  const ttl = Temporal.Duration.from({ minutes }).total('milliseconds');
  // Without a resolution every look reads the clock.
  return new LRUCache({ max, ttl, ttlResolution: 0, perf: { now: () => now().epochMilliseconds } });
}
