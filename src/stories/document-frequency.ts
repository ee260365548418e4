/** Plain data, so that the archive can keep it. */
export interface DocumentFrequencyData {
  readonly documents: number;
  readonly counts: Readonly<Record<string, number>>;
}

/** In how many documents each term occurs: how little a shared term says. Rare terms beyond the limit are forgotten. */
export interface DocumentFrequency {
  /** Counts a document; `shareOf` says for how much of one a term counts, `share` for how much the document does. */
  count(terms: Iterable<string>, shareOf: (term: string) => number, share: number): void;
  idf(term: string): number;
  /** The idf in all documents but some, of which `count` have the term. */
  idfWithout(term: string, left: { readonly documents: number; readonly count: number }): number;
  toData(): DocumentFrequencyData;
}

const termLimit = 200_000;
const none = { documents: 0, count: 0 };

/** `prior` are documents assumed seen before the first; each common term occurred in `commonShare` of them. */
export interface PriorFrequency {
  readonly documents: number;
  readonly commonTerms: ReadonlySet<string>;
  readonly commonShare: number;
}

/** Counts documents on top of the assumed ones and of `data`, which an earlier one gave. */
export function createDocumentFrequency(prior: PriorFrequency, data?: DocumentFrequencyData): DocumentFrequency {
  const counts = new Map(Object.entries(data?.counts ?? {}));
  const commonCount = prior.documents * prior.commonShare;
  let documents = data?.documents ?? 0;
  const idfWithout = (term: string, left: { readonly documents: number; readonly count: number }): number => {
    const assumed = prior.commonTerms.has(term) ? commonCount : 0;
    const count = Math.max(0, (counts.get(term) ?? 0) - left.count);
    return Math.log((documents - left.documents + prior.documents + 1) / (count + assumed + 1));
  };
  return {
    count(terms, shareOf, share) {
      documents += share;
      for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + shareOf(term));
      if (counts.size > termLimit) forgetRare(counts);
    },
    idf: (term) => idfWithout(term, none),
    idfWithout,
    toData: () => ({ documents, counts: Object.fromEntries(counts) }),
  };
}

function forgetRare(counts: Map<string, number>): void {
  for (const [term, count] of counts) if (count < 2) counts.delete(term);
}
