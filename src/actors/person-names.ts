import { isNameWord } from './name-words.ts';

/** A person's name in its folded parts: ["park", "jin"]. */
export type PersonName = readonly string[];

/**
 * Whether two names of at least two parts belong to one person: equal, one with an additional middle name or initial, or with one letter
 * different in one part ("Park Yin" for "Park Jin"), unless both are common given names (John and Joan).
 */
export function sameName(a: PersonName, b: PersonName): boolean {
  if (a.length === b.length) return endsIn(a, b) || isMisprint(a, b) || isInitial(a, b);
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (endsIn(long, short)) return true;
  return short.at(-1) === long.at(-1) && (short[0] === long[0] || isInitial(short.slice(0, 1), long.slice(0, 1)));
}

function endsIn(long: PersonName, short: PersonName): boolean {
  const behind = long.length - short.length;
  return short.every((part, i) => part === long[behind + i]);
}

function isInitial(a: PersonName, b: PersonName): boolean {
  const [first = '', other = ''] = [a[0], b[0]];
  const rest = a.length === b.length && a.every((part, i) => i === 0 || part === b[i]);
  return rest && first[0] === other[0] && (/^\p{L}\.$/u.test(first) || /^\p{L}\.$/u.test(other));
}

function isMisprint(a: PersonName, b: PersonName): boolean {
  const at = a.findIndex((part, i) => part !== b[i]);
  if (at < 0 || at !== a.findLastIndex((part, i) => part !== b[i])) return false;
  const [left, right] = [a[at] ?? '', b[at] ?? ''];
  return !(isNameWord('first-name', left) && isNameWord('first-name', right)) && isOneLetterApart(left, right);
}

/** One letter changed, added, left out, or two neighbors swapped. */
export function isOneLetterApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 3) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0];
}
