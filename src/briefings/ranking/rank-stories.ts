import type { Article, Sentence } from '../../articles/article.ts';
import { quantitiesOf } from '../../stories/quantities.ts';
import { findDates } from '../../text/dates.ts';
import type { BriefingStory } from '../briefing.ts';
import type { StoryMaterial } from '../story-material.ts';
import { headlineImpact } from './headline-impact.ts';
import { type HeadlineKind, headlineKind } from './headline-kind.ts';

/** What makes a story important to a channel, each as a value of about 0 to 1; the number of articles grows beyond. */
export const rankFactors = [
  'articles',
  'desks',
  'freshness',
  'actors',
  'novelty',
  'moved',
  'report',
  'impact',
  'toll',
  'prominence',
  'interest',
] as const;

/** What counts when stories are ordered. */
export type RankFactor = (typeof rankFactors)[number];
/** What each factor is for a story, most of them about 0 to 1. */
export type RankValues = Readonly<Record<RankFactor, number>>;
/** What each factor counts in the sum. */
export type RankWeights = RankValues;

export const defaultRankWeights: RankWeights = {
  articles: 1,
  desks: 0.3,
  freshness: 0.8,
  actors: 0.5,
  novelty: 0.4,
  moved: 0.6,
  report: 1,
  impact: 0.6,
  toll: 1,
  prominence: 1.5,
  interest: 0.5,
};

/** A story with the sum that its place in the briefing follows from. */
export interface RankedStory {
  readonly story: BriefingStory;
  readonly articles: readonly Article[];
  readonly isTitleDelivered?: boolean;
  readonly score: number;
  readonly values: RankValues;
}

/** A candidate story with how much of it is new to these readers, from 0 to 1. */
export interface Rankable {
  readonly story: BriefingStory;
  readonly material: StoryMaterial;
  readonly novelty: number;
  /** These readers have seen its title; without statements it is not worth a place. */
  readonly isTitleDelivered?: boolean;
}

/** How a briefing's stories were weighed, kept with it for `/why`: by the factors of its time. */
export interface Ranking {
  readonly weights: Partial<RankWeights>;
  /** Most important first: the briefing tells those at the top, some more by title, and leaves out the rest. */
  readonly stories: readonly { readonly storyId: string; readonly values: Partial<RankValues> }[];
  /** Stories of the window in which nothing was new to these readers. */
  readonly nothingNew: readonly string[];
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
      const { story, isTitleDelivered = false } = one;
      return { story, articles: one.material.articles, isTitleDelivered, values, score: scoreOf(values, weights) };
    })
    .toSorted((a, b) => b.score - a.score || (a.story.storyId < b.story.storyId ? -1 : 1));
}

/** The sum of weights times values; a factor that has come since counts nothing. */
export function scoreOf(values: Partial<RankValues>, weights: Partial<RankWeights>): number {
  return rankFactors.reduce((sum, factor) => sum + (weights[factor] ?? 0) * (values[factor] ?? 0), 0);
}

/** From so many desks on, more of them say nothing more. */
const manyDesks = 3;
const freshnessHalvesHours = 12;

/** A comment is no news; who explains may have some, and so may who writes for no agency. */
const reportValues: Readonly<Record<HeadlineKind, number>> = { news: 0.6, explains: 0.3, comments: 0 };
/** Topics whose headlines speak of power and death in their own way. */
const pastimes: ReadonlySet<string> = new Set(['sports', 'culture', 'travel']);
/** So many dead count fully, ten times fewer a third less. */
const fullToll = 1000;
const tollSentences = 3;
const tollDays = 14;

/** Whether a story reports what happened: by its headline, and by the agencies behind it, which report nothing else. */
function reportValue({ articles }: StoryMaterial, { title, titleArticleId }: BriefingStory): number {
  const main = articles.find(({ id }) => id === titleArticleId);
  const kind = headlineKind(title, main?.language ?? 'en');
  return kind === 'news' && articles.some(({ agencies }) => agencies.length > 0) ? 1 : reportValues[kind];
}

/** How far the news reaches, by a headline that tells it: a match is attacked and defended, too, and a review has its wars. */
function impactValue({ articles }: StoryMaterial, { title, titleArticleId, topics }: BriefingStory): number {
  const main = articles.find(({ id }) => id === titleArticleId);
  const language = main?.language ?? 'en';
  if (headlineKind(title, language) !== 'news' || topics.some((topic) => pastimes.has(topic))) return 0;
  return headlineImpact(title, language);
}

/** How many were killed, as the title has it, and in an agency's report its first sentences: a feature often recalls another day. */
function tollValue({ articles }: StoryMaterial, { title, titleArticleId }: BriefingStory): number {
  const main = articles.find(({ id }) => id === titleArticleId);
  const opening = main?.agencies.length ? main.sentences.slice(0, tollSentences).filter(isOfNow(main)) : [];
  const killed = [title, ...opening.map(({ text }) => text)]
    .flatMap((text) => quantitiesOf(text, main?.language ?? 'en'))
    .flatMap(({ of, value }) => (of === 'killed' ? value : []));
  return Math.min(1, Math.log(1 + Math.max(0, ...killed)) / Math.log(1 + fullToll));
}

/** "Where 21 people were killed in May": recalled, in July. */
function isOfNow({ language, publishedAt }: Article): (sentence: Sentence) => boolean {
  const earliest = publishedAt
    .subtract({ hours: 24 * tollDays })
    .toString()
    .slice(0, 10);
  return ({ text }) =>
    findDates(text, language, publishedAt).every(({ date }) => date >= earliest.slice(0, date.length));
}

function valuesOf({ story, material, novelty }: Rankable, now: Temporal.Instant): RankValues {
  const newest = story.publishedAt.toSorted().at(-1) ?? now.toString();
  const hours = Math.max(0, Temporal.Instant.from(newest).until(now).total('hours'));
  // Another publisher's own desk counts as an agency does; one desk is behind every story.
  const desks = story.agencies.length + Math.max(0, story.publishers.length - 1);
  const values = {
    articles: Math.log(1 + story.articleCount),
    desks: Math.min(1, desks / manyDesks),
    freshness: 0.5 ** (hours / freshnessHalvesHours),
    actors: material.centrality ?? 0,
    novelty,
    moved: story.moved.length > 0 ? 1 : 0,
    report: reportValue(material, story),
    impact: impactValue(material, story),
    toll: tollValue(material, story),
    prominence: material.topPosition === undefined ? 0 : 1 / (1 + material.topPosition / 4),
    interest: material.interestShare ?? 1,
  };
  // Rounded, so that the arithmetic that is shown is the arithmetic that was done.
  return Object.fromEntries(rankFactors.map((factor) => [factor, Math.round(values[factor] * 1000) / 1000])) as Record<
    RankFactor,
    number
  >;
}
