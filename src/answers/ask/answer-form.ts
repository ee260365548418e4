import { revisedAt } from '../../articles/article.ts';
import { findNames } from '../../reading/find-names.ts';
import { hasLexicon } from '../../reading/lexicon.ts';
import { type Quantity, readQuantities } from '../../reading/read-quantities.ts';
import { type ReadText, readText } from '../../reading/read-text.ts';
import { findDates } from '../../text/dates.ts';
import { numbersIn } from '../../text/numbers.ts';
import type { ArticleSentence } from '../article-sentences.ts';
import type { Question } from './question.ts';

/** Where we know few words of a language, dates without a digit go unseen. */
const unseenDate = 0.5;
/** An age has no other form, so that a sentence without it is far from one. */
const without = -1;

/**
 * Whether a sentence has what a question asks for, judging by its form: a number, an age or a date. 1 if it has, 0 or less if it has not,
 * between where only the words could say. Other questions have no form: names and reasons are in most sentences.
 */
export function fitOfForm({ kind, text: asked }: Question, { sentence: { text }, article }: ArticleSentence): number {
  const { language } = article;
  switch (kind) {
    case 'number':
      return Number(
        hasLexicon(language)
          ? hasAmount(readText(text, language), revisedAt(article))
          : numbersIn(text, language).length > 0,
      );
    case 'name':
      return Number(!hasLexicon(language) || namesOther(asked, readText(text, language)));
    case 'age':
      return age.test(text) ? 1 : without;
    case 'when':
      if (/\p{Nd}/u.test(text) || findDates(text, language, revisedAt(article)).length > 0) return 1;
      return hasLexicon(language) ? 0 : unseenDate;
    default:
      return 1;
  }
}

/** "The 52-year-old", "aged 52", "52 Jahre alt". */
const age =
  /\p{Nd}[- ](?:year|month|week|day)s?[- ]olds?\b|\b(?:aged?|turn(?:s|ed|ing)?|at the age of) \p{Nd}|\bborn\b|\p{Nd}[- ]?jährig|\p{Nd} Jahre alt|geboren/u;

/** A number that counts or measures something: no year, day of a month, or place in an order. */
function hasAmount(text: ReadText, publishedAt: Temporal.Instant): boolean {
  const [first, ...more] = readQuantities(text).filter(
    ({ value }) => typeof value === 'number' || !value.startsWith('#'),
  );
  if (!first) return false;
  if (first.unit !== undefined) return true;
  const dates = findDates(text.text, text.language, publishedAt);
  const isDate = ({ start, end }: Quantity) => dates.some((date) => date.start <= start && end <= date.end);
  return [first, ...more].some((quantity) => quantity.unit !== undefined || !isDate(quantity));
}

/** A name that the question does not give. */
function namesOther(asked: string, text: ReadText): boolean {
  const given = new Set(readText(asked, text.language).words.map(({ key }) => key));
  return findNames(text).some((name) => name.every(({ key }) => !given.has(key)));
}
