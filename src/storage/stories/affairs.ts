import type { ExpressionBuilder } from 'kysely';
import type { Article } from '../../articles/article.ts';
import { toIso } from '../../runtime/clock.ts';
import type { Database } from '../database.ts';
import type { Tables } from '../schema.ts';
import { openingRow, retitle } from './headed-by-article.ts';
import type { Story } from './stories.ts';

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
      const { id } = await db
        .insertInto('affairs')
        .values({ ...openingRow(article), story_count: 0 })
        .returning('id')
        .executeTakeFirstOrThrow();
      return id;
    },

    /** Puts a story into an affair, or tells it what its story has got, and gives it the headline of one of its articles. */
    async take(affairId: number, story: Story, titleArticleId: string | undefined): Promise<void> {
      if (story.affairId !== affairId) {
        await db.updateTable('stories').set({ affair_id: affairId }).where('id', '=', story.id).execute();
        await countInAffair(db, story.id, 1);
      }
      await stretch(db, affairId, { first: toIso(story.openedAt), last: toIso(story.updatedAt) });
      if (titleArticleId !== undefined) await retitle(db, 'affairs', { id: affairId, articleId: titleArticleId });
    },

    /** All stories of an affair go into another. It stays, empty: another process may not know yet. */
    async merge(fromId: number, intoId: number, titleArticleId: string | undefined): Promise<void> {
      await db.updateTable('stories').set({ affair_id: intoId }).where('affair_id', '=', fromId).execute();
      const from = await db.selectFrom('affairs').selectAll().where('id', '=', fromId).executeTakeFirstOrThrow();
      await db.updateTable('affairs').set({ story_count: 0 }).where('id', '=', fromId).execute();
      await db
        .updateTable('affairs')
        .set(({ eb }) => ({ story_count: eb('story_count', '+', from.story_count) }))
        .where('id', '=', intoId)
        .execute();
      await stretch(db, intoId, { first: from.opened_at, last: from.updated_at });
      if (titleArticleId !== undefined) await retitle(db, 'affairs', { id: intoId, articleId: titleArticleId });
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

/** Counts a story that came into its affair, or left it. Counting all of them anew would take the longer, the longer an affair goes on. */
export async function countInAffair(db: Database, storyId: number, change: 1 | -1): Promise<void> {
  await db
    .updateTable('affairs')
    .set(({ eb }) => ({ story_count: eb('story_count', '+', change) }))
    .where('id', '=', ({ selectFrom }) => selectFrom('stories').select('affair_id').where('id', '=', storyId))
    .execute();
}

/** An affair lasts from its first story's first article to its last one's last. */
async function stretch(
  db: Database,
  id: number,
  { first, last }: { readonly first: string; readonly last: string },
): Promise<void> {
  const extreme = (eb: ExpressionBuilder<Tables, 'affairs'>, name: 'opened_at' | 'updated_at', at: string) =>
    eb
      .case()
      .when(name, name === 'opened_at' ? '>' : '<', at)
      .then(at)
      .else(eb.ref(name))
      .end();
  await db
    .updateTable('affairs')
    .set((eb) => ({ opened_at: extreme(eb, 'opened_at', first), updated_at: extreme(eb, 'updated_at', last) }))
    .where('id', '=', id)
    .where(({ or, eb }) => or([eb('opened_at', '>', first), eb('updated_at', '<', last)]))
    .execute();
}
