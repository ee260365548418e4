import { findCountry } from '../text/countries.ts';
import { isNameWord, isRoleNoun } from './name-words.ts';
import type { Token } from './tokens.ts';

/** "South Korean Foreign Minister Park Jin": the role right before the name at a token. */
export function roleBefore(tokens: readonly Token[], at: number, language: string): RoleSpan | undefined {
  let from = at;
  let heads = 0;
  while (from > 0 && at - from < longestRole && tokens[from]?.gap === ' ' && !tokens[from]?.opensSentence) {
    const token = tokens[from - 1];
    if (!token || (token.possessive && heads === 0)) break;
    if (from === at && isDepartment(tokens, from - 1)) {
      heads++;
      from -= 3;
      continue;
    }
    if (isRoleNoun(token.folded)) heads++;
    else if (from === at || !isModifier(tokens, from - 1, language)) break;
    from--;
  }
  from = afterOwned(tokens, from, at);
  while (from < at && isNameWord('role-leading', tokens[from]?.folded ?? '')) from++;
  return heads > 0 && !isVerb(tokens, from, at) ? [from, at] : undefined;
}

/** "Observers suspect Doe": a verb here, a noun elsewhere. */
function isVerb(tokens: readonly Token[], from: number, at: number): boolean {
  const [before, role] = [tokens[from - 1], tokens[from]];
  if (at - from > 1 || !before || role?.gap !== ' ' || !isNameWord('role-or-verb', role.folded)) return false;
  return !before.possessive && (/\p{Ll}s$/u.test(before.text) || /^(?:they|we|who|to|will)$/.test(before.folded));
}

/** The "State" of "Secretary of State Jane Doe". */
function isDepartment(tokens: readonly Token[], at: number): boolean {
  const [role, of, department] = tokens.slice(at - 2, at + 1);
  return (
    department?.capital === true &&
    of?.folded === 'of' &&
    isRoleNoun(role?.folded ?? '') &&
    of.gap === ' ' &&
    department.gap === ' ' &&
    !isRoleNoun(department.folded)
  );
}

/** "The government of Prime Minister Doe": what she owns is not her role. */
function afterOwned(tokens: readonly Token[], from: number, at: number): number {
  const role = tokens.slice(from, at);
  const of = role.findIndex(({ folded }) => folded === 'of');
  const isOwned = of >= 0 && !role.slice(0, of).some(({ folded }) => isRoleNoun(folded));
  return isOwned ? from + of + 1 : from;
}

/** "Sri Lanka's acting president, Ranil Wickremesinghe, declared": the name between commas, the role before them. */
export function roleBeforeComma(
  text: string,
  tokens: readonly Token[],
  at: number,
  nameEnd: number,
  language: string,
): RoleSpan | undefined {
  if (tokens[at]?.gap !== ', ' || !/^[,.;]/.test(text.charAt(nameEnd)) || !isRoleNoun(tokens[at - 1]?.folded ?? ''))
    return undefined;
  let from = at - 1;
  while (from > 0 && at - from < longestRole && tokens[from]?.gap === ' ' && !tokens[from]?.opensSentence) {
    const token = tokens[from - 1];
    if (!token || !(isModifier(tokens, from - 1, language) || isRoleNoun(token.folded))) break;
    from--;
  }
  while (from < at && isNameWord('role-leading', tokens[from]?.folded ?? '')) from++;
  return [from, at];
}

/** Token indices of a role, the end exclusive. */
export type RoleSpan = readonly [from: number, to: number];

/** Words. */
const longestRole = 12;

/** Whether a word may modify the noun of a role: "acting", "former", "South Korean". */
function isModifier(tokens: readonly Token[], at: number, language: string): boolean {
  const token = tokens[at];
  if (!token) return false;
  const { folded, text } = token;
  if (
    isNameWord('role-modifier', folded) ||
    isNameWord('former', folded) ||
    isNameWord('people', folded) ||
    folded === 'of' ||
    folded === 'state'
  )
    return true;
  if (findCountry(text, language)) return true;
  const pairs = [
    [at - 1, at],
    [at, at + 1],
  ] as const;
  return pairs.some(([a, b]) => findCountry(`${tokens[a]?.text} ${tokens[b]?.text}`, language) !== undefined);
}

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

/** "... was sworn in as acting president of Sri Lanka on Friday", "... is head of the agency". A mere "was" may be a past role. */
export function roleStated(
  tokens: readonly Token[],
  at: number,
  nameEnd: number,
  language: string,
): RoleSpan | undefined {
  let verb = at;
  while (tokens[verb] && (tokens[verb]?.start ?? 0) < nameEnd) verb++;
  const skip = (...skipped: string[]): void => {
    while (tokens[verb]?.gap === ' ' && skipped.includes(tokens[verb]?.folded ?? '')) verb++;
  };
  if (tokens[verb]?.gap !== ' ') return undefined;
  const isPresent = isNameWord('present-verb', tokens[verb]?.folded ?? '');
  skip('is', 'was', 'has', 'been', 'will', 'be', 'becomes', 'became', 'remains');
  const isGiven = isNameWord('office-verb', tokens[verb]?.folded ?? '');
  if (!isPresent && !isGiven) return undefined;
  if (isGiven) verb++;
  skip('in', 'as', 'the', 'a', 'an', 'new');
  const from = verb;
  let heads = 0;
  for (; tokens[verb]?.gap === ' ' && verb - from < longestRole; verb++) {
    const token = tokens[verb];
    const isOf = /^(?:of|the)$/.test(tokens[verb - 1]?.folded ?? '') || continuesName(tokens, from, verb);
    if (isRoleNoun(token?.folded ?? '')) heads++;
    else if (!isModifier(tokens, verb, language) && !(isOf && (token?.capital || token?.folded === 'the' || heads > 0)))
      break;
  }
  // "Is the first minister to visit" reports a visit, not a role.
  if (tokens[verb]?.folded === 'to' || tokens[from]?.folded === 'first') return undefined;
  while (verb > from && /^(?:of|the)$/.test(tokens[verb - 1]?.folded ?? '')) verb--;
  return heads > 0 ? [from, verb] : undefined;
}

/** "Head of the Federal Chancellery": a name of several words. */
function continuesName(tokens: readonly Token[], from: number, at: number): boolean {
  const isAfterOf = tokens.slice(from, at).some(({ folded }) => folded === 'of');
  return isAfterOf && tokens[at]?.capital === true && tokens[at - 1]?.capital === true;
}
