import type { Article } from '../articles/article.ts';
import { toldAt } from '../articles/told-at.ts';
import { type BreakingRate, phaseOf } from '../stories/phase.ts';
import { atOnce, type Pausing, withPauses } from '../take-turns.ts';
import type { Briefing, BriefingLength, BriefingStory } from './briefing.ts';
import { chooseStatements } from './choose-statements.ts';
import { headlineChangeOf } from './headline-change.ts';
import { oneOfEachEvent } from './one-event.ts';
import { defaultRankWeights, type Rankable, type RankWeights, rankStories } from './rank-stories.ts';
import { type FreshArticle, newsOf, type ToldStatement } from './story-news.ts';
import { tightenStories } from './tighten-stories.ts';
import { titleArticleOf } from './title-article.ts';
import { whyItMatters } from './why-it-matters.ts';
import { countWords } from './word-count.ts';

/** What a briefing may say of one story. */
export interface StoryMaterial {
  readonly storyId: string;
  /** The story's articles of the window in their newest revision; at least one. */
  readonly articles: readonly Article[];
  readonly told: readonly ToldStatement[];
  /** Best position in an editors' top feed, 0 is first; undefined when in none. */
  readonly topPosition?: number;
  /** How central to the news its main actors are, from 0 to 1. */
  readonly centrality?: number;
  /** Of the story's articles in the window, the share that is of interest. */
  readonly interestShare?: number;
  /** When all of its articles were published, those before the window too. */
  readonly publishedAt?: readonly Temporal.Instant[];
}

export interface BriefingRequest {
  readonly id: string;
  readonly interest: string;
  readonly language: string;
  readonly length: BriefingLength;
  readonly maxStories: number;
  readonly windowStart: Temporal.Instant;
  readonly windowEnd: Temporal.Instant;
}

/** What an operator may set. */
export interface BriefingSettings {
  readonly weights: RankWeights;
  readonly breaking?: BreakingRate;
}

/** Sentences a story gets, by length of the briefing. */
export const sentencesPerStory: Readonly<Record<BriefingLength, number>> = {
  headlines: 0,
  short: 1,
  normal: 3,
  long: 5,
};
const maximumAlso = 6;
/**
 * Composes a briefing from the stories of its window: the most important first, each with what is new in it, verbatim and cited.
 * A story in which nothing is new to these readers is left out.
 */
export function composeBriefing(
  request: BriefingRequest,
  material: readonly StoryMaterial[],
  settings: BriefingSettings = { weights: defaultRankWeights },
): Briefing {
  const stories = atOnce(tellStories(request, material, settings));
  return briefingOf(stories, { request, material, settings });
}

/** The same, while others have their turn in between: many stories take a second, and commands wait for their acknowledgement. */
export async function composeInTurns(
  request: BriefingRequest,
  material: readonly StoryMaterial[],
  settings: BriefingSettings = { weights: defaultRankWeights },
): Promise<Briefing> {
  const stories = await withPauses(tellStories(request, material, settings));
  return briefingOf(stories, { request, material, settings });
}

interface Composition {
  readonly request: BriefingRequest;
  readonly material: readonly StoryMaterial[];
  readonly settings: BriefingSettings;
}

function briefingOf(
  stories: readonly (Rankable | undefined)[],
  { request, material, settings }: Composition,
): Briefing {
  const withNews = stories.filter((story) => story !== undefined);
  const ranked = oneOfEachEvent(rankStories(withNews, request.windowEnd, settings.weights), request.maxStories);
  const told = new Set(withNews.map(({ story }) => story.storyId));
  const shown = tightenStories(
    ranked.slice(0, request.maxStories).map(({ story }) => story),
    request,
  );
  const also = ranked.slice(request.maxStories, request.maxStories + maximumAlso).map(({ story }) => ({
    storyId: story.storyId,
    title: story.title,
    articleId: story.titleArticleId,
    url: story.url,
    publishedAt: story.publishedAt.at(-1) ?? request.windowEnd.toString(),
  }));
  return {
    id: request.id,
    interest: request.interest,
    language: request.language,
    length: request.length,
    windowStart: request.windowStart.toString(),
    windowEnd: request.windowEnd.toString(),
    stories: shown,
    also,
    wordCount: countWords(shown),
    ranking: {
      weights: settings.weights,
      stories: ranked.map(({ story: { storyId }, values }) => ({ storyId, values })),
      nothingNew: material.flatMap(({ storyId }) => (told.has(storyId) ? [] : [storyId])),
    },
  };
}

function* tellStories(
  request: BriefingRequest,
  material: readonly StoryMaterial[],
  settings: BriefingSettings,
): Pausing<readonly (Rankable | undefined)[]> {
  const stories: (Rankable | undefined)[] = [];
  for (const story of material) {
    stories.push(yield* tellStory(story, request, settings));
    yield;
  }
  return stories;
}

function* tellStory(
  material: StoryMaterial,
  request: BriefingRequest,
  { breaking }: BriefingSettings,
): Pausing<Rankable | undefined> {
  const newestFirst = material.articles.toSorted((a, b) => Temporal.Instant.compare(toldAt(b), toldAt(a)));
  const news: FreshArticle[] = [];
  for (const article of newestFirst) {
    news.push(newsOf(article, material.told));
    yield;
  }
  const titled = titleArticleOf(news);
  if (!titled) return undefined;
  const { article: main } = titled;
  const fresh = [titled, ...news.filter((one) => one !== titled)];
  const isUpdate = material.told.length > 0;
  const statements = yield* chooseStatements(fresh, sentencesPerStory[request.length]);
  yield;
  const hasNews =
    request.length === 'headlines' ? fresh.some(({ sentences }) => sentences.length > 0) : statements.length > 0;
  if (isUpdate && !hasNews) return undefined;
  const said = [main.headline, ...statements.map(({ text }) => text)];
  const why =
    request.length === 'headlines' || request.length === 'short' || isUpdate
      ? undefined
      : whyItMatters(newestFirst, said);
  const headlineChange = headlineChangeOf(main, material.told);
  const story: BriefingStory = {
    storyId: material.storyId,
    title: main.headline,
    titleArticleId: main.id,
    url: main.url,
    topics: [...new Set(material.articles.flatMap(({ topics }) => topics))],
    isUpdate,
    ...(material.publishedAt ? { phase: phaseOf(material.publishedAt, request.windowEnd, breaking) } : {}),
    statements,
    ...(why ? { whyItMatters: why } : {}),
    ...(headlineChange ? { headlineChange } : {}),
    moved: fresh.flatMap(({ moved }) => moved.map(({ number }) => number)).slice(0, 1),
    articleCount: material.articles.length,
    publishedAt: newestFirst.map((article) => toldAt(article).toString()).toReversed(),
    agencies: [...new Set(material.articles.flatMap(({ agencies }) => agencies))],
    publishers: [...new Set(material.articles.map(publisherOf))],
  };
  const sentences = material.articles.reduce((sum, article) => sum + article.sentences.length, 0);
  const newSentences = fresh.reduce((sum, one) => sum + one.sentences.length, 0);
  return { story, material, novelty: !isUpdate || sentences === 0 ? 1 : newSentences / sentences };
}

function publisherOf({ id, url }: Article): string {
  return id.startsWith('dw:')
    ? 'DW'
    : URL.parse(url)?.hostname.replace(/^www\./, '') || (id.split(/[/:]/).at(-1) ?? id);
}
