import type { Article, Sentence } from '../articles/article.ts';
import { toldAt } from '../articles/told-at.ts';
import type { Citation, Statement } from '../briefings/briefing.ts';
import { dayOf } from '../language/dates-format.ts';

/** A sentence of an article as a quoted statement; dated with the day it was published, unless it tells of another. */
export function cite(article: Article, sentence: Sentence, date = dayOf(toldAt(article))): Statement {
  return { text: sentence.text, quoted: true, date, citations: [citationOf(article, sentence)] };
}

function citationOf(article: Article, sentence: Sentence): Citation {
  return {
    articleId: article.id,
    revision: article.revision,
    sentence: sentence.index,
    quote: sentence.text,
    url: article.url,
    publishedAt: toldAt(article).toString(),
  };
}
