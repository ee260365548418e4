import { fetchPage, type PageFetchOptions } from '../articles/fetch-page.ts';
import type { Entry, Feed } from '../feeds/entry.ts';
import type { FeedFetchError } from '../feeds/feed-error.ts';
import { type FetchedFeed, fetchFeed } from '../feeds/fetch-feed.ts';
import { type Clock, toIso } from '../runtime/clock.ts';
import type { Http } from '../runtime/http.ts';
import type { Log } from '../runtime/log.ts';
import type { Robots } from '../runtime/robots.ts';
import { yieldToEventLoop } from '../runtime/yield-to-event-loop.ts';
import type { EntryState, Listing, RemovedState } from '../storage/articles/feeds.ts';
import type { Storage } from '../storage/storage.ts';
import type { FeedRow } from '../storage/tables.ts';
import type { StoryDocument } from '../stories/story-document.ts';
import { otherReason, storedReason } from '../wording/reason.ts';
import type { Archiver } from './archive-article.ts';
import type { DocumentParser } from './document-parser.ts';
import { type FeedTrouble, instantOf, requestOf, rhythmColumns, rhythmOf } from './feed-health.ts';
import { isOlderThan, isSilent } from './known-article.ts';
import {
  afterMinutes,
  backOffMinutes,
  type FeedRhythm,
  feedRhythm,
  type PollBounds,
  pollInterval,
} from './poll-schedule.ts';
import type { EntryOutcome, EntryReader } from './read-entry.ts';
import { withdrawPublished } from './recall.ts';

export interface PollFeedOptions {
  readonly bounds: PollBounds;
  readonly maxAgeDays: number;
  readonly storage: Storage;
  readonly http: Http;
  readonly robots: Robots;
  readonly documents: DocumentParser;
  readonly readEntry: EntryReader;
  /** Prepares for the articles of a feed's entries, before the first is read. */
  readonly expect: Archiver['expect'];
  readonly clock: Clock;
  readonly log: Log;
  readonly isStopping: () => boolean;
}

/** How a poll ended. */
export type PollResult =
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'read';
      readonly form: string;
      readonly entries: number;
      readonly stored: number;
      /** What became of the entries that were looked at; those listed as before are not. */
      readonly states: Readonly<Partial<Record<EntryState, number>>>;
    }
  | {
      readonly kind: 'failed';
      readonly problem: string;
      readonly trouble: FeedTrouble;
      /** Until when the server wants to be left alone, by this and all its other feeds. */
      readonly hostRestsUntil?: Temporal.Instant;
    };

/** The number of arrivals from which a feed's rhythm is computed. */
const rhythmArrivals = 200;

/** Polls one feed: fetches conditionally, archives new entries, decides on the next poll, and records the result. */
export async function pollFeed(feed: Feed, state: FeedRow | undefined, options: PollFeedOptions): Promise<PollResult> {
  const { storage, clock, log } = options;
  const polledAt = clock.now();
  const { url, validators } = requestOf(feed, state, polledAt);
  const fetched = await fetchFeed({ ...feed, url }, validators, options);
  if (fetched.kind === 'failed') return recordFailure(feed, state, fetched.error, polledAt, options);
  const { movedTo = url } = fetched;
  if (movedTo !== url)
    log.warn({ feedId: feed.id, from: url, to: movedTo }, 'feed moved; its new address is polled from now on');
  const poll = { feed, state, polledAt, movedTo: movedTo === feed.url ? null : movedTo };
  if (fetched.kind === 'read') return recordRead(fetched, poll, options);
  const asksMinutes = fetched.maxAgeMs === undefined ? (state?.asks_minutes ?? 0) : fetched.maxAgeMs / 60_000;
  await storage.feeds.update(feed.id, {
    ...successColumns(poll, { rhythm: rhythmOf(state), asksMinutes }, options),
    // What was wrong with the document is wrong with it still.
    problem: state?.failures === 0 ? state.problem : null,
  });
  return { kind: 'unchanged' };
}

