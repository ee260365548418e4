import { baseLanguage } from '../text/terms.ts';
import { isNameWord, isRoleNoun, withoutRank } from './name-words.ts';
import { isNation } from './run-nations.ts';
import type { Token } from './tokens.ts';

/** The index after the titles that open a run; `start` if there are none. */
export function titleEnd(tokens: readonly Token[], start: number, to: number, language: string): number {
  let end = start;
  for (let i = start; i < to; i++) {
    const folded = tokens[i]?.folded ?? '';
    if (opensName(folded, tokens[i + 1]?.folded ?? '')) break;
    if (isNameWord('address', folded.replace(/\.$/, '')) || isTitleWord(folded, language)) {
      end = i + 1;
      if (tokens[i + 1]?.folded === 'of') {
        end = Math.min(i + 3, to);
        i += 2;
      }
    } else if (i === end && end > start && baseLanguage(language) !== 'en' && isNation(tokens, i, language)) {
      end = i + 1;
    } else if (!isNameWord('role-modifier', folded) && !isNation(tokens, i, language) && folded !== 'and') break;
  }
  return end;
}

/** "Premier League", "General Motors": a word that is a title elsewhere opens a name. */
export function opensName(word: string, next: string): boolean {
  if (word === 'premier') return next === 'league';
  return (
    word === 'general' &&
    (isNameWord('organization-head', next) || /^(?:electric|dynamics|mills|atomics|hospital)$/.test(next))
  );
}

/** "FIFA President Gianni Infantino": where the organization's name ends (`holder`) and the person's begins. */
export function officeEnd(
  tokens: readonly Token[],
  from: number,
  to: number,
): { holder: number; name: number } | undefined {
  if (to - from < 3 || endsInHead(tokens, from, to)) return undefined;
  let office = to - 2;
  while (office > from && !isNameWord('office-role', withoutRank(tokens[office]?.folded ?? ''))) office--;
  if (office <= from || !tokens[office + 1]?.capital) return undefined;
  let holder = office;
  while (holder > from && isRoleWord(tokens[holder - 1])) holder--;
  return holder > from ? { holder, name: office + 1 } : undefined;
}

/** "Queen Elizabeth Hospital" is not a queen; "President Park" is a president. */
export function endsInHead(tokens: readonly Token[], from: number, to: number): boolean {
  const last = tokens[to - 1]?.folded ?? '';
  return to - from > 2 && (isNameWord('organization-head', last) || isNameWord('place-head', last));
}

function isTitleWord(folded: string, language: string): boolean {
  return baseLanguage(language) === 'en'
    ? isNameWord('role', withoutRank(folded).replace(/s$/, ''))
    : isRoleNoun(folded);
}

function isRoleWord(token: Token | undefined): boolean {
  return token !== undefined && (isNameWord('role-modifier', token.folded) || isNameWord('role', token.folded));
}
