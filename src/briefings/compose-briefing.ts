import { runSync, runYielding, type Yielding } from '../runtime/yield-to-event-loop.ts';
import type { BreakingRate } from '../stories/phase.ts';
import type { Briefing, BriefingLength, BriefingStory } from './briefing.ts';
import { oneOfEachEvent } from './ranking/one-event.ts';
import {
  defaultRankWeights,
  type Rankable,
  type RankedStory,
  type RankWeights,
  rankStories,
} from './ranking/rank-stories.ts';
import type { StoryMaterial } from './story-material.ts';
import { tellStory } from './tell-story.ts';
import { tightenStories, titlesThatFit } from './tighten-stories.ts';
import { countWords } from './word-count.ts';

/** For whom and for which window a briefing is composed. */
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
  /** Default `first`. */
  readonly pictures?: PictureChoice;
  /** What readers know a publisher by, for each namespace of article ids; the site's host where there is none. */
  readonly publishers?: ReadonlyMap<string, string>;
}

/** Which stories of a briefing show the picture that their feed gives: the first that has one, each, or none. */
export const pictureChoices = ['first', 'each', 'none'] as const;
export type PictureChoice = (typeof pictureChoices)[number];

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
  return runSync(compose({ request, material, settings }));
}

/** The same, yielding to the event loop: many stories take a second, and commands wait to be acknowledged. */
export async function composeYielding(
  request: BriefingRequest,
  material: readonly StoryMaterial[],
  settings: BriefingSettings = { weights: defaultRankWeights },
): Promise<Briefing> {
  return runYielding(compose({ request, material, settings }));
}

interface Composition {
  readonly request: BriefingRequest;
  readonly material: readonly StoryMaterial[];
  readonly settings: BriefingSettings;
}

function* compose({ request, material, settings }: Composition): Yielding<Briefing> {
  const stories = yield* tellStories(request, material, settings);
  const withNews = stories.filter((story) => story !== undefined);
  const ranked = oneOfEachEvent(rankStories(withNews, request.windowEnd, settings.weights), request.maxStories);
  const withNewsIds = new Set(withNews.map(({ story }) => story.storyId));
  const told: BriefingStory[] = [];
  for (const { story, tell } of ranked.slice(0, request.maxStories)) told.push(tell ? yield* tell() : story);
  const further = ranked.slice(request.maxStories).map(({ story }) => story.title);
  const shown = tightenStories(told, request, further);
  return {
    id: request.id,
    interest: request.interest,
    language: request.language,
    length: request.length,
    windowStart: request.windowStart.toString(),
    windowEnd: request.windowEnd.toString(),
    stories: withPictures(shown, settings.pictures),
    also: titlesThatFit(namesOf(ranked.slice(shown.length), request.windowEnd), shown, request),
    wordCount: countWords(shown),
    ranking: {
      weights: settings.weights,
      stories: ranked.map(({ story: { storyId }, values }) => ({ storyId, values })),
      nothingNew: material.flatMap(({ storyId }) => (withNewsIds.has(storyId) ? [] : [storyId])),
    },
  };
}

function withPictures(stories: Briefing['stories'], choice: PictureChoice = 'first'): Briefing['stories'] {
  if (choice === 'each') return stories;
  const kept = choice === 'first' ? stories.find(({ image }) => image) : undefined;
  return stories.map((story) => {
    if (story === kept) return story;
    const { image: _, ...rest } = story;
    return rest;
  });
}

/** The next stories, by titles that these readers have not seen. */
function namesOf(ranked: readonly RankedStory[], windowEnd: Temporal.Instant): Briefing['also'] {
  const unseen = ranked.filter(({ isTitleDelivered }) => !isTitleDelivered).slice(0, maximumAlso);
  return unseen.map(({ story }) => ({
    storyId: story.storyId,
    title: story.title,
    articleId: story.titleArticleId,
    ...(story.titleRevision === undefined ? {} : { revision: story.titleRevision }),
    url: story.url,
    publishedAt: story.publishedAt.at(-1) ?? windowEnd.toString(),
  }));
}

function* tellStories(
  request: BriefingRequest,
  material: readonly StoryMaterial[],
  { breaking, publishers }: BriefingSettings,
): Yielding<readonly (Rankable | undefined)[]> {
  const stories: (Rankable | undefined)[] = [];
  for (const story of material) {
    stories.push(yield* tellStory(story, { ...request, breaking, publishers }));
    yield;
  }
  return stories;
}
