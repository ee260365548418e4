import { z } from 'zod';
import type { Feed } from '../feeds/entry.ts';
import type { FeedFetchReason } from '../feeds/feed-error.ts';
import type { FeedValidators } from '../feeds/fetch-feed.ts';
import { toIso } from '../runtime/clock.ts';
import type { FeedRow } from '../storage/tables.ts';
import type { Catalog } from '../wording/catalog.ts';
import { type Reason, readReason, reason } from '../wording/reason.ts';
import type { FeedRhythm, PollInterval, PollPace } from './poll-schedule.ts';

/** Why a feed was not read. `gone`: the server says that it no longer exists (410). `unexpected`: a bug of ours. */
export type FeedTrouble = FeedFetchReason | 'gone' | 'unexpected';

/** The health of a feed, from its last polls. */
export type FeedHealthKind = 'ok' | 'new' | 'failing' | 'gone' | 'html' | 'empty' | 'stale';

/** The health of a feed, with its problem. */
export interface FeedHealth {
  readonly kind: FeedHealthKind;
  /** What is wrong; absent when nothing is. */
  readonly problem?: Reason;
}

/** The facts that a feed's health is judged by. */
export interface FeedFacts {
  readonly trouble?: string | undefined;
  readonly failures: number;
  readonly problem?: Reason | undefined;
  readonly lastSuccessAt?: Temporal.Instant | undefined;
  readonly entryCount: number;
  readonly newestEntryAt?: Temporal.Instant | undefined;
  readonly longestGapHours?: number | undefined;
}

/** A feed is stale after this many of its longest usual gaps, but not before two days. */
const staleGaps = 3;
const staleHours = 48;

/** The health of a feed. Stale and empty feeds can be read, but need attention. */
export function feedHealth(facts: FeedFacts, now: Temporal.Instant): FeedHealth {
  const { failures, trouble, problem = reason('notRead'), lastSuccessAt, entryCount } = facts;
  if (failures > 0) return { kind: troubleKind(trouble), problem };
  if (!lastSuccessAt) return { kind: 'new' };
  if (entryCount === 0) return { kind: 'empty', problem: reason('noEntries') };
  const quietHours = facts.newestEntryAt?.until(now).total('hours') ?? 0;
  if (quietHours <= Math.max(staleHours, staleGaps * (facts.longestGapHours ?? 0))) return { kind: 'ok' };
  return { kind: 'stale', problem: reason('stale', { days: String(Math.round(quietHours / 24)) }) };
}

function troubleKind(trouble: string | undefined): FeedHealthKind {
  return trouble === 'gone' || trouble === 'html' ? trouble : 'failing';
}

/** A feed as operators see it. */
export interface FeedStatus {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly health: FeedHealthKind;
  /** What is wrong. */
  readonly problem?: Reason;
  /** What is not wrong and yet worth knowing: it moved, its document was repaired. */
  readonly notes: readonly Reason[];
  /** The polling interval, with its reason unless that was stored by an earlier version. */
  readonly interval?: Pick<PollInterval, 'minutes'> & Partial<PollInterval>;
  readonly lastSuccessAt?: Temporal.Instant;
  readonly nextPollAt?: Temporal.Instant;
}

/** How a configured feed is, from what polls recorded of it. */
export function feedStatus({ id, name, url }: Feed, row: FeedRow, now: Temporal.Instant): FeedStatus {
  const { kind, problem } = feedHealth(factsOf(row), now);
  const lastSuccessAt = instantOf(row.last_success_at);
  const nextPollAt = instantOf(row.next_poll_at);
  const notes = [
    row.moved_to ? reason('feedMoved', { url: row.moved_to }) : undefined,
    row.failures === 0 && row.problem ? readReason(row.problem) : undefined,
  ].filter((note) => note !== undefined);
  return {
    id,
    name,
    url,
    health: kind,
    ...(problem ? { problem } : {}),
    notes,
    ...(row.interval_minutes ? { interval: { minutes: row.interval_minutes, ...paceOf(row.interval_reason) } } : {}),
    ...(lastSuccessAt ? { lastSuccessAt } : {}),
    ...(nextPollAt ? { nextPollAt } : {}),
  };
}

const storedPace: z.ZodType<PollPace> = z.union([
  z.object({ code: z.enum(['tooNew', 'serverAsks', 'lessThanWeekly']) }),
  z.object({ code: z.enum(['newPerDay', 'newPerWeek', 'quietDays']), count: z.number() }),
]);

/** Nothing where the column has words of an earlier version: the next poll replaces them. */
function paceOf(stored: string | null): { readonly why?: PollPace } {
  try {
    const { data: why } = storedPace.safeParse(JSON.parse(stored ?? 'null'));
    return why ? { why } : {};
  } catch {
    return {};
  }
}

/** "every 60 min: 3 new entries a day", in the reader's language. */
export function intervalWords({ minutes, why }: NonNullable<FeedStatus['interval']>, say: Catalog): string {
  const { every, pace } = say.service.polling;
  if (!why) return every(String(minutes));
  const words = 'count' in why ? pace[why.code](why.count) : pace[why.code];
  return `${every(String(minutes))}${say.colon}${words}`;
}

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
function factsOf(row: FeedRow): FeedFacts {
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