interface Poll {
  readonly feed: Feed;
  readonly state: FeedRow | undefined;
  readonly polledAt: Temporal.Instant;
  /** Where the feed is, if not at its configured address. */
  readonly movedTo: string | null;
}

async function recordRead(
  { parsed, etag, lastModified, maxAgeMs = 0 }: Extract<FetchedFeed, { kind: 'read' }>,
  poll: Poll,
  options: PollFeedOptions,
): Promise<PollResult> {
  const { feed, state } = poll;
  const { storage, clock, log } = options;
  const { states, fresh, isComplete } = await readEntries(feed, parsed.entries, state, options);
  const stored = states.stored ?? 0;
  const result = { kind: 'read', form: parsed.form, entries: parsed.entries.length, stored, states } as const;
  // Without the new validators the next poll reads the whole feed again: nothing is lost by stopping here.
  if (!isComplete) return result;
  const seededAt = instantOf(state?.seeded_at) ?? clock.now();
  await checkVanished(feed, parsed.entries, poll.polledAt, options);
  const rhythm = fresh > 0 ? await freshRhythm(feed.id, seededAt, options) : rhythmOf(state);
  const asksMinutes = Math.max(maxAgeMs / 60_000, parsed.ttlMinutes ?? 0);
  // With an entry left unread the validators are not kept: a 304 would hide it from the next try.
  const isAllRead = states['fetch-failed'] === undefined;
  await storage.feeds.update(feed.id, {
    ...successColumns(poll, { rhythm, asksMinutes }, options),
    ...rhythmColumns(rhythm),
    etag: isAllRead ? (etag ?? null) : null,
    last_modified: isAllRead ? (lastModified ?? null) : null,
    entry_count: parsed.entries.length,
    problem: parsed.problems[0] === undefined ? null : storedReason(otherReason(parsed.problems[0])),
    seeded_at: toIso(seededAt),
  });
  const facts = { feedId: feed.id, entries: result.entries, stored, seed: !state?.seeded_at };
  log[stored > 0 ? 'info' : 'debug'](facts, 'feed read');
  return result;
}

async function freshRhythm(
  feedId: string,
  seededAt: Temporal.Instant,
  { storage, clock }: PollFeedOptions,
): Promise<FeedRhythm | undefined> {
  return feedRhythm(await storage.feeds.arrivals(feedId, seededAt, rhythmArrivals), clock.now());
}

function successColumns(
  { feed, polledAt, movedTo }: Poll,
  pace: { readonly rhythm: FeedRhythm | undefined; readonly asksMinutes: number },
  { bounds }: PollFeedOptions,
) {
  const { minutes, why } = pollInterval(pace, bounds, polledAt);
  return {
    failures: 0,
    trouble: null,
    moved_to: movedTo,
    asks_minutes: Math.ceil(pace.asksMinutes) || null,
    interval_minutes: minutes,
    interval_reason: JSON.stringify(why),
    last_polled_at: toIso(polledAt),
    last_success_at: toIso(polledAt),
    next_poll_at: toIso(afterMinutes(polledAt, minutes, feed.id)),
  };
}

