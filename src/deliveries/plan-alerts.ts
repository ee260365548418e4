import type { Article } from '../articles/article.ts';
import { consequenceOf, headlineKind } from '../briefings/ranking/event-values.ts';
import type { RankWeights } from '../briefings/ranking/rank-factors.ts';
import type { ChannelRef } from '../chat/chat.ts';
import type { Log } from '../runtime/log.ts';
import { type BreakingRate, phaseOf } from '../stories/phase.ts';
import type { InterestReader } from '../subscriptions/interest-reader.ts';
import { isQuiet } from '../subscriptions/parse-quiet.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import { UserError } from '../user-error.ts';
import type { Delivery } from './delivery.ts';

/** When a story is worth an alert. */
export interface AlertRule extends BreakingRate {
  /** An event that weighs so much breaks with its first article; see `consequenceOf`. 0: none does. */
  readonly consequence: number;
  /** It must be among this many first entries of a top feed in its language, if one is read; 0 for no such limit. */
  readonly topPlaces: number;
  /** At most this many per channel in 24 hours. */
  readonly perDay: number;
}

/** A story that brought many articles of late. */
export interface AlertCandidate {
  readonly storyId: number;
  /** Those published of late; what a feed's first poll brought is not among them. */
  readonly articles: readonly Article[];
  /** Of all its articles. */
  readonly publishedAt: readonly Temporal.Instant[];
  readonly topPosition?: number;
}

/** The queries for planning alerts. */
export interface AlertSources {
  /** Those that want alerts, in channels that work. */
  subscribers(now: Temporal.Instant): Promise<readonly Subscription[]>;
  candidates(query: {
    readonly since: Temporal.Instant;
    readonly until: Temporal.Instant;
    readonly atLeast: number;
  }): Promise<readonly AlertCandidate[]>;
  /** Channels that were alerted of these stories, or muted them. */
  settled(storyIds: readonly number[]): Promise<readonly { readonly channel: ChannelRef; readonly storyId: number }[]>;
  /** The channel of each alert raised since then. */
  raisedSince(since: Temporal.Instant): Promise<readonly ChannelRef[]>;
}

export interface AlertOptions {
  readonly sources: AlertSources;
  readonly readInterest: InterestReader;
  readonly rule: AlertRule;
  /** Languages whose top feed is read. */
  readonly topLanguages: ReadonlySet<string>;
  /** What counts in an event, as for ranking. */
  readonly weights: RankWeights;
  readonly now: Temporal.Instant;
  readonly log: Log;
}

/**
 * The alerts that are due: of stories that break by when their articles were published, so that neither downtime nor a new feed brings
 * a flood; to channels that asked, whose interest matches and whose quiet hours it is not. A story alerts a channel once.
 */
export async function planAlerts({
  sources,
  rule,
  weights,
  now,
  ...options
}: AlertOptions): Promise<readonly Delivery[]> {
  if (rule.perDay === 0) return [];
  // Stories first: in most minutes none breaks, and there may be many subscribers.
  const since = now.subtract({ hours: rule.hours });
  const atLeast = rule.consequence > 0 ? 1 : rule.articles;
  const breaking = (await sources.candidates({ since, until: now, atLeast })).filter(
    (one) => isBreaking(one, { rule, weights, now }) && isProminent(one, rule, options.topLanguages),
  );
  if (breaking.length === 0) return [];
  const awake = (await sources.subscribers(now)).filter(({ quiet }) => !quiet || !isQuiet(quiet, now, quiet.zone));
  if (awake.length === 0) return [];
  const room = await countRoom({ sources, rule, now }, breaking);
  const matches = await matchAlerts(awake, breaking, options);
  return matches
    .filter(({ subscription, storyId }) => room.take(subscription.channel, storyId))
    .map(({ subscription, storyId }) => alertOf(subscription, storyId, { since, now }));
}

/**
 * Whether a story breaks: by how fast its news comes, to which explainers and comments add nothing, or by what its event weighs. The weight is
 * looked at while the story is young: later articles on a known event are no second alarm.
 */
export function isBreaking(
  { articles, publishedAt }: Pick<AlertCandidate, 'articles' | 'publishedAt'>,
  { rule, weights, now }: Pick<AlertOptions, 'rule' | 'weights' | 'now'>,
): boolean {
  const news = articles.filter(({ headline, language }) => headlineKind(headline, language) === 'news');
  if (news.length >= rule.articles && phaseOf(publishedAt, now, rule) === 'breaking') return true;
  const isYoung = publishedAt.every((at) => at.until(now).total('hours') <= rule.hours);
  return rule.consequence > 0 && isYoung && news.some((article) => consequenceOf(article, weights) >= rule.consequence);
}

