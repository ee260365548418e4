/** Plain data, so that the archive can keep it. */
export interface DocumentFrequencyData {
  readonly documents: number;
  readonly counts: Readonly<Record<string, number>>;
}

/** In how many documents each term occurs: how little a shared term says. Rare terms beyond the limit are forgotten. */
export interface DocumentFrequency {
  count(terms: Iterable<string>): void;
  idf(term: string): number;
  toData(): DocumentFrequencyData;
}

const termLimit = 200_000;

/** `prior` are documents assumed seen before the first; each common term occurred in `commonShare` of them. */
export interface PriorFrequency {
  readonly documents: number;
  readonly commonTerms: ReadonlySet<string>;
  readonly commonShare: number;
}

export function createDocumentFrequency(prior: PriorFrequency, data?: DocumentFrequencyData): DocumentFrequency {
  const counts = new Map(Object.entries(data?.counts ?? {}));
  const commonCount = prior.documents * prior.commonShare;
  let documents = data?.documents ?? 0;
  return {
    count(terms) {
      documents += 1;
      for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
      if (counts.size > termLimit) forgetRare(counts);
    },
    idf: (term) => {
      const assumed = prior.commonTerms.has(term) ? commonCount : 0;
      return Math.log((documents + prior.documents + 1) / ((counts.get(term) ?? 0) + assumed + 1));
    },
    toData: () => ({ documents, counts: Object.fromEntries(counts) }),
  };
}

function forgetRare(counts: Map<string, number>): void {
  for (const [term, count] of counts) if (count === 1) counts.delete(term);
}
