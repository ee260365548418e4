import type { Line } from './lines.ts';

/** How much each term is what these lines are about: in how many of them it stands, 1 for the commonest. */
export function termWeights(lines: readonly Line[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { terms } of lines) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const most = Math.max(1, ...counts.values());
  return new Map([...counts].map(([term, count]) => [term, count < 2 ? 0 : Math.sqrt(count / most)]));
}
