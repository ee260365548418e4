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

export function createDocumentFrequency(priorDocuments: number, data?: DocumentFrequencyData): DocumentFrequency {
  const counts = new Map(Object.entries(data?.counts ?? {}));
  let documents = data?.documents ?? 0;
  return {
    count(terms) {
      documents += 1;
      for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
      if (counts.size > termLimit) forgetRare(counts);
    },
    idf: (term) => Math.log((documents + priorDocuments + 1) / ((counts.get(term) ?? 0) + 1)),
    toData: () => ({ documents, counts: Object.fromEntries(counts) }),
  };
}

function forgetRare(counts: Map<string, number>): void {
  for (const [term, count] of counts) if (count === 1) counts.delete(term);
}
