import type { ArticleSentence } from './article-sentences.ts';

/** Weight of a term in one sentence only: it is detail. */
const onceSaid = 0.3;

/** Salience of each term: the share of sentences that contain it, 1 for the most common term. */
export function termWeights(lines: readonly ArticleSentence[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { terms } of lines) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const most = Math.max(1, ...counts.values());
  return new Map([...counts].map(([term, count]) => [term, Math.sqrt(count / most) * (count < 2 ? onceSaid : 1)]));
}
