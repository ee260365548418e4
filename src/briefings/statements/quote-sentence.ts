import { type Article, revisedAt, type Sentence } from '../../articles/article.ts';
import type { Citation, Statement } from '../briefing.ts';

/** A citation of a sentence as stored in the archive, whole even where a statement shows it cut. */
export function cite(article: Article, sentence: Sentence): Citation {
  return {
    articleId: article.id,
    revision: article.revision,
    sentence: sentence.index,
    quote: article.sentences[sentence.index]?.text ?? sentence.text,
    url: article.url,
    publishedAt: revisedAt(article).toString(),
    headline: article.headline,
  };
}

/** A sentence quoted as a statement, dated with its article's day (UTC). */
export function quoteSentence(article: Article, sentence: Sentence): Statement {
  return {
    text: sentence.text,
    quoted: true,
    date: revisedAt(article).toString().slice(0, 10),
    citations: [cite(article, sentence)],
  };
}
