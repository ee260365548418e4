import type { Article } from '../../articles/article.ts';
import { toIso } from '../../runtime/clock.ts';
import type { Database } from '../database.ts';
import { engineOf } from '../engine-of.ts';
import { currentReading, withTopics } from './article-document.ts';

/** Search options: any or all of the terms, a limit, a language, a publication date. */
export interface ArticleSearch {
  readonly mode: 'any' | 'all';
  readonly limit: number;
  readonly language?: string;
  readonly since?: Temporal.Instant;
  /** Also words that begin with a term of five letters, as it may be cut. */
  readonly alsoUncut?: boolean;
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
    alsoUncut: options.alsoUncut || (await isBeingReread(db)),
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

/** Whether articles are left that an earlier version indexed. */
async function isBeingReread(db: Database): Promise<boolean> {
  const row = await db
    .selectFrom('articles')
    .select('number')
    .where('reading', '<', currentReading)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
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

/** A filter for articles: all given fields must match. */
export interface ArticleQuery {
  readonly ids?: readonly string[];
  readonly since?: Temporal.Instant;
  readonly until?: Temporal.Instant;
  /** Archived (not published) at or after / before, for the window of a briefing. */
  readonly archivedSince?: Temporal.Instant;
  readonly archivedUntil?: Temporal.Instant;
  readonly topics?: readonly string[];
  readonly language?: string;
  readonly storyId?: number;
  /** Also what was taken back; it has no text. */
  readonly alsoWithdrawn?: boolean;
  /** Excludes articles from a feed's first poll. */
  readonly withoutSeed?: boolean;
  readonly limit?: number;
}

/** Articles in their newest revision, newest publication first. */
export async function listArticles(db: Database, query: ArticleQuery): Promise<readonly Article[]> {
  let select = db
    .selectFrom('articles as a')
    .innerJoin('article_revisions as r', (join) =>
      join.onRef('r.article_id', '=', 'a.id').onRef('r.revision', '=', 'a.revision'),
    )
    .select(['a.id', 'r.document'])
    .orderBy('a.published_at', 'desc')
    .orderBy('a.id', 'desc');
  if (!query.alsoWithdrawn) select = select.where('a.is_withdrawn', '=', 0);
  if (query.ids) select = select.where('a.id', 'in', [...query.ids]);
  if (query.since) select = select.where('a.published_at', '>=', toIso(query.since));
  if (query.until) select = select.where('a.published_at', '<', toIso(query.until));
  if (query.archivedSince) select = select.where('a.archived_at', '>=', toIso(query.archivedSince));
  if (query.archivedUntil) select = select.where('a.archived_at', '<', toIso(query.archivedUntil));
  if (query.language) select = select.where('a.language', '=', query.language);
  if (query.withoutSeed) select = select.where('a.is_seed', '=', 0);
  if (query.storyId !== undefined) {
    select = select.where(
      'a.id',
      'in',
      db.selectFrom('story_articles').select('article_id').where('story_id', '=', query.storyId),
    );
  }
  if (query.topics) {
    select = select.where(
      'a.id',
      'in',
      db
        .selectFrom('article_topics')
        .select('article_id')
        .where('topic', 'in', [...query.topics]),
    );
  }
  const rows = await select.limit(query.limit ?? 10_000).execute();
  return withTopics(db, rows);
}
