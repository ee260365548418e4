import { findCountry } from '../text/countries.ts';
import { baseLanguage } from '../text/terms.ts';
import { findGermanRuns } from './german-runs.ts';
import { isCapitalJoin, type NameRun } from './name-run.ts';
import { isNameWord } from './name-words.ts';
import { splitRun } from './split-run.ts';
import type { Token } from './tokens.ts';

/** "And" of Spanish: what it joins are two names, but for states. */
const joins = new Set(['y', 'e']);
const suffixes = new Set(['jr', 'jr.', 'sr', 'sr.', 'inc', 'inc.', 'ltd', 'ltd.', 'd.c.', 'llc']);

/** Finds runs of capitalized words that may be names, in languages that reserve capitals for names; one at a time, as they are asked for. */
export function* findRuns(tokens: readonly Token[], language: string): Generator<NameRun> {
  if (baseLanguage(language) === 'de') {
    yield* findGermanRuns(tokens);
    return;
  }
  for (let from = 0; from < tokens.length; from++) {
    if (!startsName(tokens[from])) continue;
    const to = endOfRun(tokens, from, language);
    if (!belongsToAdjective(tokens[to])) yield* splitRun(tokens, from, to, language);
    from = to - 1;
  }
}

/** "World Cup-winning" does not name "World". */
function belongsToAdjective(next: Token | undefined): boolean {
  return next !== undefined && !next.capital && next.gap === ' ' && /^\p{Lu}.*-/u.test(next.text);
}

function startsName(token: Token | undefined): boolean {
  return token?.capital === true && token.folded !== 'i';
}

function endOfRun(tokens: readonly Token[], from: number, language: string): number {
  let to = from + 1;
  for (;;) {
    const previous = tokens[to - 1];
    const next = tokens[to];
    if (!previous || !next || previous.possessive) return to;
    if (isCapitalJoin(previous, next) || (suffixes.has(next.folded) && next.gap === ', ')) {
      to += 1;
      continue;
    }
    const beyond = connectorEnd(tokens, from, to, language);
    if (beyond === undefined) return to;
    to = beyond + 1;
  }
}

/** Where a name continues after small words: "University of California", "Ursula von der Leyen"; the index of its next capitalized word. */
function connectorEnd(tokens: readonly Token[], from: number, at: number, language: string): number | undefined {
  const connector = tokens[at];
  if (connector?.gap !== ' ' || connector.capital) return undefined;
  let next = at + 1;
  while (next < at + 3 && tokens[next] && !tokens[next]?.capital && tokens[next]?.gap === ' ' && isSmall(tokens[next]))
    next++;
  const target = tokens[next];
  if (!target?.capital || target.gap !== ' ' || target.opensSentence) return undefined;
  if (joins.has(connector.folded)) return isStateOf(tokens.slice(from, next + 1), language) ? next : undefined;
  return mayConnect(tokens, from, at, target) ? next : undefined;
}

/** Whether two capitalized words and the one that joins them are a state: "Bosnia y Herzegovina". */
function isStateOf(words: readonly Token[], language: string): boolean {
  return findCountry(words.map(({ text }) => text).join(' '), language)?.by === 'name';
}

function isSmall(token: Token | undefined): boolean {
  return token !== undefined && (token.folded === 'the' || isNameWord('name-particle', token.folded));
}

function mayConnect(tokens: readonly Token[], from: number, at: number, target: Token): boolean {
  const word = tokens[at]?.folded ?? '';
  const run = tokens.slice(from, at);
  const last = run.at(-1)?.folded ?? '';
  if (word === 'of' && isNameWord('role', last)) return isNameWord('department', target.folded);
  if (word === 'of')
    return isNameWord('organization-head', last) || isNameWord('place-head', last) || isNameWord('of-head', last);
  if (word === 'for' || word === 'on') return isNameWord('organization-head', last);
  if (word === 'and')
    return (
      run.some(({ folded }) => folded === 'of' || folded === 'for') &&
      !findCountry(target.text, 'en') &&
      isNameWord('organization-head', run[0]?.folded ?? '')
    );
  return isNameWord('name-particle', word) && !isNameWord('opener-en', last);
}
