/** The current inverse document frequency of a term. */
export type Idf = (term: string) => number;

/** Damped counts by term; weighted by idf where two are compared. */
export type TermVector = ReadonlyMap<string, number>;

/** Length of a vector of counts weighted by idf. */
export function vectorNorm(vector: TermVector, idf: Idf): number {
  let sum = 0;
  for (const [term, weight] of vector) sum += (weight * idf(term)) ** 2;
  return Math.sqrt(sum);
}

/** Cosine of two vectors of counts weighted by idf; 0 if one is empty. `normOfA` avoids recomputing the norm when one is compared with many. */
export function cosineOf(a: TermVector, b: TermVector, idf: Idf, normOfA?: number): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let dot = 0;
  for (const [term, weight] of small) {
    const other = large.get(term);
    if (other !== undefined) dot += weight * other * idf(term) ** 2;
  }
  return dot === 0 ? 0 : dot / ((normOfA ?? vectorNorm(a, idf)) * vectorNorm(b, idf));
}

/** Terms with their weight in a vector: count times squared idf, so that its product with another count is a share of the cosine. */
export type WeighedTerms = readonly { readonly term: string; readonly square: number }[];

/** Looks up the current weight of each term of a vector. */
export function weighTerms(vector: TermVector, idf: Idf): WeighedTerms {
  return [...vector].map(([term, weight]) => ({ term, square: weight * idf(term) ** 2 }));
}

/** Adds a vector to a sum. */
export function addTo(sum: Map<string, number>, vector: TermVector): void {
  for (const [term, weight] of vector) sum.set(term, (sum.get(term) ?? 0) + weight);
}

/** The sum of vectors. */
export function sumOf(vectors: Iterable<TermVector>): Map<string, number> {
  const sum = new Map<string, number>();
  for (const vector of vectors) addTo(sum, vector);
  return sum;
}
