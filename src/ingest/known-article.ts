import { type Article, revisedAt } from '../articles/article.ts';
import type { Entry } from '../feeds/entry.ts';
import { toIso } from '../runtime/clock.ts';
import type { EntryState, RemovedState } from '../storage/articles/feeds.ts';
import type { Storage } from '../storage/storage.ts';

/** Whether some feed listed the entry with this title and date before. DW moves the date of what it updates. */
export async function isListedSo(entry: Entry, storage: Storage): Promise<boolean> {
  const at = entry.publishedAt ? toIso(entry.publishedAt) : null;
  const rows = await storage.feeds.entriesOf(entry.id);
  return rows.some((row) => row.title === entry.title && row.published_at === at && archivedStates.has(row.state));
}

/** Whether the operator took it out of the archive; `kurzwelle forget article`. */
export async function isRemoved(entry: Entry, storage: Storage): Promise<boolean> {
  return (await storage.feeds.entriesOf(entry.id)).some(({ state }) => state === ('removed' satisfies RemovedState));
}

const archivedStates: ReadonlySet<string> = new Set<EntryState>(['stored', 'unchanged']);

/** Why the page just read is not a new revision; undefined if it is one. A changed date alone is not a revision. */
export async function whyNoRevision(
  read: Article,
  known: Article,
  entry: Entry,
  storage: Storage,
): Promise<string | undefined> {
  const { fromFeedOnly } = read;
  if (fromFeedOnly && !known.fromFeedOnly) {
    return `its page cannot be read any more (${fromFeedOnly}); revision ${known.revision} stays`;
  }
  if (saysTheSame(read, known)) {
    return `listed anew; ${fromFeedOnly ? 'the feed' : 'the page'} still says what revision ${known.revision} says`;
  }
  if (!fromFeedOnly || isLater(entry, known)) return undefined;
  // Feeds are not renewed together: what they alone tell would go back and forth between an old headline and a new one.
  const revisions = await storage.articles.revisionsOf(known.id);
  return revisions.some((revision) => saysTheSame(read, revision))
    ? `another feed says what revision ${known.revision} says, which is newer`
    : undefined;
}

function saysTheSame(one: Article, other: Article): boolean {
  const texts = ({ headline, lead, blocks }: Article): string =>
    JSON.stringify([headline, lead, blocks.map(({ text }) => text)]);
  return texts(one) === texts(other);
}

function isLater({ publishedAt }: Entry, known: Article): boolean {
  const knownAt = revisedAt(known);
  return publishedAt !== undefined && Temporal.Instant.compare(publishedAt, knownAt) > 0;
}

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

/** Whether an entry of this date is too old to fetch. */
export function isOlderThan(instant: Temporal.Instant, now: Temporal.Instant, days: number): boolean {
  return instant.until(now).total('hours') > days * 24;
}
