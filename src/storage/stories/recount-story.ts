import type { Database } from '../database.ts';

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
