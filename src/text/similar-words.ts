import { distance as editDistance } from 'fastest-levenshtein';

/** Levenshtein distance: letters to insert, drop or change. */
export { editDistance };

/** The names a person may have meant: those that begin as typed, then those a slip or two away; closest first. */
export function nearest(
  typed: string,
  names: readonly string[],
  { limit = 3, slips = allowance }: { readonly limit?: number; readonly slips?: (name: string) => number } = {},
): readonly string[] {
  const word = typed.toLowerCase();
  if (!word) return [];
  const distances = names.map((name) => ({
    name,
    distance: name.startsWith(word) || word.startsWith(name) ? 0 : slipsBetween(word, name),
  }));
  return distances
    .filter(({ name, distance }) => distance <= slips(name))
    .sort((one, other) => one.distance - other.distance)
    .slice(0, limit)
    .map(({ name }) => name);
}

/** Whether one is the other with a slip or two in the typing. */
export function isClose(name: string, typed: string): boolean {
  return slipsBetween(name, typed) <= allowance(name);
}

function allowance(name: string): number {
  return name.length < 4 ? 1 : 2;
}

/** Letters to insert, drop, change, or swap with their neighbor (optimal string alignment). */
function slipsBetween(one: string, other: string): number {
  const rows = [Array.from({ length: other.length + 1 }, (_, index) => index)];
  const at = (row: number, column: number) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 1; row <= one.length; row += 1) {
    rows[row] = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const change = one[row - 1] === other[column - 1] ? 0 : 1;
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      const swap = swapped ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY;
      const edits = [at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + change, swap];
      rows[row]?.push(Math.min(...edits));
    }
  }
  return at(one.length, other.length);
}

/** Whether two folded names differ by one letter of one word only: "park jin" and "park yin". */
export function isMisprint(a: string, b: string): boolean {
  const [left, right] = [a.split(' '), b.split(' ')];
  if (left.length < 2 || left.length !== right.length) return false;
  const different = left.flatMap((word, index) => (word === right[index] ? [] : [[word, right[index] ?? ''] as const]));
  const [pair] = different;
  return different.length === 1 && pair !== undefined && editDistance(...pair) === 1;
}
