import { isNameWord, isRoleNoun } from './name-words.ts';
import { isModifier, longestRole, type RoleSpan } from './role-words.ts';
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