function isProminent(
  { articles, topPosition }: AlertCandidate,
  { topPlaces }: AlertRule,
  topLanguages: ReadonlySet<string>,
): boolean {
  const isListed = articles.some(({ language }) => topLanguages.has(language));
  return topPlaces === 0 || !isListed || (topPosition !== undefined && topPosition < topPlaces);
}

/** Prevents repeated alerts on a story, and more alerts a day than allowed. */
async function countRoom(
  { sources, rule, now }: Pick<AlertOptions, 'sources' | 'rule' | 'now'>,
  breaking: readonly AlertCandidate[],
) {
  const [settled, raised] = await Promise.all([
    sources.settled(breaking.map(({ storyId }) => storyId)),
    sources.raisedSince(now.subtract({ hours: 24 })),
  ]);
  const closed = new Set(settled.map(({ channel, storyId }) => `${keyOf(channel)} ${storyId}`));
  const counts = new Map([...Map.groupBy(raised, keyOf)].map(([key, alerts]) => [key, alerts.length]));
  return {
    take(channel: ChannelRef, storyId: number): boolean {
      const key = keyOf(channel);
      const count = counts.get(key) ?? 0;
      if (closed.has(`${key} ${storyId}`) || count >= rule.perDay) return false;
      closed.add(`${key} ${storyId}`);
      counts.set(key, count + 1);
      return true;
    },
  };
}

function keyOf({ platform, workspaceId, channelId }: ChannelRef): string {
  return JSON.stringify([platform, workspaceId, channelId]);
}

function alertOf(
  { id }: Subscription,
  storyId: number,
  { since, now }: { readonly since: Temporal.Instant; readonly now: Temporal.Instant },
): Delivery {
  const slot = `alert-${storyId}`;
  return {
    id: `${id}-${slot}`,
    subscriptionId: id,
    storyId,
    slot,
    dueAt: now,
    windowStart: since,
    // What was archived in this very moment belongs to it.
    windowEnd: now.add({ milliseconds: 1 }),
    state: 'due',
    attempts: 0,
    isLate: false,
  };
}

export interface MatchOptions {
  readonly readInterest: InterestReader;
  readonly log: Log;
}

/** A subscription, and a story that it wants to be alerted of. */
export interface AlertMatch {
  readonly subscription: Subscription;
  readonly storyId: number;
}

/** Which subscription wants which story; equal interests are matched once. */
async function matchAlerts(
  subscriptions: readonly Subscription[],
  breaking: readonly AlertCandidate[],
  options: MatchOptions,
): Promise<readonly AlertMatch[]> {
  const storyOf = new Map(
    breaking.flatMap(({ storyId, articles }) => articles.map(({ id }) => [id, storyId] as const)),
  );
  const articles = breaking.flatMap((one) => one.articles);
  const matches: AlertMatch[] = [];
  for (const sharing of Map.groupBy(subscriptions, (one) => JSON.stringify([one.interest, one.language])).values()) {
    const wanted = await selectAnyhow(sharing, articles, options);
    const stories = new Set(wanted.flatMap(({ id }) => storyOf.get(id) ?? []));
    matches.push(...sharing.flatMap((subscription) => [...stories].map((storyId) => ({ subscription, storyId }))));
  }
  return matches.toSorted((a, b) => a.subscription.id - b.subscription.id || a.storyId - b.storyId);
}

/** An interest that no longer parses, such as one with a removed topic, does not block others' alerts. */
async function selectAnyhow(
  sharing: readonly Subscription[],
  articles: readonly Article[],
  { readInterest, log }: MatchOptions,
): Promise<readonly Article[]> {
  const [first] = sharing;
  if (!first) return [];
  try {
    const { languages, select } = readInterest(first.interest, first.language);
    return await select(articles.filter(({ language }) => languages.includes(language)));
  } catch (err) {
    if (!(err instanceof UserError)) throw err;
    const subscriptionIds = sharing.map(({ id }) => id);
    log.error({ err, subscriptionIds, interest: first.interest }, 'an interest cannot be read: it brings no alerts');
    return [];
  }
}
