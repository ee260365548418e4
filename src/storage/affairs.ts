import type { Article } from '../articles/article.ts';
import { toIso } from '../runtime/clock.ts';
import type { Database } from './database.ts';

/** A running affair: stories whose actors and terms persist over weeks. */
export interface Affair {
  readonly id: number;
  readonly language: string;
  /** A headline of one of its articles, the most central recent one. */
  readonly title: string;
  readonly titleArticleId: string;
  readonly openedAt: Temporal.Instant;
  readonly updatedAt: Temporal.Instant;
  readonly storyCount: number;
}

export type Affairs = ReturnType<typeof createAffairs>;

/** Which stories belong to one affair. One of a single story is only a beginning, and is not found. */
export function createAffairs(db: Database) {
  return {
    async open(article: Article): Promise<number> {
      const at = toIso(article.modifiedAt ?? article.publishedAt);
      const { id } = await db
        .insertInto('affairs')
        .values({
          language: article.language,
          title: article.headline,
          title_article_id: article.id,
          opened_at: at,
          updated_at: at,
          story_count: 0,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      return id;
    },

    /** Puts a story into an affair, counts it, and gives the affair the headline of one of its articles. */
    async take(affairId: number, storyId: number, titleArticleId: string | undefined): Promise<void> {
      await db.updateTable('stories').set({ affair_id: affairId }).where('id', '=', storyId).execute();
      const row = await db
        .selectFrom('stories')
        .select(({ fn }) => [
          fn.countAll<number>().as('count'),
          fn.min('opened_at').as('first'),
          fn.max('updated_at').as('last'),
        ])
        .where('affair_id', '=', affairId)
        .where('merged_into', 'is', null)
        .executeTakeFirstOrThrow();
      const title = titleArticleId === undefined ? undefined : await headlineOf(db, titleArticleId);
      await db
        .updateTable('affairs')
        .set({
          story_count: Number(row.count),
          opened_at: row.first,
          updated_at: row.last,
          ...(title === undefined ? {} : { title, title_article_id: titleArticleId }),
        })
        .where('id', '=', affairId)
        .execute();
    },

    async find(id: number): Promise<Affair | undefined> {
      const row = await db
        .selectFrom('affairs')
        .selectAll()
        .where('id', '=', id)
        .where('story_count', '>=', 2)
        .executeTakeFirst();
      return (
        row && {
          id: row.id,
          language: row.language,
          title: row.title,
          titleArticleId: row.title_article_id,
          openedAt: Temporal.Instant.from(row.opened_at),
          updatedAt: Temporal.Instant.from(row.updated_at),
          storyCount: row.story_count,
        }
      );
    },
  };
}

async function headlineOf(db: Database, articleId: string): Promise<string | undefined> {
  const row = await db.selectFrom('articles').select('headline').where('id', '=', articleId).executeTakeFirst();
  return row?.headline;
}
