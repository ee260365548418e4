import type { Entry, Feed } from '../feeds/entry.ts';
import { toIso } from '../runtime/clock.ts';
import type { Listing, RemovedState } from '../storage/articles/feeds.ts';
import type { FeedRow } from '../storage/tables.ts';
import { isOlderThan } from './entry-age.ts';
import { instantOf } from './feed-state.ts';
import type { PollFeedOptions } from './poll-feed.ts';
import type { EntryOutcome } from './read-entry.ts';
import { isSilent } from './silent-entry.ts';

/** The outcomes of a document's entries; `fresh` ones were unknown before. */
export interface EntriesRead {
  /** What became of the entries that were looked at; those listed as before are not. */
  readonly states: Readonly<Partial<Record<EntryOutcome, number>>>;
  /** Entries the feed had never listed before. */
  readonly fresh: number;
  /** False when it stopped before the last one. */
  readonly isComplete: boolean;
}

/** Archives the entries of a poll. Unchanged listings cost one query and one write for all. */
export async function readEntries(
  feed: Feed,
  entries: readonly Entry[],
  state: FeedRow | undefined,
  { storage, readEntry, clock, maxAgeDays, isStopping }: PollFeedOptions,
): Promise<EntriesRead> {
  const now = clock.now();
  const listings = await storage.feeds.listings(
    feed.id,
    entries.map(({ id }) => id),
  );
  const isSettled = (entry: Entry): boolean => isListedAsBefore(entry, listings.get(entry.id), now, maxAgeDays);
  await storage.feeds.markSeen(feed.id, entries.filter(isSettled), now);
  const states: Partial<Record<EntryOutcome, number>> = {};
  const facts = { seededAt: instantOf(state?.seeded_at), lastSuccessAt: instantOf(state?.last_success_at) };
  for (const entry of entries) {
    if (isSettled(entry)) continue;
    if (isStopping()) return { states, fresh: 0, isComplete: false };
    const earlier = earlierOf(listings.get(entry.id));
    const outcome = await readEntry(feed, entry, { isSeed: isSilent(entry, { ...facts, earlier }) });
    states[outcome] = (states[outcome] ?? 0) + 1;
  }
  return { states, fresh: entries.filter(({ id }) => !listings.has(id)).length, isComplete: true };
}

/** With the same title and date, an archived entry is archived still, and one that was too old is older. What was removed stays so under any title. */
function isListedAsBefore(
  entry: Entry,
  listing: Listing | undefined,
  now: Temporal.Instant,
  maxAgeDays: number,
): boolean {
  if (listing?.state === ('removed' satisfies RemovedState)) return true;
  if (listing?.title !== entry.title) return false;
  if (listing.published_at !== (entry.publishedAt ? toIso(entry.publishedAt) : null)) return false;
  if (wasArchived(listing)) return true;
  return (
    listing.state === 'too-old' && entry.publishedAt !== undefined && isOlderThan(entry.publishedAt, now, maxAgeDays)
  );
}

function wasArchived({ state }: Listing): boolean {
  return state === 'stored' || state === 'unchanged';
}

function earlierOf(listing: Listing | undefined) {
  return listing && { firstSeenAt: Temporal.Instant.from(listing.first_seen_at), wasArchived: wasArchived(listing) };
}
