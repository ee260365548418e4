import type { Sentence } from '../articles/article.ts';
import { termOf, wordsOf } from '../language/terms.ts';
import { isFurniture } from '../stories/furniture.ts';
import { standsAlone } from './sentence-fitness.ts';

export interface SummaryRequest {
  /** At most so many sentences. */
  readonly max: number;
  readonly headline?: string;
  readonly language: string;
  /** Sentences the reader knows or is shown elsewhere: not chosen, and nothing like them. */
  readonly alreadyTold?: readonly string[];
}

/** The sentences that tell an article best, verbatim and in reading order. */
export function summarize<S extends Sentence>(sentences: readonly S[], request: SummaryRequest): S[] {
  const usable = sentences.filter(
    ({ text }) => !isFurniture(text) && !/\?["”’»]?$/.test(text) && standsAlone(text, request.language),
  );
  const told = new Set(request.alreadyTold ?? []);
  const count = (text: string): number =>
    wordsOf(text, request.language).filter(({ text: word }) => termOf(word, request.language)).length;
  return usable.filter(({ text }) => !told.has(text) && count(text) > 3).slice(0, request.max);
}
