import type { StorySettings } from './story-settings.ts';
import type { WeighedDocument } from './story-similarity.ts';
import type { StoryTerms } from './story-terms.ts';

/** A story that still takes articles: the summed terms of its articles. */
export interface OpenStory {
  readonly id: string;
  readonly weights: Map<string, number>;
  /** Length of the summed vector with the term frequencies known when the last article came. */
  norm: number;
  articles: number;
  lastAt: number;
}

export type Idf = (term: string) => number;

type SearchSettings = Pick<StorySettings, 'candidates' | 'commonInStories' | 'searchTerms'>;

/** The open stories of one language with an inverted index over their terms. */
export interface OpenStories {
  get(id: string): OpenStory | undefined;
  add(id: string, terms: StoryTerms, at: number, idf: Idf): void;
  /** The stories that share rare terms with the document, most shared weight first. */
  sharing(document: WeighedDocument, settings: SearchSettings): OpenStory[];
  closeBefore(at: number): void;
  readonly size: number;
}

export function createOpenStories(): OpenStories {
  const stories = new Map<string, OpenStory>();
  const postings = new Map<string, Set<OpenStory>>();
  return {
    get: (id) => stories.get(id),
    get size() {
      return stories.size;
    },
    add(id, { weights }, at, idf) {
      const story = stories.get(id) ?? { id, weights: new Map(), norm: 0, articles: 0, lastAt: at };
      stories.delete(id);
      stories.set(id, story); // the map keeps the stories in the order of their last article
      story.articles += 1;
      story.lastAt = Math.max(story.lastAt, at);
      for (const [term, weight] of weights) {
        story.weights.set(term, (story.weights.get(term) ?? 0) + weight);
        const posting = postings.get(term);
        if (posting) posting.add(story);
        else postings.set(term, new Set([story]));
      }
      story.norm = vectorNorm(story.weights, idf);
    },
    sharing({ terms }, { candidates, commonInStories, searchTerms }) {
      const telling = terms
        .map(({ term, square }) => ({ posting: postings.get(term), gain: square }))
        .filter(({ posting }) => posting !== undefined && posting.size <= commonInStories)
        .sort((a, b) => b.gain - a.gain)
        .slice(0, searchTerms);
      const shared = new Map<OpenStory, number>();
      for (const { posting, gain } of telling) {
        for (const story of posting ?? []) shared.set(story, (shared.get(story) ?? 0) + gain);
      }
      return [...shared]
        .sort((a, b) => b[1] - a[1])
        .slice(0, candidates)
        .map(([story]) => story);
    },
    closeBefore(at) {
      for (const story of stories.values()) {
        if (story.lastAt >= at) break;
        stories.delete(story.id);
        for (const term of story.weights.keys()) {
          const posting = postings.get(term);
          posting?.delete(story);
          if (posting?.size === 0) postings.delete(term);
        }
      }
    },
  };
}

/** Length of a vector of counts weighted by idf. */
export function vectorNorm(weights: ReadonlyMap<string, number>, idf: Idf): number {
  let sum = 0;
  for (const [term, weight] of weights) sum += (weight * idf(term)) ** 2;
  return Math.sqrt(sum);
}
