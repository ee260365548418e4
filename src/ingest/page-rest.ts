import type { Clock } from '../runtime/clock.ts';

/** Pages that could not be read, and when to retry them. Kept in memory: after a restart each is tried once more. */
export interface PageRest {
  /** Why the page is not fetched for now; undefined if it may be. */
  restingFor(articleId: string): string | undefined;
  failed(articleId: string, failure: { readonly message: string; readonly retryAfterMs?: number }): void;
  readWell(articleId: string): void;
  /** Whether it failed so often that it should be given up. */
  isHopeless(articleId: string): boolean;
}

const firstWaitMinutes = 5;
const longestWaitMinutes = 24 * 60;
/** About a day of trying. */
const hopelessFrom = 8;
/** Pages remembered; the oldest are forgotten and cost one more request. */
const remembered = 5_000;

/** Exponential backoff for failing pages: 5 minutes, 10, 20, up to a day, or as long as their server asks. */
export function createPageRest(clock: Clock): PageRest {
  const pages = new Map<
    string,
    { readonly failures: number; readonly until: Temporal.Instant; readonly message: string }
  >();
  return {
    restingFor(articleId) {
      const page = pages.get(articleId);
      return page && Temporal.Instant.compare(clock.now(), page.until) < 0 ? page.message : undefined;
    },
    failed(articleId, { message, retryAfterMs = 0 }) {
      const failures = (pages.get(articleId)?.failures ?? 0) + 1;
      const own = Math.min(firstWaitMinutes * 2 ** (failures - 1), longestWaitMinutes);
      const waitMs = Math.max(own * 60_000, Math.min(retryAfterMs, longestWaitMinutes * 60_000));
      pages.delete(articleId);
      pages.set(articleId, { failures, until: clock.now().add({ milliseconds: waitMs }), message });
      if (pages.size > remembered) pages.delete(pages.keys().next().value ?? '');
    },
    readWell(articleId) {
      pages.delete(articleId);
    },
    isHopeless: (articleId) => (pages.get(articleId)?.failures ?? 0) >= hopelessFrom,
  };
}
