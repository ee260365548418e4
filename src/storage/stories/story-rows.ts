import type { ExpressionBuilder } from 'kysely';
import type { Article } from '../../articles/article.ts';
import { revisedAtIso } from '../articles/article-document.ts';
import type { Database } from '../database.ts';
import type { Tables } from '../tables.ts';

/** What a story, and an affair, begins with: its first article's language, headline and time. */
export function openingRow(article: Article) {
  const at = revisedAtIso(article);
  return {
    language: article.language,
    title: article.headline,
    title_article_id: article.id,
    opened_at: at,
    updated_at: at,
  };
}

/** What a story and an affair have in common: a headline of one of their articles, and when their articles were published. */
export interface Headed {
  readonly id: number;
  readonly language: string;
  /** A headline of one of its articles, never invented. */
  readonly title: string;
  readonly titleArticleId: string;
  readonly openedAt: Temporal.Instant;
  readonly updatedAt: Temporal.Instant;
}

/** What a row of either has in common. */
export function toHeaded(
  row: { readonly id: number } & Readonly<Record<keyof ReturnType<typeof openingRow>, string>>,
): Headed {
  return {
    id: row.id,
    language: row.language,
    title: row.title,
    titleArticleId: row.title_article_id,
    openedAt: Temporal.Instant.from(row.opened_at),
    updatedAt: Temporal.Instant.from(row.updated_at),
  };
}

/** Gives a story or an affair the headline of this article of it, as it reads now. */
export async function retitle(
  db: Database,
  table: 'stories' | 'affairs',
  { id, articleId }: { readonly id: number; readonly articleId: string },
): Promise<void> {
  await db
    .updateTable(table)
    .from('articles')
    .set(({ ref }) => ({ title: ref('articles.headline'), title_article_id: articleId }))
    .where(`${table}.id`, '=', id)
    .where('articles.id', '=', articleId)
    .where(({ or, eb, ref }) =>
      or([eb('title_article_id', '<>', articleId), eb(`${table}.title`, '<>', ref('articles.headline'))]),
    )
    .execute();
}

/** The current story of each id: for a merged story, the one it was merged into. */
export async function currentStories(db: Database, ids: readonly number[]): Promise<ReadonlyMap<number, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('stories')
    .select(['id', 'merged_into'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, merged_into }) => [id, merged_into ?? id]));
}

/** Whether a story was not merged into another. With a plain `is null` SQLite would scan the index on merged stories. */
export function isCurrent({ eb, fn, val }: ExpressionBuilder<Tables, 'stories'>) {
  return eb(fn.coalesce('merged_into', val(0)), '=', 0);
}

/** Recomputes a story's count and times from its articles. */
export async function recount(db: Database, storyId: number): Promise<void> {
  await db
    .updateTable('stories')
    .from((from) =>
      from
        .selectFrom('story_articles')
        .select(({ fn }) => [
          fn.countAll<number>().as('count'),
          fn.min('published_at').as('first'),
          fn.max('published_at').as('last'),
        ])
        .where('story_id', '=', storyId)
        .as('now'),
    )
    .set(({ ref, fn }) => ({
      article_count: ref('now.count'),
      opened_at: fn.coalesce('now.first', 'stories.opened_at'),
      updated_at: fn.coalesce('now.last', 'stories.updated_at'),
    }))
    .where('stories.id', '=', storyId)
    .execute();
}
