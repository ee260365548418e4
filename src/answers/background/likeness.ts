import type { ArticleSentence } from '../article-sentences.ts';

/** Weight of a word that occurs once: it is detail. */
const onceSaid = 0.5;

/** How similar two articles are, 0 to 1: the cosine of their terms, repeated ones weighing more. */
export function likeness(one: readonly ArticleSentence[], other: readonly ArticleSentence[]): number {
  const [weights, others] = [weightsOf(one), weightsOf(other)];
  const product = [...weights].reduce((sum, [term, weight]) => sum + weight * (others.get(term) ?? 0), 0);
  return product / (lengthOf(weights) * lengthOf(others) || 1);
}

function weightsOf(lines: readonly ArticleSentence[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { terms } of lines) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return new Map([...counts].map(([term, count]) => [term, count > 1 ? 1 + Math.log(count) : onceSaid]));
}

function lengthOf(weights: ReadonlyMap<string, number>): number {
  return Math.hypot(...weights.values());
}
