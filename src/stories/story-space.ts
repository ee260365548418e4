import { commonTermsSample, findCommonTerms, learnsCommonTerms } from './common-terms.ts';
import { createDocumentFrequency, type DocumentFrequency, type DocumentFrequencyData } from './document-frequency.ts';
import { newsTerms } from './news-words.ts';
import { createOpenStories, type OpenStories } from './open-stories.ts';
import type { StoryDocument } from './story-document.ts';
import type { StorySettings } from './story-settings.ts';
import type { StoryTerms } from './story-terms.ts';

/** The stories of one language with the frequencies of its terms. */
export interface StorySpace {
  readonly frequency: DocumentFrequency;
  readonly stories: OpenStories;
  /** The publication time of a document, or of the newest one before it, in hours. */
  hoursOf(document: StoryDocument): number;
  /**
   * Learns the common words of the language from reports that are still to be decided, where no list has them. The first full sample is kept; with
   * a smaller one, or once reports were counted in an earlier process, nothing is lost by calling it again.
   */
  expect(reports: readonly StoryDocument[]): void;
  add(placed: {
    readonly document: StoryDocument;
    readonly terms: StoryTerms;
    readonly storyId: string;
    readonly isCounted: boolean;
  }): void;
}

/** An empty space, with the frequencies of an earlier one if there was one. */
export function createStorySpace(
  language: string,
  settings: StorySettings,
  background: DocumentFrequencyData | undefined,
): StorySpace {
  const prior = {
    documents: settings.priorDocuments,
    commonTerms: newsTerms(language),
    commonShare: settings.newsTermShare,
  };
  const frequency = createDocumentFrequency(prior, background);
  const stories = createOpenStories();
  let learnedFrom = learnsCommonTerms(language) && !background ? 0 : commonTermsSample;
  let now = 0;
  const hoursOf = ({ publishedAt }: StoryDocument): number =>
    publishedAt ? publishedAt.epochMilliseconds / 3_600_000 : now;
  return {
    frequency,
    stories,
    hoursOf,
    expect(reports) {
      if (learnedFrom >= commonTermsSample || reports.length <= learnedFrom) return;
      const sample = reports.slice(0, commonTermsSample);
      learnedFrom = sample.length;
      frequency.assume(findCommonTerms(sample));
    },
    add({ document, terms, storyId, isCounted }) {
      const at = hoursOf(document);
      now = Math.max(now, at);
      if (!isCounted) count(terms, storyId);
      stories.add(storyId, { ...terms, id: document.id, vector: terms.weights, at });
      stories.closeBefore(now - settings.windowHours);
    },
  };

  function count({ weights, label }: StoryTerms, storyId: string): void {
    const known = stories.get(storyId)?.weights;
    const shareOf = (term: string): number => (known?.has(term) ? settings.repeatShare : 1);
    frequency.count(
      label === undefined ? weights.keys() : [...weights.keys(), label],
      shareOf,
      known ? settings.repeatShare : 1,
    );
  }
}
