import type { Kysely } from 'kysely';

/** An article's number and its BM25 score; terms of the headline count three times. */
export interface TermHit {
  readonly number: number;
  readonly score: number;
}

export interface TermSearch {
  readonly mode: 'any' | 'all';
  readonly limit: number;
  /** Whether what may be a cut word also finds words that begin with it, as they were indexed before words were cut. */
  readonly alsoUncut?: boolean;
}

/** The full-text index. Terms are computed by us (text/terms.ts), so that both engines find the same words. */
export interface TermIndex {
  /** Replaces the terms of an article. */
  put<Tables>(
    db: Kysely<Tables>,
    number: number,
    terms: { readonly headline: readonly string[]; readonly body: readonly string[] },
  ): Promise<void>;
  /** Removes an article's terms. */
  remove<Tables>(db: Kysely<Tables>, number: number): Promise<void>;
  /** How many articles hold each of the terms; above `countedAtMost`, that or an estimate. */
  holding<Tables>(db: Kysely<Tables>, terms: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Best first. For very common terms only the newest matches are ranked. */
  search<Tables>(db: Kysely<Tables>, terms: readonly string[], options: TermSearch): Promise<readonly TermHit[]>;
}

/** Ranking cost grows with the archive for common words, so only this many of the newest matches are ranked. */
export const rankedMatches = 2_000;

/** Counting this many rows takes a few milliseconds. */
export const countedAtMost = 10_000;
