import { findCountry } from '../language/countries.ts';
import { stopWords } from '../language/stop-words.ts';
import { baseLanguage } from '../language/terms.ts';
import { findGermanRuns } from './german-runs.ts';
import { calendarWords, commonOpeners, nameParticles, peopleWords } from './lists/context.ts';
import { organizationHeads } from './lists/organizations.ts';
import { placeHeads } from './lists/places.ts';
import { addresses, englishRoleModifiers, englishRoles, isRoleNoun, officeRoles } from './lists/titles.ts';
import { isCapitalJoin, type NameRun } from './name-run.ts';
import type { Token } from './tokens.ts';

const ofHeads = new Set(
  'isle gulf bay strait sea cape lake port battle siege treaty war house order knights sons daughters duke earl prince princess king queen dynasty people legion world temple valley lords mount'.split(
    ' ',
  ),
);
const departments = new Set(
  'state defense defence staff treasury interior foreign health finance justice education energy labor labour'.split(
    ' ',
  ),
);
const suffixes = new Set(['jr', 'jr.', 'sr', 'sr.', 'inc', 'inc.', 'ltd', 'ltd.', 'd.c.', 'llc']);

/** Finds runs of capitalised words that may be names, in languages that keep capitals for them. */
export function findRuns(tokens: readonly Token[], language: string): NameRun[] {
  if (baseLanguage(language) === 'de') return findGermanRuns(tokens);
  const runs: NameRun[] = [];
  for (let from = 0; from < tokens.length; from++) {
    if (!startsName(tokens[from])) continue;
    const to = endOfRun(tokens, from);
    if (!belongsToAdjective(tokens[to])) runs.push(...splitRun(tokens, from, to, language));
    from = to - 1;
  }
  return runs;
}

/** "World Cup-winning" names no world. */
function belongsToAdjective(next: Token | undefined): boolean {
  return next !== undefined && !next.capital && next.gap === ' ' && /^\p{Lu}.*-/u.test(next.text);
}

function startsName(token: Token | undefined): boolean {
  return token?.capital === true && token.folded !== 'i';
}

function endOfRun(tokens: readonly Token[], from: number): number {
  let to = from + 1;
  for (;;) {
    const previous = tokens[to - 1];
    const next = tokens[to];
    if (!previous || !next || previous.possessive) return to;
    if (isCapitalJoin(previous, next) || (suffixes.has(next.folded) && next.gap === ', ')) {
      to += 1;
      continue;
    }
    const beyond = connectorEnd(tokens, from, to);
    if (beyond === undefined) return to;
    to = beyond + 1;
  }
}

/** Where a name goes on behind small words: "University of California", "Ursula von der Leyen"; the index of its next capital. */
function connectorEnd(tokens: readonly Token[], from: number, at: number): number | undefined {
  const connector = tokens[at];
  if (connector?.gap !== ' ' || connector.capital) return undefined;
  let next = at + 1;
  while (next < at + 3 && tokens[next] && !tokens[next]?.capital && tokens[next]?.gap === ' ' && isSmall(tokens[next]))
    next++;
  const target = tokens[next];
  if (!target?.capital || target.gap !== ' ' || target.opensSentence) return undefined;
  return mayConnect(tokens, from, at, target) ? next : undefined;
}

function isSmall(token: Token | undefined): boolean {
  return token !== undefined && (token.folded === 'the' || nameParticles.has(token.folded));
}

function mayConnect(tokens: readonly Token[], from: number, at: number, target: Token): boolean {
  const word = tokens[at]?.folded ?? '';
  const run = tokens.slice(from, at);
  const last = run.at(-1)?.folded ?? '';
  if (word === 'of' && englishRoles.has(last)) return departments.has(target.folded);
  if (word === 'of') return organizationHeads.has(last) || placeHeads.has(last) || ofHeads.has(last);
  if (word === 'for' || word === 'on') return organizationHeads.has(last);
  if (word === 'and')
    return (
      run.some(({ folded }) => folded === 'of' || folded === 'for') &&
      !findCountry(target.text, 'en') &&
      organizationHeads.has(run[0]?.folded ?? '')
    );
  return nameParticles.has(word) && !commonOpeners.en?.has(last);
}

