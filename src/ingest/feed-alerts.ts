import type { Message, Span } from '../chat/message.ts';
import { context, heading, words } from '../chat/write.ts';
import type { Feed } from '../feeds/entry.ts';
import type { FeedRow } from '../storage/tables.ts';
import type { Catalog } from '../wording/catalog.ts';
import { en } from '../wording/en/index.ts';
import { type Reason, readReason, reasonWords } from '../wording/reason.ts';
import { instantOf } from './feed-health.ts';

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

/** The operator's alert on feeds that fail or have recovered, in the operator's language. */
export function alertMessage({ kind, feeds }: FeedAlert, zone: string, say: Catalog = en): Message {
  const { feedsUnread, feedsReadAgain, unreadAdvice, readAgainAdvice } = say.trouble;
  const title = kind === 'unread' ? feedsUnread(feeds.length) : feedsReadAgain(feeds.length);
  return {
    summary: `${title}${say.colon}${feeds.map(({ feed }) => feed.name).join(say.comma)}`,
    blocks: [
      heading(title),
      {
        kind: 'list',
        items: feeds.map((alerted) => (kind === 'unread' ? unreadSpans(alerted, zone, say) : nameOf(alerted))),
      },
      context(kind === 'unread' ? unreadAdvice : readAgainAdvice),
    ],
  };
}

function nameOf({ feed }: AlertedFeed): Span[] {
  return [words(feed.name, 'strong')];
}

function unreadSpans(alerted: AlertedFeed, zone: string, say: Catalog): Span[] {
  const { problem, lastSuccessAt } = alerted;
  const { lastRead, never } = say.service.status;
  const why = problem === undefined ? say.trouble.noAnswerYet : reasonWords(problem, say);
  return [
    ...nameOf(alerted),
    words(`${say.colon}${why}${say.errors.fullStop} ${lastRead}${say.colon}`),
    lastSuccessAt ? { kind: 'time', at: lastSuccessAt.toString(), zone, precision: 'minute' } : words(never),
  ];
}
