import type { OpenStory } from './open-stories.ts';
import type { StoryTerms } from './story-terms.ts';
import type { Idf } from './term-vector.ts';

/** What a report must share with an affair, besides being similar. */
export interface TieSettings {
  /** Words of headline and text that say what a report is about. */
  readonly openingWords: number;
  /** Telling terms that it shares; all its states together are one. */
  readonly leastTerms: number;
  /** A word that is no name tells something from this idf on. */
  readonly leastIdf: number;
  /** States that it shares where it shares no other name. */
  readonly leastStates: number;
  /** From so many articles on, only what several of them say is the affair's. */
  readonly largeFrom: number;
}

const several = 2;

/**
 * Whether a report is about what an affair is about: they share actors and terms where both say what they are about. A state alone is no
 * affair, however often it is in the news; what two states do together may be one.
 */
export function isTiedTo(
  affair: OpenStory,
  { opening, names, states }: StoryTerms,
  idf: Idf,
  ties: TieSettings,
): boolean {
  const least = affair.articles.length >= ties.largeFrom ? several : 1;
  const shared = { names: 0, words: 0, states: 0 };
  for (const term of opening) {
    const holders = affair.articles.filter((article) => article.opening.has(term));
    if (holders.length < least) continue;
    if (states.has(term)) shared.states++;
    else if (names.has(term) && holders.some((article) => article.names.has(term))) shared.names++;
    else if (idf(term) >= ties.leastIdf) shared.words++;
  }
  const hasActors = shared.names > 0 || shared.states >= ties.leastStates;
  return hasActors && shared.names + shared.words + Math.min(1, shared.states) >= ties.leastTerms;
}
