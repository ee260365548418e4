import { fold, termOf } from '../../text/terms.ts';
import type { ArticleSentence } from '../article-sentences.ts';

/** Words whose meaning depends on the next word: "first elected", "second term". */
const ordering = new Set(
  'first last next new second third fourth erste ersten zweite zweiten dritte dritten'.split(' '),
);

/** An ordering word and the word right after it. */
export type WordPair = readonly [string, string];

/** The ordering words of a text, each with the term it modifies. */
export function orderedPairs(words: readonly string[], language: string): readonly WordPair[] {
  return words.flatMap((word, index): WordPair[] => {
    const next = termOf(words[index + 1] ?? '', language);
    return ordering.has(fold(word)) && next !== undefined ? [[fold(word), next]] : [];
  });
}

/** Whether a sentence has the same word pairs as the question; false if the question has none. */
export function keepsOrder(pairs: readonly WordPair[], line: ArticleSentence): boolean {
  if (pairs.length === 0) return false;
  const own = orderedPairs(line.words, line.article.language);
  return pairs.every(([first, term]) => own.some((pair) => pair[0] === first && pair[1] === term));
}
