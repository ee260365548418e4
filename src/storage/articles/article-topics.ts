import type { Article } from '../../articles/article.ts';
import type { Database } from '../database.ts';
import { fromDocument } from './article-document.ts';

/** Adds topics to those of an article. */
export async function addTopics(db: Database, articleId: string, topics: readonly string[]): Promise<void> {
  if (topics.length === 0) return;
  await db
    .insertInto('article_topics')
    .values(topics.map((topic) => ({ article_id: articleId, topic })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** In alphabetical order. */
export async function topicsOf(db: Database, articleId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('article_topics')
    .select('topic')
    .where('article_id', '=', articleId)
    .orderBy('topic')
    .execute();
  return rows.map(({ topic }) => topic);
}

/** Articles from their documents, each with its topics. */
export async function withTopics(
  db: Database,
  rows: readonly { id: string; document: string }[],
): Promise<readonly Article[]> {
  if (rows.length === 0) return [];
  const topics = await db
    .selectFrom('article_topics')
    .selectAll()
    .where(
      'article_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('topic')
    .execute();
  const byArticle = Map.groupBy(topics, ({ article_id }) => article_id);
  return rows.map(({ id, document }) =>
    fromDocument(
      document,
      (byArticle.get(id) ?? []).map(({ topic }) => topic),
    ),
  );
}
