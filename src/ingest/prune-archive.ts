import type { Clock } from '../runtime/clock.ts';
import type { Log } from '../runtime/log.ts';
import type { ArchivePlace, ArchiveRetention } from '../storage/upkeep/archive-retention.ts';

export interface ArchivePrunerOptions {
  readonly storage: ArchiveRetention;
  /** How long articles are kept after archiving; undefined: forever. */
  readonly days: number | undefined;
  readonly clock: Clock;
  readonly log: Log;
}

/** So few that a step is over before anybody waits for the database. */
const stepSize = 20;
/** After a walk through all that is old. */
const restMinutes = 60;

/** Removes old articles that nothing needs: one small step per call, and a pause when all old ones were examined. */
export function createArchivePruner({ storage, days, clock, log }: ArchivePrunerOptions): { tick(): Promise<number> } {
  let place: ArchivePlace | undefined;
  let followed: ReadonlySet<number> | undefined;
  let restsUntil: Temporal.Instant | undefined;
  return {
    async tick() {
      const now = clock.now();
      if (days === undefined || (restsUntil && Temporal.Instant.compare(now, restsUntil) < 0)) return 0;
      followed ??= await storage.followedStories();
      const before = now.subtract({ hours: 24 * days });
      const step = await storage.removeArticles(before, { after: place, limit: stepSize, followed });
      if (step.removed > 0) log.debug({ articles: step.removed, days }, 'old articles removed');
      place = step.place;
      restsUntil = place ? undefined : now.add({ minutes: restMinutes });
      if (!place) followed = undefined;
      return step.removed;
    },
  };
}
