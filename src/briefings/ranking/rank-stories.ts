import type { Article } from '../../articles/article.ts';
import type { Yielding } from '../../runtime/yield-to-event-loop.ts';
import type { BriefingStory } from '../briefing.ts';
import type { StoryMaterial } from '../story-material.ts';
import { type EventFactor, eventFactors, eventValues } from './event-values.ts';
import {
  defaultRankWeights,
  type RankFactor,
  type RankValues,
  type RankWeights,
  rankFactors,
  scoreOf,
} from './rank-factors.ts';

/** A story with the sum that its place in the briefing follows from. */
export interface RankedStory {
  readonly story: BriefingStory;
  readonly articles: readonly Article[];
  readonly isTitleDelivered?: boolean;
  readonly tell?: Rankable['tell'];
  readonly score: number;
  /** What of it its event and reports give; below 0, more speaks against the event than for it. */
  readonly eventScore: number;
  readonly values: RankValues;
}

/** A candidate story with how much of it is new to these readers, from 0 to 1. */
export interface Rankable {
  readonly story: BriefingStory;
  readonly material: StoryMaterial;
  readonly novelty: number;
  /** These readers have seen its title; without statements it is not worth a place. */
  readonly isTitleDelivered?: boolean;
  /** The story with its statements; choosing them takes long, and most stories of a window are not shown. */
  readonly tell?: () => Yielding<BriefingStory>;
}

/** Orders the stories of a briefing, most important first; equal ones by id, so that the order never depends on chance. */
export function rankStories(
  stories: readonly Rankable[],
  now: Temporal.Instant,
  weights: RankWeights = defaultRankWeights,
): readonly RankedStory[] {
  return stories
    .map((one) => {
      const values = valuesOf(one, now);
      const { story, isTitleDelivered = false, tell } = one;
      const { articles } = one.material;
      const scores = { score: scoreOf(values, weights), eventScore: scoreOf(values, weights, factorsOfEvent) };
      return { story, articles, isTitleDelivered, ...(tell ? { tell } : {}), values, ...scores };
    })
    .toSorted((a, b) => b.score - a.score || (a.story.storyId < b.story.storyId ? -1 : 1));
}

function mainArticleOf({ articles }: StoryMaterial, { titleArticleId }: BriefingStory): Article | undefined {
  return articles.find(({ id }) => id === titleArticleId) ?? articles[0];
}

const factorsOfEvent: readonly RankFactor[] = ['articles', 'desks', ...eventFactors];
/** More desks than this say nothing more. */
const manyDesks = 3;
const freshnessHalvesHours = 12;
const noEvent = Object.fromEntries(eventFactors.map((factor) => [factor, 0])) as Record<EventFactor, number>;

function valuesOf({ story, material, novelty }: Rankable, now: Temporal.Instant): RankValues {
  const main = mainArticleOf(material, story);
  const newest = story.publishedAt.toSorted().at(-1) ?? now.toString();
  const hours = Math.max(0, Temporal.Instant.from(newest).until(now).total('hours'));
  // Another publisher's own desk counts as an agency does; one desk is behind every story.
  const desks = story.agencies.length + Math.max(0, story.publishers.length - 1);
  const values = {
    articles: shareOfArticles(story.articleCount),
    desks: Math.min(1, desks / manyDesks),
    freshness: 0.5 ** (hours / freshnessHalvesHours),
    actors: material.centrality ?? 0,
    novelty,
    moved: story.moved.length > 0 ? 1 : 0,
    prominence: material.topPosition === undefined ? 0 : 1 / (1 + material.topPosition / 4),
    interest: material.interestShare ?? 1,
    ...(main ? eventValues(main) : noEvent),
  };
  // Rounded, so that the arithmetic that is shown is the arithmetic that was done.
  return Object.fromEntries(rankFactors.map((factor) => [factor, Math.round(values[factor] * 1000) / 1000])) as Record<
    RankFactor,
    number
  >;
}

/** How much is reported on a story, from 0 for one article towards 1. */
function shareOfArticles(count: number): number {
  return 1 - 1 / Math.max(1, count);
}
