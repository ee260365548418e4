import { termOf, wordsOf } from '../language/terms.ts';
import { isFurniture } from './furniture.ts';
import { findMovedNumbers, type MovedPair } from './moved-numbers.ts';

/** A sentence with whatever its owner needs to find it again. */
export interface ReferencedSentence<Ref> {
  readonly text: string;
  readonly ref: Ref;
}

export interface JudgedSentence<Ref> extends ReferencedSentence<Ref> {
  readonly kind: 'new' | 'known' | 'furniture';
  /** Share of the sentence's content that the told sentences lack, 0 to 1. */
  readonly novelty: number;
}

export interface News<ToldRef, Ref> {
  readonly sentences: readonly JudgedSentence<Ref>[];
  readonly moved: readonly MovedPair<ToldRef, Ref>[];
}

const newFrom = 0.3;

/** What a reader who was told the first sentences learns from the second, and which told numbers have moved. */
export function findNews<ToldRef, Ref>(
  told: readonly ReferencedSentence<ToldRef>[],
  sentences: readonly ReferencedSentence<Ref>[],
  language: string,
): News<ToldRef, Ref> {
  const seen = new Set(told.flatMap(({ text }) => contentOf(text, language)));
  const judged = sentences.map((sentence): JudgedSentence<Ref> => {
    if (isFurniture(sentence.text)) return { ...sentence, kind: 'furniture', novelty: 0 };
    const novelty = unseenShare(contentOf(sentence.text, language), seen);
    return { ...sentence, kind: novelty > newFrom ? 'new' : 'known', novelty };
  });
  return { sentences: judged, moved: findMovedNumbers(told, judged, language) };
}

function contentOf(text: string, language: string): string[] {
  return wordsOf(text, language).flatMap(({ text: word }) => termOf(word, language) ?? []);
}

function unseenShare(terms: readonly string[], seen: ReadonlySet<string>): number {
  return terms.filter((term) => !seen.has(term)).length / Math.max(terms.length, 1);
}
