import type { ReadWord } from './read-document.ts';

/** Weights of words by position and kind, as factors. A bare headline has too few words for them. */
export interface TextWeights {
  /** The number of content words after the headline with full weight; later ones have the weight `later`. */
  readonly earlyWords: number;
  readonly later: number;
  /** Weight of states and world regions: they are in the news every day, which a fresh archive does not know. */
  readonly states: number;
  /** Weight of two adjacent names as a term: "Charles University" means more than its words. */
  readonly namePairs: number;
}

/** Reweights the counts of a text's terms by position and kind, and adds its pairs of names. */
export function reweighText(
  counts: Map<string, number>,
  text: {
    headlineTerms: readonly string[];
    textTerms: readonly string[];
    states: ReadonlySet<string>;
    pairs: string[];
  },
  { earlyWords, later, states, namePairs }: TextWeights,
): void {
  const early = new Set([...text.headlineTerms, ...text.textTerms.slice(0, earlyWords)]);
  for (const [term, count] of counts)
    counts.set(term, count * (early.has(term) ? 1 : later) * (text.states.has(term) ? states : 1));
  if (namePairs > 0) for (const pair of text.pairs) counts.set(pair, namePairs);
}

/** Two adjacent capitalized words as one term that no single word has. */
export function pairsIn(words: readonly ReadWord[]): string[] {
  const pairs: string[] = [];
  for (const [index, { end, term, hasCapital }] of words.entries()) {
    const next = words[index + 1];
    if (!hasCapital || !next?.hasCapital || next.start !== end + 1) continue;
    if (term !== undefined && next.term !== undefined) pairs.push(`${term} ${next.term}`);
  }
  return pairs;
}
