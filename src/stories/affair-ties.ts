import type { DocumentFrequency } from './document-frequency.ts';
import type { OpenStory } from './open-stories.ts';
import type { StorySettings, TieSettings } from './story-settings.ts';
import type { StoryTerms } from './story-terms.ts';

const several = 2;

type TieOptions = Pick<StorySettings, 'repeatShare'> & { readonly ties: TieSettings };

/** Whether two affairs are about the same: whether most articles of the smaller one are tied to the larger one. */
export function areTied(one: OpenStory, other: OpenStory, frequency: DocumentFrequency, options: TieOptions): boolean {
  const [small, large] = one.articles.length <= other.articles.length ? [one, other] : [other, one];
  const tied = small.articles.filter((article) => isTiedTo(large, article, frequency, options));
  return tied.length >= options.ties.tiedShare * small.articles.length;
}

/**
 * Whether a report is about an affair: their openings share actors and terms. A single state is not enough, however often it is in the
 * news; two states together may be. Words are weighed by their rarity in other news: the words of a war are everywhere because the war is.
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
  const isDistinctive = (term: string): boolean => {
    const count = countOf(articles.filter(({ vector }) => vector.has(term)).length);
    return idfWithout(term, { documents: own, count }) >= leastIdf;
  };
  const shared = { names: 0, words: 0, states: 0 };
  for (const term of opening) {
    const holders = articles.filter((article) => article.opening.has(term));
    if (holders.length < least) continue;
    if (states.has(term)) shared.states++;
    else if (names.has(term) && holders.some((article) => article.names.has(term))) shared.names++;
    else if (isDistinctive(term)) shared.words++;
  }
  const hasActors = shared.names > 0 || shared.states >= ties.leastStates;
  return hasActors && shared.names + shared.words + Math.min(1, shared.states) >= ties.leastTerms;
}
