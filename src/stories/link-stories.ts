import { baseLanguage } from '../text/terms.ts';
import { crossLanguageTerms, isState } from './cross-language-terms.ts';
import { createDocumentFrequency } from './document-frequency.ts';
import type { StoryMerge, StorySplit } from './merge-split.ts';
import { createOpenStories, type OpenStory } from './open-stories.ts';
import type { StoryDocument } from './story-document.ts';
import { weighTerms } from './term-vector.ts';

/** A story in another language on the same event. */
export interface StoryLink {
  readonly otherId: string;
  readonly similarity: number;
}

/** Finds stories in different languages on one event by shared actors, states and numbers within days. */
export interface StoryLinker {
  add(document: StoryDocument, storyId: string): void;
  /** At most one per other language, each the closest in both directions. */
  findLinks(storyId: string): readonly StoryLink[];
  merge(merge: Pick<StoryMerge, 'fromId' | 'intoId'>): void;
  split(split: Pick<StorySplit, 'fromId' | 'articleIds'>, newId: string): void;
}

/** Tuned on invented streams, since real bilingual ones are unavailable. A false link hides a story, a missing one duplicates it. */
const linkFrom = 0.4;
const fewestShared = 3;
const hoursApart = 48;
const windowHours = 10 * 24;
const priorDocuments = 100;
const search = { candidates: 8, commonInStories: 300, searchTerms: 25, leastShared: 0 };

/** Deterministic like grouping: the same stream gives the same links. */
export function createStoryLinker(): StoryLinker {
  const frequency = createDocumentFrequency({ documents: priorDocuments, commonTerms: new Set(), commonShare: 0 });
  const stories = createOpenStories();
  const languages = new WeakMap<OpenStory, string>();
  let now = 0;

  const closest = (story: OpenStory): Map<string, { other: OpenStory; similarity: number }> => {
    const best = new Map<string, { other: OpenStory; similarity: number }>();
    for (const other of stories.sharing(weighTerms(story.weights, frequency.idf), search)) {
      const language = languages.get(other);
      if (language === undefined || language === languages.get(story) || hoursBetween(story, other) > hoursApart)
        continue;
      const similarity = sharedEvidence(story, other, frequency.idf);
      if (similarity >= linkFrom && similarity > (best.get(language)?.similarity ?? 0))
        best.set(language, { other, similarity });
    }
    return best;
  };

  return {
    add(document, storyId) {
      const at = document.publishedAt ? document.publishedAt.epochMilliseconds / 3_600_000 : now;
      now = Math.max(now, at);
      const vector = new Map([...crossLanguageTerms(document)].map((term) => [term, 1]));
      frequency.count(vector.keys(), () => 1, 1);
      const story = stories.add(storyId, {
        id: document.id,
        vector,
        headline: new Set(),
        opening: new Set(),
        names: new Set(),
        topics: new Map(),
        states: new Set(),
        textLength: vector.size,
        at,
      });
      languages.set(story, baseLanguage(document.language));
      stories.closeBefore(now - windowHours);
    },
    findLinks(storyId) {
      const story = stories.get(storyId);
      if (!story) return [];
      return [...closest(story).values()]
        .filter(({ other }) => closest(other).get(languages.get(story) ?? '')?.other === story)
        .map(({ other, similarity }) => ({ otherId: other.id, similarity }));
    },
    merge: ({ fromId, intoId }) => stories.merge(fromId, intoId),
    split({ fromId, articleIds }, newId) {
      const from = stories.get(fromId);
      const language = from && languages.get(from);
      stories.split(fromId, new Set(articleIds), newId);
      for (const story of [stories.get(fromId), stories.get(newId)])
        if (story && language !== undefined) languages.set(story, language);
    },
  };
}

/** Weight of the shared terms as a share of the smaller story's terms; 0 if they share only states, or too few terms. */
function sharedEvidence(a: OpenStory, b: OpenStory, idf: (term: string) => number): number {
  const shared = [...a.weights.keys()].filter((term) => b.weights.has(term));
  if (shared.length < fewestShared || shared.every(isState)) return 0;
  const weigh = (terms: Iterable<string>): number => [...terms].reduce((sum, term) => sum + idf(term) ** 2, 0);
  return weigh(shared) / Math.min(weigh(a.weights.keys()), weigh(b.weights.keys()));
}

function hoursBetween(a: OpenStory, b: OpenStory): number {
  return Math.max(0, a.openedAt - b.lastAt, b.openedAt - a.lastAt);
}
