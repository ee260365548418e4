import type { Feed } from '../feeds/entry.ts';
import type { FeedValidators } from '../feeds/fetch-feed.ts';
import { toIso } from '../runtime/clock.ts';
import type { FeedRow } from '../storage/schema.ts';
import type { FeedFacts } from './feed-health.ts';
import type { FeedRhythm } from './feed-rhythm.ts';

/** After so many failures at the address a feed moved to, the configured one is asked again. */
const trustedFailures = 3;

/** Where to ask for a feed: at the address it moved to for good, unless it fails there. With it what that address gave last time. */
export function requestOf(
  { url }: Pick<Feed, 'url'>,
  state: FeedRow | undefined,
): { readonly url: string; readonly validators: FeedValidators } {
  if (state?.moved_to && state.failures >= trustedFailures) return { url, validators: {} };
  return {
    url: state?.moved_to ?? url,
    validators: {
      ...(state?.etag && { etag: state.etag }),
      ...(state?.last_modified && { lastModified: state.last_modified }),
    },
  };
}

/** The rhythm as of the last poll that brought an entry. */
export function rhythmOf(state: FeedRow | undefined): FeedRhythm | undefined {
  if (!state || state.new_per_day === null || state.newest_entry_at === null) return undefined;
  return {
    newPerDay: state.new_per_day,
    longestGapHours: state.longest_gap_hours ?? 0,
    newestAt: Temporal.Instant.from(state.newest_entry_at),
  };
}

/** A rhythm as the feed's row keeps it. */
export function rhythmColumns(rhythm: FeedRhythm | undefined) {
  return {
    new_per_day: rhythm?.newPerDay ?? null,
    longest_gap_hours: rhythm?.longestGapHours ?? null,
    newest_entry_at: rhythm ? toIso(rhythm.newestAt) : null,
  };
}

/** What the row says of the feed's health. */
export function factsOf(row: FeedRow): FeedFacts {
  return {
    failures: row.failures,
    entryCount: row.entry_count,
    trouble: row.trouble ?? undefined,
    problem: row.problem ?? undefined,
    lastSuccessAt: instantOf(row.last_success_at),
    newestEntryAt: instantOf(row.newest_entry_at),
    longestGapHours: row.longest_gap_hours ?? undefined,
  };
}

/** An instant as a row keeps it. */
export function instantOf(text: string | null | undefined): Temporal.Instant | undefined {
  return text ? Temporal.Instant.from(text) : undefined;
}
