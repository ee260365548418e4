/** The operator's bounds for the interval. */
export interface PollBounds {
  readonly everyMinutes: number;
  readonly slowestMinutes: number;
}

/** Minutes until the next poll of a feed, and the reason. */
export interface PollInterval {
  readonly minutes: number;
  readonly why: PollPace;
}

/** What decides how often a feed is polled, as facts that are stored and put into words where they are shown (see `intervalWords`). */
export type PollPace =
  | { readonly code: 'tooNew' | 'serverAsks' | 'lessThanWeekly' }
  | { readonly code: 'newPerDay' | 'newPerWeek' | 'quietDays'; readonly count: number };

/** The polling interval, in minutes, for this many new entries a day: eight polls between two entries. */
const minutesByRate = (24 * 60) / 8;
const dayMinutes = 24 * 60;
/** Polls of feeds that share an interval drift apart by up to this share of it, and by up to a minute. */
const jitterShare = 0.05;
const jitterSeconds = 60;
/** When the service starts, feeds that are due are polled this many seconds apart. */
const startGapSeconds = 6;

/** The wait after a successful poll: by the feed's rhythm and its server's request, within the operator's bounds. */
export function pollInterval(
  { rhythm, asksMinutes = 0 }: { readonly rhythm?: FeedRhythm | undefined; readonly asksMinutes?: number | undefined },
  { everyMinutes, slowestMinutes }: PollBounds,
  now: Temporal.Instant,
): PollInterval {
  const within = (minutes: number): number => Math.min(Math.max(minutes, everyMinutes), slowestMinutes);
  const own = rhythm ? byRhythm(rhythm, now) : { minutes: 0, why: { code: 'tooNew' } as const };
  const minutes = roundMinutes(within(own.minutes));
  const asked = Math.ceil(within(asksMinutes));
  return asked > minutes ? { minutes: asked, why: { code: 'serverAsks' } } : { minutes, why: own.why };
}

function byRhythm({ newPerDay, newestAt }: FeedRhythm, now: Temporal.Instant): PollInterval {
  const quietDays = newestAt.until(now).total('hours') / 24;
  // A night without news is usual; days without are a slower feed, until it brings something again.
  const rate = Math.min(newPerDay, 4 / quietDays);
  const isQuiet = rate < newPerDay && quietDays >= 1;
  const why: PollPace = isQuiet ? { code: 'quietDays', count: Math.round(quietDays) } : paceOf(newPerDay);
  return { minutes: minutesByRate / rate, why };
}

function paceOf(perDay: number): PollPace {
  if (perDay >= 0.95) return { code: 'newPerDay', count: Math.round(perDay) };
  return perDay * 7 >= 0.95 ? { code: 'newPerWeek', count: Math.round(perDay * 7) } : { code: 'lessThanWeekly' };
}

/** Whole minutes, above half an hour in steps of five. */
function roundMinutes(minutes: number): number {
  return minutes < 30 ? Math.round(minutes) : Math.round(minutes / 5) * 5;
}

/** Minutes until a feed that failed is tried again: soon at first, since most failures pass quickly; doubled each time, to a day. */
export function backOffMinutes(
  { failures, retryAfterMs = 0, isGone }: { failures: number; retryAfterMs?: number | undefined; isGone: boolean },
  { everyMinutes }: Pick<PollBounds, 'everyMinutes'>,
): number {
  if (isGone) return dayMinutes;
  const own = Math.max(1, everyMinutes * 2 ** (failures - 4));
  return Math.min(Math.max(own, retryAfterMs / 60_000), dayMinutes);
}

/** The instant after this many minutes and a little more, which is constant for a feed and differs between feeds. */
export function afterMinutes(at: Temporal.Instant, minutes: number, feedId: string): Temporal.Instant {
  const jitter = share(feedId) * Math.min(minutes * 60 * jitterShare, jitterSeconds);
  return at.add({ seconds: Math.ceil(minutes * 60 + jitter) });
}

/**
 * When each of the feeds that are due at once is first asked, evenly over at most one interval: first those that were not asked for
 * longest, so that a service that is restarted again and again comes to each of them; else in an order that is always the same and has
 * nothing to do with the list's.
 */
export function spreadStart(
  feeds: readonly { readonly id: string; readonly lastPolledAt?: string | null | undefined }[],
  now: Temporal.Instant,
  { everyMinutes }: Pick<PollBounds, 'everyMinutes'>,
): ReadonlyMap<string, Temporal.Instant> {
  const gap = Math.min(startGapSeconds, (everyMinutes * 60) / feeds.length);
  const ordered = feeds.toSorted(
    (a, b) => inOrder(a.lastPolledAt ?? '', b.lastPolledAt ?? '') || share(a.id) - share(b.id),
  );
  return new Map(ordered.map(({ id }, index) => [id, now.add({ seconds: Math.round(index * gap) })]));
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** A deterministic number from 0 to 1 for a text (FNV-1a). */
function share(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  // The last letters must reach the high bits too.
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}

/** How often a feed brings something new, seen from the entries it brought. */
export interface FeedRhythm {
  readonly newPerDay: number;
  /** The longest usual gap between two entries; a rare, longer one (holidays, an outage) is no habit. */
  readonly longestGapHours: number;
  readonly newestAt: Temporal.Instant;
}

/** The fewest entries that show a rhythm. */
const fewestArrivals = 3;
const rateDays = 7;
/** The share of gaps that counts as usual. */
const usualShare = 0.95;

/** The rhythm of a feed whose newest entries arrived at these instants, in any order; undefined while too few are known. */
export function feedRhythm(arrivals: readonly Temporal.Instant[], now: Temporal.Instant): FeedRhythm | undefined {
  const hours = arrivals.map((arrival) => arrival.until(now).total('hours')).toSorted((a, b) => a - b);
  const [newest = 0] = hours;
  const oldest = hours.at(-1) ?? 0;
  if (hours.length < fewestArrivals || oldest <= 0) return undefined;
  const gaps = hours.slice(1).map((age, index) => age - (hours[index] ?? age));
  return {
    newPerDay: ratePerDay(hours, oldest),
    longestGapHours: gaps.toSorted((a, b) => a - b)[Math.ceil(gaps.length * usualShare) - 1] ?? 0,
    newestAt: now.subtract({ seconds: Math.round(newest * 3600) }),
  };
}

/** Of the last week, or of all known entries if the week had too few. */
function ratePerDay(ages: readonly number[], oldest: number): number {
  const recent = ages.filter((age) => age < rateDays * 24);
  const days = Math.max(1, recent.length < fewestArrivals ? oldest / 24 : Math.min(rateDays, oldest / 24));
  return (recent.length < fewestArrivals ? ages.length : recent.length) / days;
}
