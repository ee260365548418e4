import type { ReadWord } from './read-document.ts';

/** What words of a text count for, as factors. A bare headline has too few words for it. */
export interface TextWeights {
  /** So many words with content after the headline tell the event; those that come later only count for `later`. */
  readonly earlyWords: number;
  readonly later: number;
  /** What states and parts of the world count for: they are in the news every day, which a fresh archive does not know. */
  readonly states: number;
  /** What two names in a row count for as a term of their own: "Charles University" says more than its words. */
  readonly namePairs: number;
}

/** Changes the counts of a text's terms by where they stand and what they name, and adds its pairs of names. */
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

/** Two words with a capital side by side, as one term that no word has. */
export function pairsIn(words: readonly ReadWord[]): string[] {
  const pairs: string[] = [];
  for (const [index, { end, term, hasCapital }] of words.entries()) {
    const next = words[index + 1];
    if (!hasCapital || !next?.hasCapital || next.start !== end + 1) continue;
    if (term !== undefined && next.term !== undefined) pairs.push(`${term} ${next.term}`);
  }
  return pairs;
}
