import type { DocumentFrequency } from './document-frequency.ts';
import type { OpenStory } from './open-stories.ts';
import type { StorySettings } from './story-settings.ts';
import type { StoryTerms } from './story-terms.ts';

/** What a report must share with an affair, besides being similar. */
export interface TieSettings {
  /** Words of headline and text that say what a report is about. */
  readonly openingWords: number;
  /** Telling terms that it shares; all its states together are one. */
  readonly leastTerms: number;
  /** A word that is no name tells something from this idf on, outside of the affair. */
  readonly leastIdf: number;
  /** The same in an opening with so many terms: the more it has, the more it shares by chance. */
  readonly longOpening: { readonly terms: number; readonly leastIdf: number };
  /** States that it shares where it shares no other name. */
  readonly leastStates: number;
  /** From so many articles on, only what several of them say is the affair's. */
  readonly largeFrom: number;
  /** Two affairs are one if so many of the smaller one's articles share that with the larger one. */
  readonly tiedShare: number;
}

const several = 2;

type TieOptions = Pick<StorySettings, 'repeatShare'> & { readonly ties: TieSettings };

/** Whether two affairs are about the same, as far as most articles of the smaller one tell. */
export function areTied(one: OpenStory, other: OpenStory, frequency: DocumentFrequency, options: TieOptions): boolean {
  const [small, large] = one.articles.length <= other.articles.length ? [one, other] : [other, one];
  const tied = small.articles.filter((article) => isTiedTo(large, article, frequency, options));
  return tied.length >= options.ties.tiedShare * small.articles.length;
}

/**
 * Whether a report is about what an affair is about: they share actors and terms where both say what they are about. A state alone is no
 * affair, however often it is in the news; what two states do together may be one. A word tells by how rare it is in other news: the
 * words of a war are everywhere because the war is.
 */
export function isTiedTo(
  affair: OpenStory,
  { opening, names, states }: Pick<StoryTerms, 'opening' | 'names' | 'states'>,
  { idfWithout }: DocumentFrequency,
  { ties, repeatShare }: TieOptions,
): boolean {
  const { articles } = affair;
  const least = articles.length >= ties.largeFrom ? several : 1;
  const leastIdf = opening.size > ties.longOpening.terms ? ties.longOpening.leastIdf : ties.leastIdf;
  const countOf = (documents: number): number => (documents === 0 ? 0 : 1 + repeatShare * (documents - 1));
  const own = countOf(articles.length);
  const isTelling = (term: string): boolean => {
    const count = countOf(articles.filter(({ vector }) => vector.has(term)).length);
    return idfWithout(term, { documents: own, count }) >= leastIdf;
  };
  const shared = { names: 0, words: 0, states: 0 };
  for (const term of opening) {
    const holders = articles.filter((article) => article.opening.has(term));
    if (holders.length < least) continue;
    if (states.has(term)) shared.states++;
    else if (names.has(term) && holders.some((article) => article.names.has(term))) shared.names++;
    else if (isTelling(term)) shared.words++;
  }
  const hasActors = shared.names > 0 || shared.states >= ties.leastStates;
  return hasActors && shared.names + shared.words + Math.min(1, shared.states) >= ties.leastTerms;
}
