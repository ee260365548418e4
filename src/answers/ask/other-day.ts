import { isCalendarWord } from '../../text/dates-words.ts';
import { fold } from '../../text/terms.ts';
import type { Line } from '../lines.ts';
import type { Question } from '../question/question.ts';

const year = /\b(?:1[5-9]|20)\d\d\b/gu;

/**
 * Whether a line tells of another day only: who won in 2005 is not told by "she won in 2014", nor what happened on Friday by what did "on
 * November 15". A line that tells none may be of any. English only.
 */
export function isOfOtherDay({ text, language, kind }: Question, { sentence }: Line): boolean {
  if (language !== 'en' || kind === 'when' || kind === 'why') return false;
  return areOthers(yearsIn(text), yearsIn(sentence.text)) || areOthers(daysIn(text), daysIn(sentence.text));
}

function areOthers(asked: readonly string[], told: readonly string[]): boolean {
  return asked.length > 0 && told.length > 0 && !asked.some((each) => told.includes(each));
}

function yearsIn(text: string): readonly string[] {
  return text.match(year) ?? [];
}

/** Weekdays and months by name; capitalized, since "may" and "march" are verbs too. */
function daysIn(text: string): readonly string[] {
  return (text.match(/\b\p{Lu}\p{Ll}+\b/gu) ?? []).map(fold).filter(isCalendarWord);
}
