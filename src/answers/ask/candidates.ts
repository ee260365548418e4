import type { Article } from '../../articles/article.ts';
import { revisedAt } from '../../articles/article.ts';
import { mapYielding } from '../../runtime/yield-to-event-loop.ts';
import type { Archive } from '../archive.ts';
import { type ArticleSentence, headlineOf, readSentences } from '../article-sentences.ts';
import { fitOfForm } from './answer-form.ts';
import { createTermMatcher, type TermMatcher, type WantedTerm } from './match-terms.ts';
import type { Question } from './question.ts';
import { relatedTerms } from './related-words.ts';

/** A sentence that may answer, with the signals that a selector weighs. */
export interface Candidate {
  readonly line: ArticleSentence;
  /** Share of the question's words, weighed by rarity, in the sentence itself. */
  readonly own: number;
  /** The same with what stands around it: the sentences beside it, headline, lead, the rest of the article. */
  readonly total: number;
  /** Whether it has what is asked for, told by its form; see answer-form.ts. */
  readonly fit: number;
  /** Days since its article was published or revised. */
  readonly age: number;
  /** The headline, the lead, or an article's first sentence. */
  readonly isOpening: boolean;
}

/** Worth of a word found not in the sentence but there. */
const credit = { before: 0.6, after: 0.3, headline: 0.6, lead: 0.5, article: 0.25 };
const articlesRead = 30;
/** Of them at least so many, where there are, from these last days: what people ask about is mostly in the news. */
const recentRead = 12;
const recentDays = 14;
const fewArticles = 5;
const dayMs = 86_400_000;

/** Finds the articles that may answer and weighs each of their sentences, headlines among them, in any order. */
export async function gatherCandidates(
  question: Question,
  { archive, now }: { readonly archive: Archive; readonly now: Temporal.Instant },
): Promise<readonly Candidate[]> {
  const articles = await findArticles(question, archive, now);
  const lines = await mapYielding(articles, (article) => [headlineOf(article), ...readSentences(article)]);
  const all = lines.flat();
  const strengthIn = createTermMatcher(question.terms, all, { language: question.language });
  const weights = await weigh(question.terms, all, articles.length, strengthIn, archive);
  const weighed = await mapYielding(lines, (own) => weighArticle(own, question, weights, strengthIn, now));
  return weighed.flat();
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
  const related = [...new Set(words.flatMap((word) => [word, ...relatedTerms(word, language)]))];
  if (related.length > words.length) {
    const limit = articles.size < fewArticles ? articlesRead : recentRead;
    const more = await archive.searchArticles(related, { mode: 'any', limit, language });
    for (const { article } of more) articles.set(article.id, articles.get(article.id) ?? article);
  }
  return [...articles.values()];
}

/** Rare words weigh more, but names not so much that they outweigh the deed: the root of the inverse document frequency, by how many sentences have them, estimated from the articles of the archive and counted in those read. */
async function weigh(
  terms: readonly WantedTerm[],
  lines: readonly ArticleSentence[],
  articles: number,
  strengthIn: TermMatcher,
  archive: Archive,
): Promise<readonly number[]> {
  const { articles: size } = await archive.extent();
  const holding = await archive.countArticles(terms.map(({ term }) => term));
  const sentences = size * (lines.length / Math.max(1, articles));
  return terms.map((wanted) => {
    const count = lines.filter((line) => strengthIn(wanted, line) > 0).length;
    const known = Math.max(count, holding.get(wanted.term) ?? 0);
    return Math.sqrt(Math.log(1 + sentences / (1 + known))) * (wanted.weight ?? 1);
  });
}

function weighArticle(
  lines: readonly ArticleSentence[],
  question: Question,
  weights: readonly number[],
  strengthIn: TermMatcher,
  now: Temporal.Instant,
): readonly Candidate[] {
  const sum = weights.reduce((total, weight) => total + weight, 0) || 1;
  const share = (strengths: readonly number[]) =>
    strengths.reduce((total, strength, index) => total + strength * (weights[index] ?? 0), 0) / sum;
  const strengths = lines.map((line) => question.terms.map((wanted) => strengthIn(wanted, line)));
  const inArticle = question.terms.map((_, term) => Math.max(0, ...strengths.map((own) => own[term] ?? 0)));
  const at = (index: number, term: number) => strengths[index]?.[term] ?? 0;
  const isBeside = (one: number, other: number) =>
    one > 0 && lines[one] !== undefined && lines[one].sentence.block === lines[other]?.sentence.block;
  return lines.map((line, index) => {
    const around = question.terms.map((_, term) =>
      Math.max(
        at(index, term),
        isBeside(index - 1, index) ? at(index - 1, term) * credit.before : 0,
        isBeside(index + 1, index) ? at(index + 1, term) * credit.after : 0,
        at(0, term) * credit.headline,
        at(1, term) * credit.lead,
        (inArticle[term] ?? 0) * credit.article,
      ),
    );
    return {
      line,
      own: share(strengths[index] ?? []),
      total: share(around),
      fit: fitOfForm(question, line),
      age: Math.max(0, now.epochMilliseconds - revisedAt(line.article).epochMilliseconds) / dayMs,
      isOpening: index < 2,
    };
  });
}
