import type { Article } from '../../articles/article.ts';
import { toIso } from '../../runtime/clock.ts';
import type { Database } from '../database.ts';
import { withTopics } from './article-topics.ts';

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
