import { isNameWord, isRoleNoun } from './name-words.ts';
import { isModifier, longestRole, type RoleSpan } from './role-words.ts';
import type { Token } from './tokens.ts';

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
