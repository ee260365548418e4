import type { SiteRequest } from '../../tests/fakes/fake-site-record.ts';
import { retryAfterMinutes } from '../../tests/fakes/fake-site-troubles.ts';
import type { TimedOut } from './open-service.ts';

export interface Politeness {
  /** Requests by what was asked for and what the site answered. */
  readonly requests: Readonly<Record<string, number>>;
  /** Share of feed polls answered by "not modified", of those that found a feed in good health. */
  readonly notModifiedShare: number;
  /** Most requests that one host answered at the same time. */
  readonly mostAtOnce: number;
  /** Requests that came earlier than allowed: each a failure of the service. */
  readonly tooEarly: readonly string[];
  /** Feeds in good health that were left alone for longer than the slowest interval. */
  readonly tooLate: readonly string[];
  /** Requests for pages that came before the Retry-After of the last answer was over. */
  readonly pagesAskedEarly: number;
  readonly minutesBetweenPolls: { readonly least: number; readonly median: number; readonly most: number };
}

/** What may pass after an answer before the same is asked again, in minutes. A failed request may be repeated sooner than a good one. */
const leastAfter: Readonly<Record<string, number>> = {
  ok: 15,
  'not-modified': 15,
  slow: 15,
  stale: 15,
  'wrong-type': 15,
  'too-many': retryAfterMinutes,
  gone: 24 * 60,
};
const leastAfterFailure = 1;
/** The slowest interval, its jitter, and a tick. */
const mostAfterGood = 240 * 1.05 + 2;

/**
 * Whether a site was asked as often as it allows, and no more than one thing at a time. The site doesn't know for which answers the
 * service stopped waiting, as it does now and then on a busy machine: those polls failed.
 */
export function checkPoliteness(
  asSent: readonly SiteRequest[],
  { start, timedOut }: { readonly start: Temporal.Instant; readonly timedOut: readonly TimedOut[] },
): Politeness {
  const failed = new Set(timedOut.map(({ feedId, at }) => pollKey(feedId, start.until(at).total('minutes'))));
  const requests = asSent.map((request) =>
    request.kind === 'feed' && failed.has(pollKey(request.id, request.minute))
      ? { ...request, outcome: 'timed-out' }
      : request,
  );
  const polls = requests.filter(({ kind, outcome }) => kind === 'feed' && outcome !== 'moved');
  const pairs = repeated(polls);
  const good = pairs.filter(([before]) => before.outcome === 'ok' || before.outcome === 'not-modified');
  const gaps = good.map(([before, next]) => next.minute - before.minute).toSorted((a, b) => a - b);
  const healthy = polls.filter(({ outcome }) => outcome === 'ok' || outcome === 'not-modified');
  return {
    requests: countBy(requests, ({ kind, outcome }) => `${kind} ${outcome}`),
    notModifiedShare: round2(healthy.filter(({ outcome }) => outcome === 'not-modified').length / healthy.length),
    mostAtOnce: requests.reduce((most, { open }) => Math.max(most, open), 0),
    tooEarly: pairs
      .filter(([before, next]) => next.minute - before.minute < (leastAfter[before.outcome] ?? leastAfterFailure))
      .map(([{ id, outcome, minute }, next]) => `${id} at minute ${minute}: ${outcome}, asked again at ${next.minute}`),
    tooLate: good
      .filter(([before, next]) => next.minute - before.minute > mostAfterGood)
      .map(([{ id, minute }, next]) => `${id} at minute ${minute}: asked again only at ${next.minute}`),
    pagesAskedEarly: repeated(requests.filter(({ kind }) => kind === 'page')).filter(
      ([before, next]) => before.outcome === 'unavailable' && next.minute - before.minute < retryAfterMinutes,
    ).length,
    minutesBetweenPolls: { least: gaps[0] ?? 0, median: gaps[gaps.length >> 1] ?? 0, most: gaps.at(-1) ?? 0 },
  };
}

function pollKey(feedId: string, minute: number): string {
  return `${feedId} ${Math.round(minute)}`;
}

/** Each request with the next for the same. */
function repeated(requests: readonly SiteRequest[]): [SiteRequest, SiteRequest][] {
  return [...Map.groupBy(requests, ({ id }) => id).values()].flatMap(pairsOf);
}

function pairsOf(requests: readonly SiteRequest[]): [SiteRequest, SiteRequest][] {
  return requests.slice(1).flatMap((next, index) => {
    const before = requests[index];
    return before ? [[before, next]] : [];
  });
}

function countBy<T>(items: readonly T[], key: (item: T) => string): Record<string, number> {
  const counts = [...Map.groupBy(items, key)].map(([name, group]) => [name, group.length] as const);
  return Object.fromEntries(counts.toSorted(([a], [b]) => a.localeCompare(b)));
}

function round2(value: number): number {
  return Math.round(value * 100) / 100;
}
