import type { Quote } from '../../actors/actor.ts';
import { findQuotes } from '../../actors/find-quotes.ts';

export interface QuotesLine {
  readonly id: string;
  readonly text: string;
  readonly language?: string;
}

/** One line of `batch quotes`: what its text quotes, and whom. */
export function quotesTask({ id, text, language = 'en' }: QuotesLine): { id: string; quotes: Quote[] } {
  return { id, quotes: findQuotes(text, language) };
}
