import type { Feed } from '../feeds/entry.ts';
import type { FeedRow } from '../storage/tables.ts';
import { type Reason, readReason } from '../wording/reason.ts';
import { instantOf } from './feed-state.ts';

/** Alerts the operator once per change: which feeds fail, or have recovered. */
export interface FeedAlert {
  readonly kind: 'unread' | 'read-again';
  readonly feeds: readonly AlertedFeed[];
}

/** A feed in an operator alert. */
export interface AlertedFeed {
  readonly feed: Feed;
  readonly lastSuccessAt?: Temporal.Instant;
  readonly problem?: Reason;
}

interface AlertSetting {
  readonly now: Temporal.Instant;
  /** When this process started; polls missed before are not the feed's fault. */
  readonly startedAt: Temporal.Instant;
  readonly everyMinutes: number;
}

/** The number of missed intervals after which the operator is alerted. */
const patienceIntervals = 3;

/** The alerts that are due: one for all feeds that are unread for too long now, one for all that are read again. */
export function feedAlerts(
  feeds: readonly Feed[],
  states: ReadonlyMap<string, FeedRow>,
  setting: AlertSetting,
): readonly FeedAlert[] {
  const rows = feeds.flatMap((feed) => {
    const state = states.get(feed.id);
    return state ? [{ feed, state }] : [];
  });
  const unread = rows.filter(({ state }) => state.alerted_at === null && isUnread(state, setting));
  const again = rows.filter(
    ({ state }) => state.alerted_at !== null && (state.last_success_at ?? '') > state.alerted_at,
  );
  return [
    { kind: 'unread' as const, feeds: unread.map(alertedFeed) },
    { kind: 'read-again' as const, feeds: again.map(alertedFeed) },
  ].filter((alert) => alert.feeds.length > 0);
}

function isUnread({ last_success_at, interval_minutes, failures }: FeedRow, setting: AlertSetting): boolean {
  const { now, startedAt, everyMinutes } = setting;
  const lastSuccessAt = instantOf(last_success_at);
  const since = lastSuccessAt && Temporal.Instant.compare(lastSuccessAt, startedAt) > 0 ? lastSuccessAt : startedAt;
  const patienceMinutes = patienceIntervals * (interval_minutes ?? everyMinutes);
  return failures > 0 && since.until(now).total('minutes') > patienceMinutes;
}

function alertedFeed({ feed, state }: { feed: Feed; state: FeedRow }): AlertedFeed {
  const lastSuccessAt = instantOf(state.last_success_at);
  return {
    feed,
    ...(lastSuccessAt ? { lastSuccessAt } : {}),
    ...(state.problem ? { problem: readReason(state.problem) } : {}),
  };
}
