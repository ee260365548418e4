import { isNameWord, isRoleNoun } from './name-words.ts';
import { isModifier, longestRole, type RoleSpan } from './role-before.ts';
import type { Token } from './tokens.ts';

/** The first token behind a name that begins at a token and ends at an offset. */
function afterName(tokens: readonly Token[], at: number, nameEnd: number): number {
  let next = at;
  while (tokens[next] && (tokens[next]?.start ?? 0) < nameEnd) next++;
  return next;
}

/** "Park Jin, the foreign minister,": the role after a name, set off by commas; of a long one its beginning. */
export function roleAfter(
  text: string,
  tokens: readonly Token[],
  at: number,
  nameEnd: number,
  persons: ReadonlySet<number>,
): RoleSpan | undefined {
  const from = afterName(tokens, at, nameEnd);
  const first = tokens[from];
  if (first?.gap !== ', ' || text[nameEnd] !== ',') return undefined;
  let to = from + 1;
  while (to - from < longestApposition && /^(?:['’]s?)? $/.test(tokens[to]?.gap ?? '')) to++;
  // "Jane Doe, and the mayor of Vestby, John Roe": the next of a list.
  if (first.folded === 'and' && tokens[from + 1]?.folded === 'the') return undefined;
  // "Jane Doe, and his boss, John Roe": the owner is named elsewhere.
  if (tokens.slice(from, from + 2).some(({ folded }) => isNameWord('owning', folded))) return undefined;
  const start = isNameWord('role-leading', first.folded) ? from + 1 : from;
  const opening = tokens.slice(start, Math.min(to, start + 4));
  const head = opening.findIndex(({ folded }) => isRoleNoun(folded));
  const verb = opening
    .slice(0, head + 1)
    .some(({ folded }) => isNameWord('never-in-role', folded) || isNameWord('person-verb', folded));
  if (head < 0 || verb || isNextInList(tokens.slice(start, to), persons)) return undefined;
  // "Ann Lee, the president, Bruce Hill, and others": his role.
  if (tokens[to]?.gap === ', ' && persons.has(tokens[to]?.start ?? -1)) return undefined;
  const end = endOfRole(tokens, start + head + 1, to);
  return end === undefined ? undefined : [start, end];
}

/** "Ann Lee, President Bruce Hill, ..." names two people; "Ann Lee, niece of Bruce Hill," one. */
function isNextInList(words: readonly Token[], persons: ReadonlySet<number>): boolean {
  const other = words.findIndex(({ start }) => persons.has(start));
  return other >= 0 && !words.slice(0, other).some(({ folded }) => isNameWord('of-whom', folded));
}

const longestApposition = 20;

/** The comma after it; a relative clause ends it before that, and a long one the next role or the last preposition. None before a verb. */
function endOfRole(tokens: readonly Token[], from: number, to: number): number | undefined {
  const own = tokens.slice(from, to);
  const relative = own.findIndex(({ folded }) => isRelative(folded));
  // "According to Lee, the president said so": the subject of a clause.
  if (own.slice(0, relative < 0 ? undefined : relative).some((_, at) => isVerbHere(tokens, from + at)))
    return undefined;
  if (relative >= 0) return from + relative;
  const ends = tokens[to] === undefined || /^[,.;)]|^ \(/.test(tokens[to]?.gap ?? '');
  if (ends && own.length <= longestRole) return to;
  // "Head of the Harbor Board and key figure in its founding": two roles, "head of the water and mines office" is one.
  const next = own.findIndex(
    ({ folded }, at) => (folded === 'and' || folded === 'und') && own[at - 1]?.capital && !own[at + 1]?.capital,
  );
  if (next >= 0) return from + next;
  const last = ends
    ? own.length
    : own.findLastIndex(({ folded }) => folded === 'and' || isNameWord('phrase-end', folded));
  return last >= 0 ? from + last : undefined;
}

function isRelative(folded: string): boolean {
  return isNameWord('ends-role', folded) && folded !== 'in';
}

/** "Envoy to Kuwait also defected", "envoy to Kuwait defected". */
function isVerbHere(tokens: readonly Token[], at: number): boolean {
  const [before, word] = [tokens[at - 1], tokens[at]];
  if (!before || !word || word.capital) return false;
  if (isNameWord('verb-follower', word.folded) || isNameWord('person-verb', word.folded)) return true;
  return before.capital && /^\p{Ll}{2,}ed$/u.test(word.text);
}

/** "... was sworn in as acting president of Sri Lanka on Friday", "... is head of the agency". A mere "was" may be a past role. */
export function roleStated(
  tokens: readonly Token[],
  at: number,
  nameEnd: number,
  language: string,
): RoleSpan | undefined {
  let verb = afterName(tokens, at, nameEnd);
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
  return rolePhrase(tokens, verb, language);
}

/** The role that begins at a token, with what it is of. */
function rolePhrase(tokens: readonly Token[], from: number, language: string): RoleSpan | undefined {
  let end = from;
  let heads = 0;
  for (; tokens[end]?.gap === ' ' && end - from < longestRole; end++) {
    const token = tokens[end];
    const isOf = /^(?:of|the)$/.test(tokens[end - 1]?.folded ?? '') || continuesName(tokens, from, end);
    if (isRoleNoun(token?.folded ?? '')) heads++;
    else if (!isModifier(tokens, end, language) && !(isOf && (token?.capital || token?.folded === 'the' || heads > 0)))
      break;
  }
  // "Became president of Norland's parliament": not of Norland.
  if (/^['’]/u.test(tokens[end]?.gap ?? '')) return undefined;
  // "Is the first minister to visit" reports a visit, not a role.
  if (tokens[end]?.folded === 'to' || tokens[from]?.folded === 'first') return undefined;
  while (end > from && /^(?:of|the)$/.test(tokens[end - 1]?.folded ?? '')) end--;
  return heads > 0 ? [from, end] : undefined;
}

/** "Jane Doe, who was mayor of Vestby for 14 years,": an office held before. */
export function roleHeldBefore(
  tokens: readonly Token[],
  at: number,
  nameEnd: number,
  language: string,
): RoleSpan | undefined {
  const who = afterName(tokens, at, nameEnd);
  const [relative, verb, ...rest] = tokens.slice(who, who + 4);
  if (relative?.gap !== ', ' || relative.folded !== 'who' || verb?.gap !== ' ') return undefined;
  const isHad = verb.folded === 'had' && rest[0]?.folded === 'been';
  if (verb.folded !== 'was' && verb.folded !== 'served' && !isHad) return undefined;
  let from = who + 2 + Number(isHad);
  while (/^(?:as|the|an?|once|previously|formerly)$/.test(tokens[from]?.folded ?? '')) from++;
  return rolePhrase(tokens, from, language);
}

/** "Head of the Federal Chancellery": a name of several words. */
function continuesName(tokens: readonly Token[], from: number, at: number): boolean {
  const isAfterOf = tokens.slice(from, at).some(({ folded }) => folded === 'of');
  const [before, word, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  const joins = (token: Token | undefined) => /^(?:for|and|&)$/.test(token?.folded ?? '');
  const isJoint = joins(word) && before?.capital === true && next?.capital === true;
  return isAfterOf && (isJoint || (word?.capital === true && (before?.capital === true || joins(before))));
}
