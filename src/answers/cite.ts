import type { Article, Sentence } from '../articles/article.ts';
import type { Statement } from '../briefings/briefing.ts';
import { quoteSentence } from '../briefings/statements/quote-sentence.ts';

/** A sentence of an article as a quoted statement, dated with the day of its revision unless another date is given. */
export function cite(article: Article, sentence: Sentence, date?: string): Statement {
  const statement = quoteSentence(article, sentence);
  return date === undefined ? statement : { ...statement, date };
}
