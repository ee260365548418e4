import { isCalendarWord } from '../../text/dates-words.ts';
import { fold, wordsOf } from '../../text/terms.ts';
import { contentOf, type Line } from '../lines.ts';
import type { Question } from '../question/question.ts';
import type { TermMatcher } from './match-terms.ts';

const asksWhom = /^(?:whom|who) (?:did|does|do|has|have|had|will)\b/iu;
const somebody =
  /\b(?:m[ae]n|wom[ae]n|people|persons?|officers?|soldiers?|students?|children|teenagers?|suspects?|workers?|politicians?|journalists?|activists?|leaders?|ministers?|members?|citizens?|players?|father|mother|brother|sister|wife|husband|son|daughter)\b/iu;
/** Characters on either side of the deed in which whom it was done to stands. */
const reach = 80;

/** Whether a line leaves out to whom it was done: "whom did Doe beat?" is not answered by "Doe's win in the runoff". */
export function leavesOutWhom(question: Question, { sentence, article }: Line, strengthIn: TermMatcher): boolean {
  const { text: asked, terms, subject } = question;
  if (!asksWhom.test(asked)) return false;
  const deed = terms[terms.findIndex(({ term }) => term === subject) + 1];
  if (subject === undefined || !deed || deed.isName || deed.isLight) return false;
  const { text } = sentence;
  const places = wordsOf(text, article.language).filter(
    (word) => strengthIn(deed, contentOf([word], article.language)) > 0,
  );
  return !places.some(({ start, end }) => {
    const [behind = ''] = text.slice(end, end + reach).split(/[,;:]/u);
    const before = text.slice(Math.max(0, start - reach), start);
    return namesOther(behind, asked) || somebody.test(behind) || (passive.test(before) && namesOther(before, asked));
  });
}

const passive = /\b(?:is|are|was|were|been|being|be) (?:\p{Ll}+ly )?$/u;

/** A name that the question has not, other than a place or a day. */
function namesOther(text: string, asked: string): boolean {
  return [...text.matchAll(/(?<!^)(?<![\p{L}])(?<!\b(?:in|at|near|on|outside) (?:the )?)\p{Lu}[\p{L}-]+/gu)].some(
    ([name]) => !fold(asked).includes(fold(name)) && !isCalendarWord(fold(name)),
  );
}
