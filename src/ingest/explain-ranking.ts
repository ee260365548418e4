import type { Briefing } from '../briefings/briefing.ts';
import { type Ranking, rankFactors, scoreOf } from '../briefings/rank-stories.ts';
import type { MessageBlock, Span } from '../chat/message.ts';
import { heading, paragraph, words } from '../chat/write.ts';
import type { Storage } from '../storage/storage.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import type { Catalog } from '../wording/catalog.ts';

/** What the last briefing of a subscription made of a story: its place, the sum that gave it, and where the briefing ended. */
export async function explainRanking(
  storyId: number,
  { id, interest }: Subscription,
  { storage, zone, say }: { readonly storage: Storage; readonly zone: string; readonly say: Catalog },
): Promise<readonly MessageBlock[]> {
  const title = heading(say.subscription.title(String(id), interest), 2);
  const { why } = say;
  const briefing = await lastBriefing(id, storage);
  if (!briefing) return [title, paragraph(why.noBriefing)];
  const window = [
    paragraph(`${why.lastBriefing} `, minute(briefing.windowStart, zone), ' – ', minute(briefing.windowEnd, zone)),
  ];
  const { ranking } = briefing;
  if (!ranking) return [title, ...window, paragraph(why.beforeWeights)];
  const ids = new Set([storyId, ...(await storage.storyFacts.formerIds(storyId))].map(String));
  const place = ranking.stories.findIndex((one) => ids.has(one.storyId));
  if (place >= 0) return [title, ...window, ...placeBlocks(place, { ranking, briefing, say })];
  const isOld = ranking.nothingNew.some((one) => ids.has(one));
  return [title, ...window, paragraph(isOld ? why.nothingNew : why.notConsidered)];
}

/** The newest briefing that a subscription was sent; alerts are none. */
export async function lastBriefing(subscriptionId: number, storage: Storage): Promise<Briefing | undefined> {
  const sent = await storage.deliveries.list({ state: 'sent', subscriptionId, limit: 50 });
  const last = sent.find(({ storyId }) => storyId === undefined);
  return last?.briefingId === undefined ? undefined : storage.briefings.find(last.briefingId);
}

interface PlaceTelling {
  readonly ranking: Ranking;
  readonly briefing: Briefing;
  readonly say: Catalog;
}

function placeBlocks(place: number, { ranking, briefing, say }: PlaceTelling): MessageBlock[] {
  const { why, colon } = say;
  const { weights, stories } = ranking;
  const { stories: told, also } = briefing;
  const one = stories[place];
  if (!one) return [];
  const { told: isTold, title, out } = why.outcomes;
  const outcome = place < told.length ? isTold : place < told.length + also.length ? title : out;
  const terms = rankFactors.map((factor): Span[] => [
    words(`${why.factors[factor]}${colon}${weights[factor]} × ${one.values[factor]} = `),
    words(rounded(weights[factor] * one.values[factor]), 'strong'),
  ]);
  const scoreAt = (index: number): string => rounded(scoreOf(stories[index]?.values ?? one.values, weights));
  const ends = [
    ...(told.length > 0 ? [why.lastTold(scoreAt(told.length - 1))] : []),
    ...(also.length > 0 ? [why.lastTitle(scoreAt(told.length + also.length - 1))] : []),
  ];
  return [
    paragraph(words(why.place(String(place + 1), String(stories.length), outcome), 'strong')),
    { kind: 'list', items: [...terms, [words(`${why.sum}${colon}`), words(scoreAt(place), 'strong')]] },
    ...(ends.length > 0 ? [paragraph(ends.join(' '))] : []),
  ];
}

function rounded(value: number): string {
  return value.toFixed(2);
}

function minute(at: string, zone: string): Span {
  return { kind: 'time', at, zone, precision: 'minute' };
}
