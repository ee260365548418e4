import type { WeighedTerms } from './term-vector.ts';

/** Parameters of a search in the index: number of distinctive terms, limit for common ones, number of candidates. */
export interface StorySearch {
  /** Share of the vector's weight that a candidate must have in the distinctive terms. */
  readonly leastShared: number;
  readonly candidates: number;
  readonly commonInStories: number;
  readonly searchTerms: number;
}

/** An inverted index from terms to holders. */
export interface TermIndex<Holder> {
  add(holder: Holder, terms: Iterable<string>): void;
  remove(holder: Holder, terms: Iterable<string>): void;
  /** The holders that share the most distinctive terms with a vector, highest shared weight first; equal ones by id. */
  sharing(terms: WeighedTerms, search: StorySearch): Holder[];
}

/** Creates an inverted index, so that an article is compared with a few stories however many are open. */
export function createTermIndex<Holder extends { readonly id: string }>(): TermIndex<Holder> {
  const postings = new Map<string, Set<Holder>>();
  return {
    add(holder, terms) {
      for (const term of terms) {
        const posting = postings.get(term);
        if (posting) posting.add(holder);
        else postings.set(term, new Set([holder]));
      }
    },
    remove(holder, terms) {
      for (const term of terms) {
        const posting = postings.get(term);
        posting?.delete(holder);
        if (posting?.size === 0) postings.delete(term);
      }
    },
    sharing(terms, { candidates, commonInStories, searchTerms, leastShared }) {
      const distinctive: { posting: ReadonlySet<Holder>; square: number }[] = [];
      let all = 0;
      for (const { term, square } of terms) {
        all += square;
        const posting = postings.get(term);
        if (posting && posting.size <= commonInStories) distinctive.push({ posting, square });
      }
      distinctive.sort((a, b) => b.square - a.square);
      const shared = new Map<Holder, number>();
      for (const { posting, square } of distinctive.slice(0, searchTerms))
        for (const holder of posting) shared.set(holder, (shared.get(holder) ?? 0) + square);
      return largest(shared, { least: leastShared * all, limit: candidates });
    },
  };
}

/** The top few, without sorting the thousands that share a word. */
function largest<Holder extends { readonly id: string }>(
  gains: ReadonlyMap<Holder, number>,
  { least, limit }: { readonly least: number; readonly limit: number },
): Holder[] {
  const best: { holder: Holder; gain: number }[] = [];
  for (const [holder, gain] of gains) {
    const last = best[limit - 1];
    if (gain < least || (last && !isBefore({ holder, gain }, last))) continue;
    const place = best.findIndex((other) => isBefore({ holder, gain }, other));
    best.splice(place < 0 ? best.length : place, 0, { holder, gain });
    if (best.length > limit) best.pop();
  }
  return best.map(({ holder }) => holder);
}

interface Gain {
  readonly holder: { readonly id: string };
  readonly gain: number;
}

function isBefore(one: Gain, other: Gain): boolean {
  return one.gain > other.gain || (one.gain === other.gain && one.holder.id < other.holder.id);
}
