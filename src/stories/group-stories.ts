import { baseLanguage } from '../text/terms.ts';
import { areTied, isTiedTo } from './affair-ties.ts';
import type { DocumentFrequencyData } from './document-frequency.ts';
import { findMerge, findSplit, type StoryMerge, type StorySplit } from './merge-split.ts';
import type { OpenStory } from './open-stories.ts';
import type { StoryDocument } from './story-document.ts';
import { defaultStorySettings, joinSettingsFor, type StorySettings } from './story-settings.ts';
import { compareWithStory, weighDocument } from './story-similarity.ts';
import { createStorySpace, type StorySpace } from './story-space.ts';
import { type StoryTerms, storyTerms } from './story-terms.ts';
import { cosineOf, type Idf } from './term-vector.ts';

/** The story of an article. `storyId` is undefined if it opens a new story; `nearest` is the most similar story. */
export interface StoryDecision {
  readonly storyId: string | undefined;
  readonly similarity: number;
  readonly nearest?: string;
}

/** Groups a stream of articles into stories, per language. The deciding and finding methods are read-only; the others record. */
export interface StoryGrouper {
  /** Prepares for the first articles of a language, all that are known to come: what they share are common words. Before `decide` of the first. */
  expect(documents: readonly StoryDocument[]): void;
  decide(document: StoryDocument): StoryDecision;
  /** `isCounted`: the document frequencies already include the document, after a restart. */
  add(document: StoryDocument, storyId: string, options?: { readonly isCounted?: boolean }): void;
  /** Looks for a merge or split; worthwhile when a story has got an article. */
  findMerge(storyId: string): StoryMerge | undefined;
  findSplit(storyId: string): StorySplit | undefined;
  merge(merge: Pick<StoryMerge, 'fromId' | 'intoId'>): void;
  split(split: Pick<StorySplit, 'fromId' | 'articleIds'>, newId: string): void;
  /** Whether an article of an open story has a different headline now, not counting its label: a live blog that has moved to another event. */
  hasNewHeadline(document: StoryDocument, storyId: string): boolean;
  /** Forgets an article of an open story. */
  remove(document: StoryDocument, storyId: string): void;
  /** The article of an open story with the best headline for it. */
  centralArticle(storyId: string): string | undefined;
  /** The document frequencies by language, to resume from in another grouper. */
  background(): StoryBackground;
}

export type StoryBackground = Readonly<Record<string, DocumentFrequencyData>>;

export interface StoryGrouperOptions {
  readonly background?: StoryBackground;
  readonly settings?: Partial<StorySettings>;
}

/** Deterministic: no clock and no randomness, time is that of the articles. */
export function createStoryGrouper(options: StoryGrouperOptions = {}): StoryGrouper {
  const settings = { ...defaultStorySettings, ...options.settings };
  const spaces = new Map<string, StorySpace>();
  const termsCache = new WeakMap<StoryDocument, StoryTerms>();

  const spaceOf = (document: StoryDocument): StorySpace => {
    const language = baseLanguage(document.language);
    const space = spaces.get(language) ?? createStorySpace(language, settings, options.background?.[language]);
    spaces.set(language, space);
    return space;
  };
  const termsOf = (document: StoryDocument): StoryTerms => {
    const terms = termsCache.get(document) ?? storyTerms(document, settings, spaceOf(document).frequency.timesSeen);
    termsCache.set(document, terms);
    return terms;
  };
  const locate = (storyId: string): { space: StorySpace; story: OpenStory } | undefined => {
    for (const space of spaces.values()) {
      const story = space.stories.get(storyId);
      if (story) return { space, story };
    }
    return undefined;
  };

  return {
    expect(documents) {
      for (const [space, reports] of Map.groupBy(documents, spaceOf)) space.expect(reports);
    },
    decide: (document) => decide(document, termsOf(document), spaceOf(document), settings),
    add: (document, storyId, { isCounted = false } = {}) =>
      spaceOf(document).add({ document, terms: termsOf(document), storyId, isCounted }),
    findMerge(storyId) {
      const found = locate(storyId);
      if (!found) return undefined;
      const { story, space } = found;
      const { ties, repeatShare } = settings;
      const mayJoin = (other: OpenStory) => !ties || areTied(story, other, space.frequency, { ties, repeatShare });
      return findMerge(story, space.stories, { idf: space.frequency.idf, mayJoin }, settings);
    },
    findSplit(storyId) {
      const found = locate(storyId);
      return found && findSplit(found.story, found.space.frequency.idf, settings);
    },
    merge: ({ fromId, intoId }) => locate(fromId)?.space.stories.merge(fromId, intoId),
    split: ({ fromId, articleIds }, newId) => locate(fromId)?.space.stories.split(fromId, new Set(articleIds), newId),
    hasNewHeadline(document, storyId) {
      const known = locate(storyId)?.story.articles.find(({ id }) => id === document.id);
      const { headline } = termsOf(document);
      return known !== undefined && known.headline.symmetricDifference(headline).size > 0;
    },
    remove: (document, storyId) => locate(storyId)?.space.stories.remove(storyId, document.id),
    centralArticle(storyId) {
      const found = locate(storyId);
      return found && centralArticle(found.story, found.space.frequency.idf);
    },
    background: () =>
      Object.fromEntries([...spaces].map(([language, { frequency }]) => [language, frequency.toData()])),
  };
}

function decide(
  document: StoryDocument,
  terms: StoryTerms,
  { stories, frequency, hoursOf }: StorySpace,
  settings: StorySettings,
): StoryDecision {
  const { idf } = frequency;
  const { ties, repeatShare } = settings;
  const { threshold } = joinSettingsFor(terms.textLength, settings);
  const weighed = weighDocument(terms, idf);
  const at = hoursOf(document);
  let best: { story: OpenStory; similarity: number } | undefined;
  for (const story of stories.sharing(weighed.terms, settings)) {
    const hoursSince = at - story.lastAt;
    if (hoursSince > settings.windowHours) continue;
    const similarity = compareWithStory(weighed, { story, hoursSince, idf }, settings);
    if (best && similarity <= best.similarity) continue;
    if (ties && similarity >= threshold && !isTiedTo(story, terms, frequency, { ties, repeatShare })) continue;
    best = { story, similarity };
  }
  if (!best) return { storyId: undefined, similarity: 0 };
  return {
    storyId: best.similarity >= threshold ? best.story.id : undefined,
    similarity: best.similarity,
    nearest: best.story.id,
  };
}

/** Articles this much older than the newest no longer name a story. */
const recentHours = 48;
/** More than this many are not compared; the newest are. */
const mostCompared = 12;

/** The recent article most similar to the story as a whole; of equals the newest. */
function centralArticle({ articles, weights, lastAt }: OpenStory, idf: Idf): string | undefined {
  const recent = articles
    .filter(({ at }) => at >= lastAt - recentHours)
    .toSorted((a, b) => b.at - a.at)
    .slice(0, mostCompared);
  let best: { id: string; centrality: number } | undefined;
  for (const { id, vector } of recent) {
    const centrality = recent.length === 1 ? 1 : cosineOf(vector, weights, idf);
    if (!best || centrality > best.centrality) best = { id, centrality };
  }
  return best?.id;
}
