import { baseLanguage, stopWords } from '../text/terms.ts';
import { keepsCapitals } from './evidence/run-in-text.ts';
import type { NameRun } from './name-run.ts';
import { isGivenName, isNameWord, withoutRank } from './name-words.ts';
import { afterNationalities, statesIn } from './run-nations.ts';
import { endsInHead, officeEnd, opensName, titleEnd } from './run-titles.ts';
import type { Token } from './tokens.ts';

/** Removes from a run what is not part of the name: sentence openers, titles, nationalities. States in a title are separate names. */
export function splitRun(tokens: readonly Token[], from: number, to: number, language: string): NameRun[] {
  const runs: NameRun[] = [];
  let start = from;
  if (tokens[start]?.opensSentence && isOpener(tokens[start], tokens[start + 1], language)) start++;
  else if (opensBeforeGivenName(tokens.slice(start, to), language)) start++;
  const office = officeEnd(tokens, start, to);
  if (office) return [...splitRun(tokens, start, office.holder, language), { from: office.name, to, afterTitle: true }];
  const title = endsInHead(tokens, start, to) ? start : titleEnd(tokens, start, to, language);
  if (title > start) runs.push(...statesIn(tokens, start, title, language));
  if (title > start || !hasHead(tokens, start, to)) {
    start = title > start ? title : afterNationalities(tokens, start, to, language);
  }
  while (start < to && isCalendar(tokens[start])) start++;
  let end = to;
  while (
    end > start &&
    (isCalendar(tokens[end - 1]) || !tokens[end - 1]?.capital || isTrailingOffice(tokens, start, end))
  )
    end--;
  if (end > start) runs.push({ from: start, to: end, afterTitle: title > from && title === start });
  return runs;
}

function isOpener(token: Token | undefined, next: Token | undefined, language: string): boolean {
  if (!token || opensName(token.folded, next?.folded ?? '')) return false;
  const isCommon =
    stopWords(baseLanguage(language)).has(token.folded) ||
    (isNameWord(baseLanguage(language) === 'de' ? 'opener-de' : 'opener-en', token.folded) &&
      /^(?:de|en)$/.test(baseLanguage(language)));
  return isCommon && !(token.folded !== 'the' && isNameWord('place-head', next?.folded ?? '') && next?.capital);
}

/** "Hablaron Ana Ruiz": a given name stands second in a run of three that opens a sentence. German and English openers are listed. */
function opensBeforeGivenName([first, second, third]: readonly Token[], language: string): boolean {
  if (!first?.opensSentence || !third || !keepsCapitals(language)) return false;
  return !isGivenName(first.folded) && isGivenName(second?.folded);
}

function hasHead(tokens: readonly Token[], from: number, to: number): boolean {
  return (
    to - from > 1 &&
    tokens
      .slice(from, to)
      .some(({ folded }) => isNameWord('organization-head', folded) || isNameWord('place-head', folded))
  );
}

/** "Microsoft CEO" without a following name is Microsoft. */
function isTrailingOffice(tokens: readonly Token[], start: number, end: number): boolean {
  return end - start > 1 && isNameWord('office-role', withoutRank(tokens[end - 1]?.folded ?? ''));
}

function isCalendar(token: Token | undefined): boolean {
  return token !== undefined && isNameWord('calendar', token.folded);
}