/** Takes from a run what is no part of the name: sentence openers, titles, nationalities. States in a title are names of their own. */
function splitRun(tokens: readonly Token[], from: number, to: number, language: string): NameRun[] {
  const runs: NameRun[] = [];
  let start = from;
  if (tokens[start]?.opensSentence && isOpener(tokens[start], tokens[start + 1], language)) start++;
  const office = officeEnd(tokens, start, to);
  if (office) return [...splitRun(tokens, start, office.holder, language), { from: office.name, to, afterTitle: true }];
  const title = endsInHead(tokens, start, to) ? start : titleEnd(tokens, start, to, language);
  if (title > start) runs.push(...statesIn(tokens, start, title, language));
  if (title > start || !hasHead(tokens, start, to)) {
    start = title > start ? title : skipPeople(tokens, start, to, language);
  }
  while (start < to && isCalendar(tokens[start])) start++;
  let end = to;
  while (end > start && (isCalendar(tokens[end - 1]) || !tokens[end - 1]?.capital)) end--;
  if (end > start) runs.push({ from: start, to: end, afterTitle: title > from && title === start });
  return runs;
}

/** "FIFA President Gianni Infantino": where the body's name ends (`holder`) and the person's begins. */
function officeEnd(tokens: readonly Token[], from: number, to: number): { holder: number; name: number } | undefined {
  if (endsInHead(tokens, from, to)) return undefined;
  const office = tokens.slice(0, to - 1).findLastIndex(({ folded }, i) => i > from && officeRoles.has(folded));
  if (office < 0 || !tokens[office + 1]?.capital) return undefined;
  let holder = office;
  while (holder > from && isRoleWord(tokens[holder - 1])) holder--;
  return holder > from ? { holder, name: office + 1 } : undefined;
}

function isRoleWord(token: Token | undefined): boolean {
  return token !== undefined && (englishRoleModifiers.has(token.folded) || englishRoles.has(token.folded));
}

function isOpener(token: Token | undefined, next: Token | undefined, language: string): boolean {
  if (!token) return false;
  const isCommon =
    stopWords(baseLanguage(language)).has(token.folded) ||
    (commonOpeners[baseLanguage(language)]?.has(token.folded) ?? false);
  return isCommon && !(token.folded !== 'the' && placeHeads.has(next?.folded ?? '') && next?.capital);
}

function isTitleWord(folded: string, language: string): boolean {
  return baseLanguage(language) === 'en' ? englishRoles.has(folded.replace(/s$/, '')) : isRoleNoun(folded);
}

/** "Queen Elizabeth Hospital" is no queen; "President Park" is a president. */
function endsInHead(tokens: readonly Token[], from: number, to: number): boolean {
  const last = tokens[to - 1]?.folded ?? '';
  return to - from > 2 && (organizationHeads.has(last) || placeHeads.has(last));
}

/** The index behind the titles that open a run; `start` where there are none. */
function titleEnd(tokens: readonly Token[], start: number, to: number, language: string): number {
  let end = start;
  for (let i = start; i < to; i++) {
    const folded = tokens[i]?.folded ?? '';
    if (addresses.has(folded.replace(/\.$/, '')) || isTitleWord(folded, language)) {
      end = i + 1;
      if (tokens[i + 1]?.folded === 'of') {
        end = Math.min(i + 3, to);
        i += 2;
      }
    } else if (i === end && end > start && baseLanguage(language) !== 'en' && isNation(tokens, i, language)) {
      end = i + 1;
    } else if (!englishRoleModifiers.has(folded) && !isNation(tokens, i, language) && folded !== 'and') break;
  }
  return end;
}

function isNation(tokens: readonly Token[], at: number, language: string): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (peopleWords.has(token.folded) || findCountry(token.text, language)) return true;
  return [-1, 0].some((shift) => {
    const pair = tokens.slice(at + shift, at + shift + 2);
    return pair.length === 2 && findCountry(pair.map(({ text }) => text).join(' '), language) !== undefined;
  });
}

function statesIn(tokens: readonly Token[], from: number, to: number, language: string): NameRun[] {
  const runs: NameRun[] = [];
  for (let i = from; i < to; i++) {
    const length = [2, 1].find((n) => i + n <= to && findCountry(textOf(tokens, i, i + n), language));
    if (length === undefined) continue;
    if (findCountry(textOf(tokens, i, i + length), language)?.by === 'name')
      runs.push({ from: i, to: i + length, afterTitle: false });
    i += length - 1;
  }
  return runs;
}

function textOf(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ');
}

function skipPeople(tokens: readonly Token[], start: number, to: number, language: string): number {
  let at = start;
  while (at < to) {
    const length = [2, 1].find(
      (n) => at + n <= to && findCountry(textOf(tokens, at, at + n), language)?.by === 'demonym',
    );
    if (length !== undefined) at += length;
    else if (peopleWords.has(tokens[at]?.folded ?? '')) at++;
    else break;
  }
  return at;
}

function hasHead(tokens: readonly Token[], from: number, to: number): boolean {
  return (
    to - from > 1 &&
    tokens.slice(from, to).some(({ folded }) => organizationHeads.has(folded) || placeHeads.has(folded))
  );
}

function isCalendar(token: Token | undefined): boolean {
  return token !== undefined && calendarWords.has(token.folded);
}
