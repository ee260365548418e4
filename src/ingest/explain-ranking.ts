import type { Briefing } from '../briefings/briefing.ts';
import {
  type RankFactor,
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

interface ExplainBriefing {
  readonly storage: Storage;
  readonly zone: string;
  readonly say: Catalog;
}

/** Explains a story's place in the last briefing of a subscription. */
export async function explainRanking(
  storyId: number,
  { id, interest }: Subscription,
  options: ExplainBriefing,
): Promise<{ readonly briefing: Briefing | undefined; readonly blocks: readonly MessageBlock[] }> {
  const { storage, say } = options;
  const title = heading(say.subscription.title(String(id), interest), 2);
  const briefing = await lastBriefing(id, storage);
  const blocks = briefing ? await explainBriefing(storyId, briefing, options) : [paragraph(say.why.noBriefing)];
  return { briefing, blocks: [title, ...blocks] };
}

/** Explains a story's place in a briefing: its rank, its score, the cutoff, and what outranks it. */
export async function explainBriefing(
  storyId: number,
  briefing: Briefing,
  { storage, zone, say }: ExplainBriefing,
): Promise<readonly MessageBlock[]> {
  const { why } = say;
  const window = paragraph(
    ...wordsAround([minute(briefing.windowStart, zone), minute(briefing.windowEnd, zone)], (from = '', to = '') =>
      why.lastBriefing(from, to),
    ),
  );
  const { ranking, stories, isWeek } = briefing;
  const ids = new Set([storyId, ...(await storage.storyFacts.formerIds(storyId))].map(String));
  const shownAt = isWeek ? stories.findIndex((one) => ids.has(one.storyId)) : -1;
  if (shownAt >= 0)
    return [window, paragraph(why.place(String(shownAt + 1), String(stories.length), why.outcomes.told))];
  if (!ranking) return [window, paragraph(isWeek ? why.ofWeek : why.beforeWeights)];
  const place = ranking.stories.findIndex((one) => ids.has(one.storyId));
  if (place >= 0) return [window, ...placeBlocks(place, { ranking, briefing, say })];
  const isOld = ranking.nothingNew.some((one) => ids.has(one));
  return [window, paragraph(isOld ? why.nothingNew : why.notConsidered)];
}

/** The newest briefing that a subscription was sent; alerts are none. */
async function lastBriefing(subscriptionId: number, storage: Storage): Promise<Briefing | undefined> {
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
  const { told, title, out } = why.outcomes;
  const has = (list: readonly { readonly storyId: string }[]) => list.some(({ storyId }) => storyId === one.storyId);
  const outcome = has(shown) ? told : has(also) ? title : out;
  const pointsOf = (values: Partial<RankValues>): string => scored(scoreOf(values, weights), say);
  const lastOf = (list: readonly { readonly storyId: string }[]) =>
    stories.find(({ storyId }) => storyId === list.at(-1)?.storyId)?.values;
  const [lastTold, lastTitle] = [lastOf(shown), lastOf(also)];
  const ends = [
    ...(lastTold ? [why.lastTold(pointsOf(lastTold))] : []),
    ...(lastTitle ? [why.lastTitle(pointsOf(lastTitle))] : []),
  ];
  return [
    paragraph(words(why.place(String(place + 1), String(stories.length), outcome), 'strong')),
    paragraph(why.points(pointsOf(one.values))),
    ...termBlocks(one.values, weights, say),
    ...(ends.length > 0 ? [paragraph(ends.join(' '))] : []),
    ...(has(shown) ? [] : aboveBlocks(one.values, { ranking, briefing, say })),
    context(why.arithmetic),
  ];
}

/** What has a place instead of a story, each with what brought it most beyond that story's points. */
function aboveBlocks(
  values: Partial<RankValues>,
  { ranking: { weights, stories }, briefing, say }: RankExplanation,
): MessageBlock[] {
  const { why, colon } = say;
  const items = briefing.stories.flatMap(({ storyId, title }): Span[][] => {
    const shown = stories.find((one) => one.storyId === storyId)?.values;
    if (!shown) return [];
    const pointsFor = (factor: RankFactor, { [factor]: value = 0 }: Partial<RankValues>) =>
      (weights[factor] ?? 0) * value;
    const [most] = rankFactors
      .filter((factor) => pointsFor(factor, shown) > 0)
      .map((factor) => ({ factor, lead: pointsFor(factor, shown) - pointsFor(factor, values) }))
      .toSorted((a, b) => b.lead - a.lead);
    const lead = most && most.lead > 0 ? ` (${why.factors[most.factor]}${colon}+${scored(most.lead, say)})` : '';
    return [[words(`${title}${colon}`), words(scored(scoreOf(shown, weights), say), 'strong'), words(lead, 'muted')]];
  });
  return items.length > 0 ? [paragraph(why.instead), { kind: 'list', items }] : [];
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
    .filter(({ points }) => points !== 0)
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
