import type { Clock } from '../runtime/clock.ts';
import type { Log } from '../runtime/log.ts';

/** The storage of pruning; each call returns how many it removed. */
export interface RetentionStorage {
  removeDeliveries(before: Temporal.Instant, limit: number): Promise<number>;
  removeBriefings(before: Temporal.Instant, limit: number): Promise<number>;
}

export interface PruneOptions {
  readonly storage: RetentionStorage;
  /** How long finished deliveries are kept. */
  readonly days: number;
  readonly clock: Clock;
  readonly log: Log;
}

/** So few that a step is over before anybody waits for the database. */
const stepSize = 200;
/** When nothing was left to remove. */
const restMinutes = 60;

/** Removes old deliveries, and briefings that no delivery carries any more: one small step per call, and a pause when all is done. */
export function createPruner({ storage, days, clock, log }: PruneOptions): { tick(): Promise<number> } {
  let restsUntil: Temporal.Instant | undefined;
  return {
    async tick() {
      const now = clock.now();
      if (restsUntil && Temporal.Instant.compare(now, restsUntil) < 0) return 0;
      const before = now.subtract({ hours: 24 * days });
      const deliveries = await storage.removeDeliveries(before, stepSize);
      const briefings = await storage.removeBriefings(before, stepSize);
      if (deliveries + briefings > 0)
        log.debug({ deliveries, briefings, days }, 'old deliveries and briefings removed');
      const isDone = deliveries < stepSize && briefings < stepSize;
      restsUntil = isDone ? now.add({ minutes: restMinutes }) : undefined;
      return deliveries + briefings;
    },
  };
}
