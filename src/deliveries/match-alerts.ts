import type { Article } from '../articles/article.ts';
import type { Log } from '../runtime/log.ts';
import type { InterestReader } from '../subscriptions/interest-reader.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import { UserError } from '../user-error.ts';
import type { AlertCandidate } from './plan-alerts.ts';

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
export async function matchAlerts(
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

/** An interest that cannot be read any more, such as of a topic that was taken out, keeps nobody else from their alerts. */
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
