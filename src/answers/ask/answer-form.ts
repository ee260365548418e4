import { revisedAt } from '../../articles/article.ts';
import { hasLexicon, isA } from '../../reading/lexicon.ts';
import { findCountry } from '../../text/countries.ts';
import { findDates } from '../../text/dates.ts';
import { dateWords, isCalendarWord } from '../../text/dates-words.ts';
import { numbersIn } from '../../text/numbers.ts';
import { fold, termOf, wordsOf } from '../../text/terms.ts';
import type { ArticleSentence } from '../article-sentences.ts';
import { causeWords, type Question } from './question.ts';

/** Where we know few words of a language, dates without a digit go unseen. */
const unseenDate = 0.5;
/** Such answers have no other form, so that a sentence without it is far from one. */
const without = -1;
/** A sentence without a causal word may be the reason all the same. */
const unmarkedReason = 0.4;

/**
 * Whether a sentence has what the question asks for, judging by its form: a number, a date, a name that the question does not have, a causal word.
 * 1 if it has, 0 or less if it has not, between where only the words could say. Other kinds of questions have no form.
 */
export function fitOfForm({ kind, text, language }: Question, { sentence, article }: ArticleSentence): number {
  switch (kind) {
    case 'number':
      return numbersIn(sentence.text, article.language).length > 0 ? 1 : 0;
    case 'age':
      return age.test(sentence.text) ? 1 : without;
    case 'duration':
      return hasDuration(sentence.text, article.language) ? 1 : without;
    case 'when':
      if (/\p{Nd}/u.test(sentence.text)) return 1;
      if (findDates(sentence.text, article.language, revisedAt(article)).length > 0) return 1;
      return causeWords(language).length > 0 ? 0 : unseenDate;
    case 'who':
      return fitOfHolder(text, sentence.text, language) ?? Number(namesOther(text, sentence.text));
    case 'where':
      return Number(namesOther(text, sentence.text));
    case 'why':
      return givesReason(sentence.text, language) ? 1 : unmarkedReason;
    default:
      return 1;
  }
}

/** "The 52-year-old", "aged 52", "52 Jahre alt". */
const age =
  /\p{Nd}[- ](?:year|month|week|day)s?[- ]olds?\b|\b(?:aged?|turn(?:s|ed|ing)?|at the age of) \p{Nd}|\bborn\b|\p{Nd}[- ]?jährig|\p{Nd} Jahre alt|geboren/u;

/** A number before a unit of time: "two hours". */
function hasDuration(text: string, language: string): boolean {
  const words = wordsOf(text, language);
  const { units } = dateWords(language);
  return words.some(
    ({ text: word }, index) => index > 0 && units.has(fold(word)) && isNumber(words[index - 1]?.text ?? '', language),
  );
}

function isNumber(word: string, language: string): boolean {
  return numbersIn(word, language).length > 0 || /^(?:an?|one|half|eine[mnr]?|ein|halbe)$/iu.test(word);
}

/** Whether a sentence has a capitalized word that the question has not; scripts without capitals cannot say. */
function namesOther(question: string, text: string): boolean {
  return !/\p{Lu}/u.test(text) || otherNames(question, text).length > 0;
}

function otherNames(question: string, text: string): readonly string[] {
  const asked = fold(question);
  const names = text.match(/\p{Lu}[\p{L}\p{M}'’-]+/gu) ?? [];
  const own = /^\P{L}*\p{Lu}/u.test(text) ? names.slice(1) : names;
  return own.filter((name) => !asked.includes(fold(name)));
}

/** Whether a sentence names who holds the office that a question asks for; undefined if it asks for none. */
function fitOfHolder(question: string, text: string, language: string): number | undefined {
  const asked = wordsOf(question, language).map(({ text: word }) => fold(word));
  const at = asked.findIndex((word) => isA('office', word, language));
  if (at < 0 || !hasLexicon(language)) return undefined;
  if (isOfFormer(asked, text, language)) return without;
  // Neither "foreign minister" nor "minister" for "prime minister".
  const own = new Set(wordsOf(text, language).map(({ text: word }) => termOf(word, language)));
  const field = termOf(asked[at - 1] ?? '', language);
  const isField = field === undefined || findCountry(asked[at - 1] ?? '', language) !== undefined || own.has(field);
  return Number(isField && namesPerson(question, text, language));
}

/** The same of names that are no state's, capital's or day's: who holds an office is a person. */
function namesPerson(question: string, text: string, language: string): boolean {
  if (!/\p{Lu}/u.test(text)) return true;
  const states = wordsOf(text, language).flatMap((word, at, words) => {
    const pair = `${word.text} ${words[at + 1]?.text}`;
    return findCountry(pair, language) ? pair.split(' ') : findCountry(word.text, language) ? [word.text] : [];
  });
  return otherNames(question, text).some(
    (name) =>
      !states.includes(name.replace(/['’]s$/u, '')) &&
      !isCalendarWord(fold(name)) &&
      !isA('office', fold(name), language),
  );
}

/** "Former Prime Minister Abe" does not hold the office that a question asks for, unless it asks for a former holder. */
function isOfFormer(asked: readonly string[], text: string, language: string): boolean {
  if (asked.some((word) => isA('former', word, language))) return false;
  const words = wordsOf(text, language).map(({ text: word }) => fold(word));
  return words.some(
    (word, at) =>
      isA('former', word, language) &&
      words.slice(at + 1, at + 1 + officeReach).some((word) => asked.includes(word) && isA('office', word, language)),
  );
}

/** Words between "former" and the office. */
const officeReach = 3;

function givesReason(text: string, language: string): boolean {
  const causes = causeWords(language);
  return (
    causes.length === 0 ||
    hasPhrase(
      wordsOf(text, language).map(({ text: word }) => fold(word)),
      causes,
    )
  );
}

function hasPhrase(words: readonly string[], phrases: readonly string[]): boolean {
  const text = ` ${words.join(' ')} `;
  return phrases.some((phrase) => text.includes(` ${phrase} `));
}
