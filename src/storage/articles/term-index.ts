import type { Kysely } from 'kysely';

/** An article's number and how well it holds the terms asked for: BM25, a term of the headline counting three times. */
export interface TermHit {
  readonly number: number;
  readonly score: number;
}

/** Which articles hold which terms. The terms are ours (language/terms.ts), so that both engines find the same words. */
export interface TermIndex {
  /** Replaces what is known of an article. */
  put<Tables>(
    db: Kysely<Tables>,
    number: number,
    terms: { readonly headline: readonly string[]; readonly body: readonly string[] },
  ): Promise<void>;
  /** Forgets an article's terms. */
  remove<Tables>(db: Kysely<Tables>, number: number): Promise<void>;
  /** Best first. For very common terms only the newest matches are ranked. */
  search<Tables>(
    db: Kysely<Tables>,
    terms: readonly string[],
    options: { readonly mode: 'any' | 'all'; readonly limit: number },
  ): Promise<readonly TermHit[]>;
}

/** Ranking cost grows with the archive for common words, so only this many of the newest matches are ranked. */
export const rankedMatches = 2_000;
