import { isCalendarWord } from '../../text/dates-words.ts';
import { fold, wordsOf } from '../../text/terms.ts';
import { type ArticleSentence, contentOf } from '../article-sentences.ts';
import type { Question } from '../question/question.ts';
import type { TermMatcher } from './match-terms.ts';

const asksForObject = /^(?:whom|who) (?:did|does|do|has|have|had|will)\b/iu;
const somebody =
  /\b(?:m[ae]n|wom[ae]n|people|persons?|officers?|soldiers?|students?|children|teenagers?|suspects?|workers?|politicians?|journalists?|activists?|leaders?|ministers?|members?|citizens?|players?|father|mother|brother|sister|wife|husband|son|daughter)\b/iu;
/** Characters on either side of the verb within which its object is named. */
const reach = 80;

/** Whether a sentence lacks the object asked for: "whom did Doe beat?" is not answered by "Doe's win in the runoff". */
export function lacksObject(
  question: Question,
  { sentence, article }: ArticleSentence,
  strengthIn: TermMatcher,
): boolean {
  const { text: asked, terms, subject } = question;
  if (!asksForObject.test(asked)) return false;
  const verb = terms[terms.findIndex(({ term }) => term === subject) + 1];
  if (subject === undefined || !verb || verb.isName || verb.isLight) return false;
  const { text } = sentence;
  const places = wordsOf(text, article.language).filter(
    (word) => strengthIn(verb, contentOf([word], article.language)) > 0,
  );
  return !places.some(({ start, end }) => {
    const [behind = ''] = text.slice(end, end + reach).split(/[,;:]/u);
    const before = text.slice(Math.max(0, start - reach), start);
    return namesOther(behind, asked) || somebody.test(behind) || (passive.test(before) && namesOther(before, asked));
  });
}

const passive = /\b(?:is|are|was|were|been|being|be) (?:\p{Ll}+ly )?$/u;

/** A name that is not in the question, other than a place or a day. */
function namesOther(text: string, asked: string): boolean {
  return [...text.matchAll(/(?<!^)(?<![\p{L}])(?<!\b(?:in|at|near|on|outside) (?:the )?)\p{Lu}[\p{L}-]+/gu)].some(
    ([name]) => !fold(asked).includes(fold(name)) && !isCalendarWord(fold(name)),
  );
}
