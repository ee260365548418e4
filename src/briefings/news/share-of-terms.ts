/** How alike two sets of terms are, from 0 to 1: twice what they share, of all they have (Dice's coefficient). */
export function shareOfTerms(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return (2 * one.intersection(other).size) / Math.max(one.size + other.size, 1);
}
