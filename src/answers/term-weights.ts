import type { Line } from './lines.ts';

/** A term of one line only is detail. */
const onceSaid = 0.3;

/** How much each term is what these lines are about: in how many of them it stands, 1 for the commonest. */
export function termWeights(lines: readonly Line[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { terms } of lines) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const most = Math.max(1, ...counts.values());
  return new Map([...counts].map(([term, count]) => [term, Math.sqrt(count / most) * (count < 2 ? onceSaid : 1)]));
}