async function recordFailure(
  feed: Feed,
  state: FeedRow | undefined,
  { message: problem, why, reason, status, retryAfterMs }: FeedFetchError,
  polledAt: Temporal.Instant,
  { storage, log, bounds }: PollFeedOptions,
): Promise<PollResult> {
  const failures = (state?.failures ?? 0) + 1;
  const trouble = status === 410 ? 'gone' : reason;
  const waitMinutes = backOffMinutes({ failures, retryAfterMs, isGone: trouble === 'gone' }, bounds);
  const nextPollAt = afterMinutes(polledAt, waitMinutes, feed.id);
  await storage.feeds.update(feed.id, {
    failures,
    problem: storedReason(why),
    trouble,
    last_polled_at: toIso(polledAt),
    next_poll_at: toIso(nextPollAt),
  });
  log.warn({ feedId: feed.id, failures, nextTryMinutes: Math.round(waitMinutes) }, `feed not read: ${problem}`);
  const isHostBusy = status === 429 && retryAfterMs !== undefined;
  return { kind: 'failed', problem, trouble, ...(isHostBusy ? { hostRestsUntil: nextPollAt } : {}) };
}

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
async function readEntries(
  feed: Feed,
  entries: readonly Entry[],
  state: FeedRow | undefined,
  { storage, readEntry, expect, clock, maxAgeDays, isStopping }: PollFeedOptions,
): Promise<EntriesRead> {
  const now = clock.now();
  const listings = await storage.feeds.listings(
    feed.id,
    entries.map(({ id }) => id),
  );
  const isSettled = (entry: Entry): boolean => isListedAsBefore(entry, listings.get(entry.id), now, maxAgeDays);
  await storage.feeds.markSeen(feed.id, entries.filter(isSettled), now);
  if (!entries.every(isSettled)) expect(entries.map((entry) => reportOf(entry, feed)));
  const states: Partial<Record<EntryOutcome, number>> = {};
  const facts = { seededAt: instantOf(state?.seeded_at), lastSuccessAt: instantOf(state?.last_success_at) };
  for (const entry of entries) {
    if (isSettled(entry)) continue;
    if (isStopping()) return { states, fresh: 0, isComplete: false };
    // What is not fetched, such as old entries, waits for nothing else: a document lists up to 10,000 of them.
    await yieldToEventLoop();
    const earlier = earlierOf(listings.get(entry.id));
    const outcome = await readEntry(feed, entry, { isSeed: isSilent(entry, { ...facts, earlier }) });
    states[outcome] = (states[outcome] ?? 0) + 1;
  }
  return { states, fresh: entries.filter(({ id }) => !listings.has(id)).length, isComplete: true };
}

function reportOf({ id, language, title, lead, publishedAt }: Entry, feed: Feed): StoryDocument {
  return {
    id,
    language: language ?? feed.language,
    headline: title,
    body: lead ?? '',
    ...(publishedAt && { publishedAt }),
  };
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

export interface VanishedOptions extends PageFetchOptions {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly log: Log;
}

/** Pages asked for in one poll: a feed that its editors fill by hand drops entries every hour. */
const mostPages = 3;

/**
 * Withdraws articles that posts quote and their publisher took off its site. An entry that a feed listed with its last poll, and does not list now
 * although it lists older ones, left before its time: its page is asked for once, and where that is gone as well (404, 410), so is the article. What
 * nobody was posted is left alone: feeds that editors fill by hand drop twenty entries a day, and each page would be asked for twice.
 */
async function checkVanished(
  feed: Feed,
  entries: readonly Entry[],
  polledAt: Temporal.Instant,
  { storage, clock, log, ...http }: VanishedOptions,
): Promise<void> {
  const dates = entries.flatMap(({ publishedAt }) => publishedAt ?? []).toSorted(Temporal.Instant.compare);
  const [oldest] = dates;
  if (!oldest) return;
  const vanished = await storage.feeds.vanished(feed.id, {
    listed: new Set(entries.map(({ id }) => id)),
    before: polledAt,
    newerThan: oldest,
    limit: mostPages,
  });
  for (const { article_id: id, url, kind } of vanished) {
    const fetched = await fetchPage({ url, kind }, http);
    const status = fetched.kind === 'failed' ? fetched.error.status : undefined;
    if (status !== 404 && status !== 410) continue;
    if (!(await withdrawPublished(id, { storage, clock }))) continue;
    await storage.feeds.markWithdrawn(id, `its page is gone (${status}), and feed ${feed.id} lists it no more`);
    log.warn({ feedId: feed.id, articleId: id, status }, 'an article was withdrawn by its publisher');
  }
}
