import { negates } from '../../stories/reversal-words.ts';
import { findReversals } from '../../stories/reversals.ts';
import { numbersIn } from '../../text/numbers.ts';
import { termOf, termsOf, wordsOf } from '../../text/terms.ts';

/** Names stand for others only where the rest of the sentence stayed as it was. */
const sameRest = 0.6;

/**
 * Whether two wordings of a sentence tell the same: no name or number gave way to another, nothing was denied and no fact turned. One that
 * is only added or left out ("PM Keir Starmer", "a Qatari plane" that was "from Qatar") is wording.
 */
export function stateTheSame(before: string, now: string, language: string): boolean {
  const refer = (text: string): { text: string; ref: string } => ({ text, ref: text });
  return (
    countNegations(before, language) === countNegations(now, language) &&
    !numberReplaced(before, now, language) &&
    !nameReplaced(before, now, language) &&
    findReversals([refer(before)], [refer(now)], language).length === 0
  );
}

function countNegations(text: string, language: string): number {
  return wordsOf(text, language).filter(({ text: word }) => negates(word, language)).length;
}

function numberReplaced(before: string, now: string, language: string): boolean {
  const [had, has] = [before, now].map((text) => new Set(numbersIn(text, language).map(({ value }) => value)));
  return had !== undefined && has !== undefined && had.difference(has).size > 0 && has.difference(had).size > 0;
}

function nameReplaced(before: string, now: string, language: string): boolean {
  const [lost, gained] = [namesMissing(before, now, language), namesMissing(now, before, language)];
  if (lost.size === 0 || gained.size === 0) return false;
  const [was, is] = [before, now].map((text) => new Set(termsOf(text, language)).difference(lost.union(gained)));
  return was !== undefined && is !== undefined && shareOfTerms(was, is) >= sameRest;
}

/** Names of one text, as terms, that no word of the other has, nor begins or goes on: "Qatar" and "Qatari". */
function namesMissing(one: string, other: string, language: string): ReadonlySet<string> {
  const said = termsOf(other, language);
  const names = wordsOf(one, language)
    .slice(1)
    .filter(({ text }) => /^\p{Lu}/u.test(text))
    .flatMap(({ text }) => termOf(text, language) ?? []);
  return new Set(names.filter((name) => !said.some((term) => term.startsWith(name) || name.startsWith(term))));
}

/** How alike two sets of terms are, from 0 to 1: twice what they share, of all they have (Dice's coefficient). */
export function shareOfTerms(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return (2 * one.intersection(other).size) / Math.max(one.size + other.size, 1);
}
