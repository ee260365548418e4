import { baseLanguage } from '../language/terms.ts';
import { createDocumentFrequency, type DocumentFrequency, type DocumentFrequencyData } from './document-frequency.ts';
import { newsTerms } from './news-words.ts';
import { createOpenStories, type OpenStories, type OpenStory } from './open-stories.ts';
import type { StoryDocument } from './story-document.ts';
import { defaultStorySettings, type StorySettings } from './story-settings.ts';
import { compareWithStory, joinSettingsFor, weighDocument } from './story-similarity.ts';
import { type StoryTerms, storyTerms } from './story-terms.ts';

/** Where an article belongs. `storyId` is undefined when it opens a new story; `nearest` is the story that came closest. */
export interface StoryDecision {
  readonly storyId: string | undefined;
  readonly similarity: number;
  readonly nearest?: string;
}

/** Groups a stream of articles into stories, one pass, each language apart. `decide` changes nothing; `add` records. */
export interface StoryGrouper {
  decide(document: StoryDocument): StoryDecision;
  add(document: StoryDocument, storyId: string): void;
  /**
   * The document frequencies by language. Hand them to a new grouper only if it does not replay the same articles by `add`,
   * which counts them again.
   */
  background(): StoryBackground;
}

export type StoryBackground = Readonly<Record<string, DocumentFrequencyData>>;

export interface StoryGrouperOptions {
  readonly background?: StoryBackground;
  readonly settings?: Partial<StorySettings>;
}

interface Space {
  readonly frequency: DocumentFrequency;
  readonly stories: OpenStories;
  now: number;
}

/** The same stream of `decide` and `add` gives the same stories: no clock and no randomness, time is that of the articles. */
export function createStoryGrouper(options: StoryGrouperOptions = {}): StoryGrouper {
  const settings = { ...defaultStorySettings, ...options.settings };
  const spaces = new Map<string, Space>();
  const termsCache = new WeakMap<StoryDocument, StoryTerms>();

  const spaceOf = (document: StoryDocument): Space => {
    const language = baseLanguage(document.language);
    let space = spaces.get(language);
    if (!space) {
      const prior = {
        documents: settings.priorDocuments,
        commonTerms: newsTerms(language),
        commonShare: settings.newsTermShare,
      };
      const frequency = createDocumentFrequency(prior, options.background?.[language]);
      space = { frequency, stories: createOpenStories(), now: 0 };
      spaces.set(language, space);
    }
    return space;
  };
  const termsOf = (document: StoryDocument): StoryTerms => {
    const terms = termsCache.get(document) ?? storyTerms(document, settings);
    termsCache.set(document, terms);
    return terms;
  };

  return {
    decide(document) {
      const space = spaceOf(document);
      const terms = termsOf(document);
      const weighed = weighDocument(terms, space.frequency.idf);
      const at = hoursOf(document) ?? space.now;
      let best: { story: OpenStory; similarity: number } | undefined;
      for (const story of space.stories.sharing(weighed, settings)) {
        if (at - story.lastAt > settings.windowHours) continue;
        const similarity = compareWithStory(weighed, story, at - story.lastAt, settings);
        if (!best || similarity > best.similarity) best = { story, similarity };
      }
      if (!best) return { storyId: undefined, similarity: 0 };
      const joins = best.similarity >= joinSettingsFor(terms.textLength, settings).threshold;
      return { storyId: joins ? best.story.id : undefined, similarity: best.similarity, nearest: best.story.id };
    },
    add(document, storyId) {
      const space = spaceOf(document);
      const terms = termsOf(document);
      space.now = Math.max(space.now, hoursOf(document) ?? space.now);
      space.frequency.count(terms.weights.keys());
      space.stories.add(storyId, terms, hoursOf(document) ?? space.now, space.frequency.idf);
      space.stories.closeBefore(space.now - settings.windowHours);
    },
    background: () =>
      Object.fromEntries([...spaces].map(([language, { frequency }]) => [language, frequency.toData()])),
  };
}

function hoursOf({ publishedAt }: StoryDocument): number | undefined {
  return publishedAt && publishedAt.epochMilliseconds / 3_600_000;
}
