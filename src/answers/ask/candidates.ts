import type { Article } from '../../articles/article.ts';
import { mapYielding } from '../../runtime/yield-to-event-loop.ts';
import type { AnswerContext } from '../answer-archive.ts';
import type { Archive } from '../archive.ts';
import { headlineOf, readSentences } from '../article-sentences.ts';
import { createTermMatcher } from './match-terms.ts';
import type { Question } from './question.ts';
import { type Candidate, signalsOf, weighTerms } from './signals.ts';
import { findTelling } from './telling-terms.ts';
import { synonymsOf } from './word-groups.ts';

const articlesRead = 30;
/** At least this many of them from these last days, if there are any: people mostly ask about what is in the news. */
const recentRead = 12;
const recentDays = 14;
const fewArticles = 5;

/** Finds the articles that may answer and reads the signals of each of their sentences, headlines among them, in any order. `known` are articles to read in any case. */
export async function gatherCandidates(
  question: Question,
  { archive, now, known = [] }: Pick<AnswerContext, 'archive' | 'now'> & { readonly known?: readonly string[] },
): Promise<readonly Candidate[]> {
  const continued = known.length > 0 ? await archive.listArticles({ ids: known }) : [];
  const found = await findArticles(question, archive, now);
  const articles = [...new Map([...found, ...continued].map((article) => [article.id, article])).values()];
  const lines = await mapYielding(articles, (article) => [headlineOf(article), ...readSentences(article)]);
  const all = lines.flat();
  const texts = all.flatMap((line) => [line, ...(line.subhead ? [line.subhead] : [])]);
  const strengthIn = createTermMatcher(question.terms, texts, { language: question.language });
  const weights = await weighTerms(question, { lines: all, articles: articles.length, strengthIn, archive });
  const telling = findTelling(question, all, strengthIn);
  const candidates = await mapYielding(lines, (own) => signalsOf(own, { question, weights, telling, strengthIn, now }));
  return candidates.flat();
}

/** By relevance among all and among the newest; if few have the question's words, also those with related ones. */
async function findArticles(
  { terms, language }: Question,
  archive: Archive,
  now: Temporal.Instant,
): Promise<readonly Article[]> {
  const words = terms.map(({ term }) => term);
  const since = now.subtract({ hours: recentDays * 24 });
  const hits = await archive.searchArticles(words, { mode: 'any', limit: articlesRead, language });
  const recent = await archive.searchArticles(words, { mode: 'any', limit: recentRead, language, since });
  const articles = new Map([...hits, ...recent].map(({ article }) => [article.id, article]));
  const related = [...new Set(words.flatMap((word) => [word, ...synonymsOf(word, language)]))];
  if (related.length > words.length) {
    const limit = articles.size < fewArticles ? articlesRead : recentRead;
    const more = await archive.searchArticles(related, { mode: 'any', limit, language });
    for (const { article } of more) articles.set(article.id, articles.get(article.id) ?? article);
  }
  return [...articles.values()];
}
