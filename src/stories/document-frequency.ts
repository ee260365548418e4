/** Plain data, so that the archive can keep it. */
export interface DocumentFrequencyData {
  readonly documents: number;
  readonly counts: Readonly<Record<string, number>>;
  /** Of common terms that were learned; see `assume`. */
  readonly learned?: Readonly<Record<string, number>>;
}

/** Document frequencies: the more documents contain a term, the less a shared term means. Rare terms beyond the limit are dropped. */
export interface DocumentFrequency {
  /** Counts a document; `shareOf` is the weight of a term, `share` that of the document. */
  count(terms: Iterable<string>, shareOf: (term: string) => number, share: number): void;
  /** Assumes these terms, each with its share, in the documents before the first, in place of those assumed by an earlier call. */
  assume(shares: ReadonlyMap<string, number>): void;
  /** The weighted number of documents with a term, the assumed ones included. */
  timesSeen(term: string): number;
  idf(term: string): number;
  /** The idf without some documents, of which `count` contain the term. */
  idfWithout(term: string, left: { readonly documents: number; readonly count: number }): number;
  toData(): DocumentFrequencyData;
}

const termLimit = 200_000;

/** Documents assumed before the first; each common term occurs in `commonShare` of them. */
export interface PriorFrequency {
  readonly documents: number;
  readonly commonTerms: ReadonlySet<string>;
  readonly commonShare: number;
}

/** Counts documents in addition to the assumed ones and to `data` from an earlier instance. */
export function createDocumentFrequency(prior: PriorFrequency, data?: DocumentFrequencyData): DocumentFrequency {
  const assumed = prior.documents * prior.commonShare;
  // Includes the assumed counts, so that one lookup is enough: rarity is needed for every term of every compared story.
  const counts = new Map([...prior.commonTerms].map((term) => [term, assumed]));
  for (const [term, count] of Object.entries(data?.counts ?? {})) counts.set(term, (counts.get(term) ?? 0) + count);
  let documents = data?.documents ?? 0;
  let learned: ReadonlyMap<string, number> = new Map(Object.entries(data?.learned ?? {}));
  const add = (terms: ReadonlyMap<string, number>, sign: 1 | -1): void => {
    for (const [term, count] of terms) counts.set(term, (counts.get(term) ?? 0) + sign * count);
  };
  add(learned, 1);
  const assumedOf = (term: string): number => (prior.commonTerms.has(term) ? assumed : 0) + (learned.get(term) ?? 0);
  return {
    count(terms, shareOf, share) {
      documents += share;
      for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + shareOf(term));
      if (counts.size > termLimit) forgetRare(counts);
    },
    assume(shares) {
      add(learned, -1);
      learned = new Map([...shares].map(([term, share]) => [term, share * prior.documents]));
      add(learned, 1);
    },
    timesSeen: (term) => counts.get(term) ?? 0,
    idf: (term) => Math.log((documents + prior.documents + 1) / ((counts.get(term) ?? 0) + 1)),
    idfWithout(term, left) {
      const count = Math.max(assumedOf(term), (counts.get(term) ?? 0) - left.count);
      return Math.log((documents - left.documents + prior.documents + 1) / (count + 1));
    },
    toData() {
      const counted = [...counts].map(([term, count]) => [term, count - assumedOf(term)] as const);
      return {
        documents,
        counts: Object.fromEntries(counted.filter(([, count]) => count > 0)),
        ...(learned.size > 0 && { learned: Object.fromEntries(learned) }),
      };
    },
  };
}

function forgetRare(counts: Map<string, number>): void {
  for (const [term, count] of counts) if (count < 2) counts.delete(term);
}
