import { isCalendarWord } from '../../text/dates-words.ts';
import { fold } from '../../text/terms.ts';
import type { ArticleSentence } from '../article-sentences.ts';
import type { Question } from '../question/question.ts';

const year = /\b(?:1[5-9]|20)\d\d\b/gu;

/**
 * Whether a sentence is only about another day: who won in 2005 is not answered by "she won in 2014", nor what happened on Friday by what
 * happened "on November 15". A sentence without a date may be about any day. English only.
 */
export function isOfOtherDay({ text, language, kind }: Question, { sentence }: ArticleSentence): boolean {
  if (language !== 'en' || kind === 'when' || kind === 'why') return false;
  return areOthers(yearsIn(text), yearsIn(sentence.text)) || areOthers(daysIn(text), daysIn(sentence.text));
}

function areOthers(asked: readonly string[], statedDays: readonly string[]): boolean {
  return asked.length > 0 && statedDays.length > 0 && !asked.some((each) => statedDays.includes(each));
}

function yearsIn(text: string): readonly string[] {
  return text.match(year) ?? [];
}

/** Weekdays and months by name; capitalized only, since "may" and "march" are verbs too. */
function daysIn(text: string): readonly string[] {
  return (text.match(/\b\p{Lu}\p{Ll}+\b/gu) ?? []).map(fold).filter(isCalendarWord);
}
