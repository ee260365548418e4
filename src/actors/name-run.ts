import type { Token } from './tokens.ts';

/** Capitalized words that may be one name: `tokens[from]` to `tokens[to - 1]`. */
export interface NameRun {
  readonly from: number;
  readonly to: number;
  /** Follows a title or role within the capitalized run: "Prime Minister Kishida". */
  readonly afterTitle: boolean;
}

/** Whether a capitalized word continues the name of the word before it. */
export function isCapitalJoin(previous: Token, next: Token): boolean {
  return next.capital && !previous.possessive && !next.opensSentence && /^(?: | & |\.)$/.test(next.gap);
}
