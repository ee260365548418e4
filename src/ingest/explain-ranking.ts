import type { Briefing } from '../briefings/briefing.ts';
import {
  type Ranking,
  type RankValues,
  type RankWeights,
  rankFactors,
  scoreOf,
} from '../briefings/ranking/rank-factors.ts';
import type { MessageBlock, Span } from '../chat/message.ts';
import { context, heading, paragraph, words, wordsAround } from '../chat/write.ts';
import type { Storage } from '../storage/storage.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import type { Catalog } from '../wording/catalog.ts';
import { listed, numbered, scored } from '../wording/formats.ts';

/** Explains a story's place in the last briefing of a subscription: its rank, its score, and the cutoff. */
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
    paragraph(
      ...wordsAround([minute(briefing.windowStart, zone), minute(briefing.windowEnd, zone)], (from = '', to = '') =>
        why.lastBriefing(from, to),
      ),
    ),
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

interface RankExplanation {
  readonly ranking: Ranking;
  readonly briefing: Briefing;
  readonly say: Catalog;
}

function placeBlocks(place: number, { ranking, briefing, say }: RankExplanation): MessageBlock[] {
  const { why } = say;
  const { weights, stories } = ranking;
  const { stories: shown, also } = briefing;
  const one = stories[place];
  if (!one) return [];
  const { told: shownLabel, title, out } = why.outcomes;
  const outcome = place < shown.length ? shownLabel : place < shown.length + also.length ? title : out;
  const scoreAt = (index: number): string => scored(scoreOf(stories[index]?.values ?? one.values, weights), say);
  const ends = [
    ...(shown.length > 0 ? [why.lastTold(scoreAt(shown.length - 1))] : []),
    ...(also.length > 0 ? [why.lastTitle(scoreAt(shown.length + also.length - 1))] : []),
  ];
  return [
    paragraph(words(why.place(String(place + 1), String(stories.length), outcome), 'strong')),
    paragraph(why.points(scoreAt(place))),
    ...termBlocks(one.values, weights, say),
    ...(ends.length > 0 ? [paragraph(ends.join(' '))] : []),
    context(why.arithmetic),
  ];
}

/** What a story got its points for, most first; what brought none is only named. */
function termBlocks(values: Partial<RankValues>, weights: Partial<RankWeights>, say: Catalog): MessageBlock[] {
  const { why, colon } = say;
  const terms = rankFactors
    .flatMap((factor) => {
      const { [factor]: weight } = weights;
      const { [factor]: value } = values;
      return weight === undefined || value === undefined ? [] : [{ factor, weight, value, points: weight * value }];
    })
    .toSorted((one, other) => other.points - one.points);
  const items = terms
    .filter(({ points }) => points > 0)
    .map(({ factor, weight, value, points }): Span[] => [
      words(`${why.factors[factor]}${colon}`),
      words(scored(points, say), 'strong'),
      words(` (${numbered(weight, say)} × ${numbered(value, say)})`, 'muted'),
    ]);
  const without = terms.filter(({ points }) => points === 0).map(({ factor }) => why.factors[factor]);
  return [
    ...(items.length > 0 ? [{ kind: 'list', items } as const] : []),
    ...(without.length > 0 ? [context(why.noPoints(listed(without, say)))] : []),
  ];
}

function minute(at: string, zone: string): Span {
  return { kind: 'time', at, zone, precision: 'minute' };
}
