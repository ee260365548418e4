import type { Token } from './tokens.ts';

/** Capitalised words that may be one name: `tokens[from]` to `tokens[to - 1]`. */
export interface NameRun {
  readonly from: number;
  readonly to: number;
  /** A title or role stands right before the name, inside the capitals: "Prime Minister Kishida". */
  readonly afterTitle: boolean;
}

/** Whether a capitalised word goes on with the name that the word before it is part of. */
export function isCapitalJoin(previous: Token, next: Token): boolean {
  return next.capital && !previous.possessive && !next.opensSentence && /^(?: | & |\.)$/.test(next.gap);
}
