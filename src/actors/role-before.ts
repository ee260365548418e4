import { findCountry } from '../text/countries.ts';
import { isNameWord, isRoleNoun } from './name-words.ts';
import type { Token } from './tokens.ts';

/** Token indices of a role, the end exclusive. */
export type RoleSpan = readonly [from: number, to: number];

/** Words. */
export const longestRole = 12;

/** Whether a word may modify the noun of a role: "acting", "former", "South Korean". */
export function isModifier(tokens: readonly Token[], at: number, language: string): boolean {
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

/**
 * The role of an apposition before the name: "Sri Lanka's acting president, Ranil Wickremesinghe, declared", and with what it is of "The former
 * prime minister of Norland, Jane Doe, is free". Where no comma follows the name, it must open its sentence: "Leader of the union, Doe rose".
 */
export function roleBeforeComma(
  text: string,
  tokens: readonly Token[],
  at: number,
  nameEnd: number,
  { language, persons }: { readonly language: string; readonly persons: ReadonlySet<number> },
): RoleSpan | undefined {
  if (tokens[at]?.gap !== ', ') return undefined;
  const isClosed = /^[,.;]/.test(text.charAt(nameEnd));
  const role = isRoleNoun(tokens[at - 1]?.folded ?? '') ? at : endOfHead(tokens, at, persons);
  if (role === undefined) return undefined;
  let from = role - 1;
  while (from > 0 && at - from < longestApposition && tokens[from]?.gap === ' ' && !tokens[from]?.opensSentence) {
    const token = tokens[from - 1];
    const joins = token?.folded === 'and' && isRoleNoun(tokens[from - 2]?.folded ?? '');
    if (!token || !(joins || isModifier(tokens, from - 1, language) || isRoleNoun(token.folded))) break;
    from--;
  }
  if (!isClosed && !(role < at && opensAlmost(tokens, from) && !isSpeaking(tokens, nameEnd, at))) return undefined;
  while (from < at && isNameWord('role-leading', tokens[from]?.folded ?? '')) from++;
  return [from, at];
}

/** "The ...", "Four-time ...": a sentence opens with the phrase, or with one word of its own before what is known to belong to it. */
function opensAlmost(tokens: readonly Token[], from: number): boolean {
  return (
    tokens[from]?.opensSentence === true || (tokens[from]?.gap === ' ' && tokens[from - 1]?.opensSentence === true)
  );
}

const longestApposition = 16;

/** Behind the role noun of "the minister of agriculture, Doe": the phrase before the comma names nobody and is one noun with its "of". */
function endOfHead(tokens: readonly Token[], at: number, persons: ReadonlySet<number>): number | undefined {
  for (let end = at - 1; end > 0 && at - end < longestApposition; end--) {
    const [role, of] = [tokens[end - 1], tokens[end]];
    if (!role || !of || persons.has(of.start) || persons.has(role.start) || !/^ \(?$/.test(of.gap)) return undefined;
    if (isNameWord('of-whom', of.folded) && of.folded !== 'to' && isRoleNoun(role.folded)) return end;
    if (isNameWord('never-in-role', of.folded) && of.folded !== 'and' && of.folded !== 'in') return undefined;
  }
  return undefined;
}

/** "The leader of the union, Doe said, has left": the clause in between is no apposition. */
function isSpeaking(tokens: readonly Token[], nameEnd: number, at: number): boolean {
  const next = tokens.slice(at).find(({ start }) => start >= nameEnd);
  return isNameWord('person-verb', next?.folded ?? '');
}
