import type { Briefing } from '../briefings/briefing.ts';
import { type RankFactor, type Ranking, rankFactors, scoreOf } from '../briefings/rank-stories.ts';
import type { MessageBlock, Span } from '../chat/message.ts';
import { heading, paragraph, words } from '../chat/write.ts';
import type { Storage } from '../storage/storage.ts';
import type { Subscription } from '../subscriptions/subscription.ts';

/** What the last briefing of a subscription made of a story: its place, the sum that gave it, and where the briefing ended. */
export async function explainRanking(
  storyId: number,
  { id, interest }: Subscription,
  { storage, zone }: { readonly storage: Storage; readonly zone: string },
): Promise<readonly MessageBlock[]> {
  const title = heading(`Subscription ${id}: ${interest}`, 2);
  const briefing = await lastBriefing(id, storage);
  if (!briefing) return [title, paragraph('No briefing was sent so far.')];
  const window = [
    paragraph(
      'Its last briefing, from ',
      minute(briefing.windowStart, zone),
      ' to ',
      minute(briefing.windowEnd, zone),
      ':',
    ),
  ];
  const { ranking } = briefing;
  if (!ranking) return [title, ...window, paragraph('It was composed before weights were kept.')];
  const ids = new Set([storyId, ...(await storage.storyFacts.formerIds(storyId))].map(String));
  const place = ranking.stories.findIndex((one) => ids.has(one.storyId));
  if (place >= 0) return [title, ...window, ...placeBlocks(place, ranking, briefing)];
  const isOld = ranking.nothingNew.some((one) => ids.has(one));
  return [
    title,
    ...window,
    paragraph(
      isOld
        ? 'Left out: nothing in it was new to this channel.'
        : 'Not considered: no article of it that matches the interest was archived in that time. What came later is for the next briefing.',
    ),
  ];
}

/** The newest briefing that a subscription was sent; alerts are none. */
export async function lastBriefing(subscriptionId: number, storage: Storage): Promise<Briefing | undefined> {
  const sent = await storage.deliveries.list({ state: 'sent', subscriptionId, limit: 50 });
  const last = sent.find(({ storyId }) => storyId === undefined);
  return last?.briefingId === undefined ? undefined : storage.briefings.find(last.briefingId);
}

const factorNames: Readonly<Record<RankFactor, string>> = {
  articles: 'articles (logarithm of their number)',
  desks: 'desks behind it',
  freshness: 'freshness',
  actors: 'how central its actors are',
  novelty: 'share that is new',
  moved: 'a told number moved',
  prominence: 'place in a top feed',
  interest: 'share that matches the interest',
};

function placeBlocks(place: number, { weights, stories }: Ranking, { stories: told, also }: Briefing): MessageBlock[] {
  const one = stories[place];
  if (!one) return [];
  const outcome = place < told.length ? 'told' : place < told.length + also.length ? 'told by title alone' : 'left out';
  const terms = rankFactors.map((factor): Span[] => [
    words(`${factorNames[factor]}: ${weights[factor]} × ${one.values[factor]} = `),
    words(rounded(weights[factor] * one.values[factor]), 'strong'),
  ]);
  const scoreAt = (index: number): string => rounded(scoreOf(stories[index]?.values ?? one.values, weights));
  const ends = [
    ...(told.length > 0 ? [`The last one told has ${scoreAt(told.length - 1)}`] : []),
    ...(also.length > 0 ? [`the last one told by title ${scoreAt(told.length + also.length - 1)}`] : []),
  ];
  return [
    paragraph(words(`Place ${place + 1} of ${stories.length}: ${outcome}.`, 'strong')),
    { kind: 'list', items: [...terms, [words('sum: '), words(scoreAt(place), 'strong')]] },
    ...(ends.length > 0 ? [paragraph(`${ends.join(', ')}.`)] : []),
  ];
}

function rounded(value: number): string {
  return value.toFixed(2);
}

function minute(at: string, zone: string): Span {
  return { kind: 'time', at, zone, precision: 'minute' };
}
