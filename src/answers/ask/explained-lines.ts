import { type Content, type Line, readContent } from '../lines.ts';
import type { Question } from '../question/question.ts';
import type { TermMatcher } from './match-terms.ts';

const asksWhy = /(?:^|[:–—-] ?)(?:why|how come|what is behind|what's behind|warum|weshalb|wieso)(?![\p{L}])/iu;
/** Blocks at the head of an article in which it answers its own headline. */
const openingBlocks = 2;

/** Whether a line opens the part of an article whose heading asks the question's why itself: "Why forced labor divides Seoul and Tokyo". */
export function explainsWhy(question: Question, line: Line, strengthIn: TermMatcher): boolean {
  if (question.kind !== 'why') return false;
  const heading = headingOf(line);
  return (
    heading !== undefined &&
    question.terms.every((term) => term.isLight || strengthIn(term, heading) > 0) &&
    question.terms.some(({ isLight }) => !isLight)
  );
}

function headingOf({ article, sentence, subhead }: Line): Content | undefined {
  const isFirstUnder = article.blocks[sentence.block - 1]?.kind === 'subhead';
  if (subhead) return isFirstUnder && asksWhy.test(subhead.text) ? subhead : undefined;
  if (!asksWhy.test(article.headline) || sentence.block >= openingBlocks || /\?["”]?$/u.test(sentence.text))
    return undefined;
  return readContent(`${article.headline}. ${article.lead ?? ''}`, article.language);
}
