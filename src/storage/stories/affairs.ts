import type { ExpressionBuilder } from 'kysely';
import type { Article } from '../../articles/article.ts';
import { toIso } from '../../runtime/clock.ts';
import type { Database } from '../database.ts';
import type { Tables } from '../tables.ts';
import type { Story } from './stories.ts';
import { type Headed, openingRow, retitle, toHeaded } from './story-rows.ts';

/** An affair: stories whose actors and terms persist over weeks. */
export interface Affair extends Headed {
  readonly storyCount: number;
}

export type Affairs = ReturnType<typeof createAffairs>;

/** Queries on affairs. An affair with a single story is not returned. */
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

    /** Adds a story to an affair, or updates the affair after a change of the story, and sets its title article. */
    async take(affairId: number, story: Story, titleArticleId: string | undefined): Promise<void> {
      if (story.affairId !== affairId) {
        await db.updateTable('stories').set({ affair_id: affairId }).where('id', '=', story.id).execute();
        await countInAffair(db, story.id, 1);
      }
      await stretch(db, affairId, { first: toIso(story.openedAt), last: toIso(story.updatedAt) });
      if (titleArticleId !== undefined) await retitle(db, 'affairs', { id: affairId, articleId: titleArticleId });
    },

    /** Moves all stories of an affair into another. The empty affair stays, since another process may not know yet. */
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
      return row && { ...toHeaded(row), storyCount: row.story_count };
    },
  };
}

/** Updates the count of an affair when a story joins or leaves it. Recounting would take longer the longer an affair lasts. */
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
