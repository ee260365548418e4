import { isNameWord, isRoleNoun } from './name-words.ts';
import { longestRole, type RoleSpan } from './role-words.ts';
import type { Token } from './tokens.ts';

/** "Park Jin, the foreign minister,": the role after a name, set off by commas; of a long one its beginning. */
export function roleAfter(
  text: string,
  tokens: readonly Token[],
  at: number,
  nameEnd: number,
  persons: ReadonlySet<number>,
): RoleSpan | undefined {
  let from = at;
  while (tokens[from] && (tokens[from]?.start ?? 0) < nameEnd) from++;
  const first = tokens[from];
  if (first?.gap !== ', ' || text[nameEnd] !== ',') return undefined;
  let to = from + 1;
  while (to - from < longestRole && tokens[to] && /^[ ]$/.test(tokens[to]?.gap ?? '')) to++;
  // "Jane Doe, and his boss, John Roe": the owner is named elsewhere.
  if (tokens.slice(from, from + 2).some(({ folded }) => isNameWord('owning', folded))) return undefined;
  const start = isNameWord('role-leading', first.folded) ? from + 1 : from;
  const opening = tokens.slice(start, Math.min(to, start + 4));
  const head = opening.findIndex(({ folded }) => isRoleNoun(folded));
  const verb = opening.slice(0, head + 1).some(({ folded }) => isNameWord('never-in-role', folded));
  if (head < 0 || verb || isNextInList(tokens.slice(start, to), persons)) return undefined;
  const end = endOfRole(tokens, start + head + 1, to);
  return end === undefined ? undefined : [start, end];
}

/** "Ann Lee, President Bruce Hill, ..." names two people; "Ann Lee, niece of Bruce Hill," one. */
function isNextInList(words: readonly Token[], persons: ReadonlySet<number>): boolean {
  const other = words.findIndex(({ start }) => persons.has(start));
  return other >= 0 && !words.slice(0, other).some(({ folded }) => isNameWord('of-whom', folded));
}

/** The comma after it; in a long one, the first word that continues with something else. */
function endOfRole(tokens: readonly Token[], from: number, to: number): number | undefined {
  const further = tokens.slice(from, to).findIndex(({ folded }) => isNameWord('ends-role', folded));
  const ends = tokens[to] === undefined || /^[,.;)]/.test(tokens[to]?.gap ?? '');
  const isRelative = /^(?:who|whose|which)$/.test(tokens[from + further]?.folded ?? '');
  if (further >= 0 && (!ends || isRelative)) return from + further;
  return ends ? to : undefined;
}
