import type { Entry } from '../feeds/entry.ts';

/** Entries are listed late at times; what is older than this before the last good poll was not merely late. */
const overlapHours = 24;

/** What is known of the feed and of its earlier listing of the entry. */
export interface ListingFacts {
  /** When the first good poll of the feed ended. */
  readonly seededAt?: Temporal.Instant | undefined;
  readonly lastSuccessAt?: Temporal.Instant | undefined;
  readonly earlier?: { readonly firstSeenAt: Temporal.Instant; readonly wasArchived: boolean } | undefined;
}

/**
 * Whether an entry is archived in silence, causing no delivery: all of a feed's first poll, what could not be read then and is read now,
 * and what a feed digs out from before it was last read (a list that grew, a feed that was away and comes back with its past).
 */
export function isSilent(
  { publishedAt }: Pick<Entry, 'publishedAt'>,
  { seededAt, lastSuccessAt, earlier }: ListingFacts,
): boolean {
  if (!seededAt) return true;
  // An archived one is looked at again because it was changed, which is news.
  if (earlier) return !earlier.wasArchived && Temporal.Instant.compare(earlier.firstSeenAt, seededAt) <= 0;
  if (!publishedAt || !lastSuccessAt) return false;
  return Temporal.Instant.compare(publishedAt, lastSuccessAt.subtract({ hours: overlapHours })) < 0;
}
