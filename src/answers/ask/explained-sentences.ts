import { type ArticleSentence, type Content, readContent } from '../article-sentences.ts';
import type { Question } from '../question/question.ts';
import type { TermMatcher } from './match-terms.ts';

const asksWhy = /(?:^|[:–—-] ?)(?:why|how come|what is behind|what's behind|warum|weshalb|wieso)(?![\p{L}])/iu;
/** Blocks at the start of an article in which it answers its own headline. */
const openingBlocks = 2;

/** Whether a sentence opens a section whose heading asks the same why-question: "Why forced labor divides Seoul and Tokyo". */
export function explainsWhy(question: Question, line: ArticleSentence, strengthIn: TermMatcher): boolean {
  if (question.kind !== 'why') return false;
  const heading = headingOf(line);
  return (
    heading !== undefined &&
    question.terms.every((term) => term.isLight || strengthIn(term, heading) > 0) &&
    question.terms.some(({ isLight }) => !isLight)
  );
}

function headingOf({ article, sentence, subhead }: ArticleSentence): Content | undefined {
  const isFirstUnder = article.blocks[sentence.block - 1]?.kind === 'subhead';
  if (subhead) return isFirstUnder && asksWhy.test(subhead.text) ? subhead : undefined;
  if (!asksWhy.test(article.headline) || sentence.block >= openingBlocks || /\?["”]?$/u.test(sentence.text))
    return undefined;
  return readContent(`${article.headline}. ${article.lead ?? ''}`, article.language);
}
