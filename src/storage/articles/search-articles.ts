import type { Article } from '../../articles/article.ts';
import { toIso } from '../../runtime/clock.ts';
import type { Database } from '../database.ts';
import { engineOf } from '../engine.ts';
import { withTopics } from './article-topics.ts';

/** Search options: any or all of the terms, a limit, a language, a publication date. */
export interface ArticleSearch {
  readonly mode: 'any' | 'all';
  readonly limit: number;
  readonly language?: string;
  readonly since?: Temporal.Instant;
}

/** An article with its score, higher being better. */
export interface FoundArticle {
  readonly article: Article;
  readonly score: number;
}

/** Articles whose text contains the terms (see text/terms.ts), best first. For very common words only the newest are ranked. */
export async function searchArticles(
  db: Database,
  terms: readonly string[],
  options: ArticleSearch,
): Promise<readonly FoundArticle[]> {
  if (terms.length === 0) return [];
  const hits = await engineOf(db).terms.search(db, [...new Set(terms)], {
    mode: options.mode,
    limit: options.limit * 4,
  });
  const found = await numbersOf(
    db,
    hits.map(({ number }) => number),
    options,
  );
  const best = hits.filter(({ number }) => found.has(number)).slice(0, options.limit);
  const articles = await byNumber(
    db,
    best.map(({ number }) => number),
  );
  return best.flatMap(({ number, score }) => {
    const article = articles.get(number);
    return article ? [{ article, score }] : [];
  });
}

/** Filters articles by language and time; texts are read only after the best are known. */
async function numbersOf(
  db: Database,
  numbers: readonly number[],
  { language, since }: { language?: string; since?: Temporal.Instant },
): Promise<ReadonlySet<number>> {
  if (numbers.length === 0 || (!language && !since)) return new Set(numbers);
  let select = db
    .selectFrom('articles')
    .select('number')
    .where('number', 'in', [...numbers]);
  if (language) select = select.where('language', '=', language);
  if (since) select = select.where('published_at', '>=', toIso(since));
  return new Set((await select.execute()).map(({ number }) => number));
}

async function byNumber(db: Database, numbers: readonly number[]): Promise<ReadonlyMap<number, Article>> {
  if (numbers.length === 0) return new Map();
  const rows = await db
    .selectFrom('articles as a')
    .innerJoin('article_revisions as r', (join) =>
      join.onRef('r.article_id', '=', 'a.id').onRef('r.revision', '=', 'a.revision'),
    )
    .select(['a.id', 'a.number', 'r.document'])
    .where('a.number', 'in', [...numbers])
    .execute();
  const articles = await withTopics(db, rows);
  return new Map(articles.map((article, index) => [rows[index]?.number ?? -1, article]));
}
