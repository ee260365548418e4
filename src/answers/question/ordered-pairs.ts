import { fold, termOf } from '../../text/terms.ts';
import type { Line } from '../lines.ts';

/** Words that say little alone and much beside another: "first elected", "second term". */
const ordering = new Set(
  'first last next new second third fourth erste ersten zweite zweiten dritte dritten'.split(' '),
);

/** An ordering word and the word right after it. */
export type WordPair = readonly [string, string];

/** The ordering words of a text, each with the term it orders. */
export function orderedPairs(words: readonly string[], language: string): readonly WordPair[] {
  return words.flatMap((word, index): WordPair[] => {
    const next = termOf(words[index + 1] ?? '', language);
    return ordering.has(fold(word)) && next !== undefined ? [[fold(word), next]] : [];
  });
}

/** Whether a line puts in the same order what the question does; false where that orders nothing. */
export function keepsOrder(pairs: readonly WordPair[], line: Line): boolean {
  if (pairs.length === 0) return false;
  const own = orderedPairs(line.words, line.article.language);
  return pairs.every(([first, term]) => own.some((pair) => pair[0] === first && pair[1] === term));
}
