import type { Feed } from '../feeds/entry.ts';
import type { FeedValidators } from '../feeds/fetch-feed.ts';
import { toIso } from '../runtime/clock.ts';
import type { FeedRow } from '../storage/tables.ts';
import { readReason } from '../wording/reason.ts';
import type { FeedFacts } from './feed-health.ts';
import type { FeedRhythm } from './feed-rhythm.ts';

/** After this many failures at a redirected URL, the configured one is fetched again. */
const trustedFailures = 3;

/**
 * Where to ask for a feed: at the address it moved to for good, unless it fails there. With it what that address gave last time, but
 * not with the first poll of a day (UTC): a server whose ETag never changes would hide the feed for ever.
 */
export function requestOf(
  { url }: Pick<Feed, 'url'>,
  state: FeedRow | undefined,
  now: Temporal.Instant,
): { readonly url: string; readonly validators: FeedValidators } {
  const address = addressOf({ url }, state);
  const isElsewhere = state?.moved_to != null && state.moved_to !== address;
  return { url: address, validators: isElsewhere || isFirstOfDay(state, now) ? {} : validatorsOf(state) };
}

/** Where the feed is, as far as we know. */
export function addressOf({ url }: Pick<Feed, 'url'>, state: FeedRow | undefined): string {
  return state?.moved_to && state.failures < trustedFailures ? state.moved_to : url;
}

function validatorsOf(state: FeedRow | undefined): FeedValidators {
  return {
    ...(state?.etag && { etag: state.etag }),
    ...(state?.last_modified && { lastModified: state.last_modified }),
  };
}

function isFirstOfDay(state: FeedRow | undefined, now: Temporal.Instant): boolean {
  const dayLength = 'YYYY-MM-DD'.length;
  return state?.last_polled_at?.slice(0, dayLength) !== toIso(now).slice(0, dayLength);
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

/** A rhythm as stored in the feed's row. */
export function rhythmColumns(rhythm: FeedRhythm | undefined) {
  return {
    new_per_day: rhythm?.newPerDay ?? null,
    longest_gap_hours: rhythm?.longestGapHours ?? null,
    newest_entry_at: rhythm ? toIso(rhythm.newestAt) : null,
  };
}

/** The health facts in the feed's row. */
export function factsOf(row: FeedRow): FeedFacts {
  return {
    failures: row.failures,
    entryCount: row.entry_count,
    trouble: row.trouble ?? undefined,
    problem: row.problem === null ? undefined : readReason(row.problem),
    lastSuccessAt: instantOf(row.last_success_at),
    newestEntryAt: instantOf(row.newest_entry_at),
    longestGapHours: row.longest_gap_hours ?? undefined,
  };
}

/** An instant as stored in a row. */
export function instantOf(text: string | null | undefined): Temporal.Instant | undefined {
  return text ? Temporal.Instant.from(text) : undefined;
}
