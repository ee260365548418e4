import type { ActorMentions } from '../../briefings/ranking/actor-centrality.ts';
import { chunksOf } from '../chunks.ts';
import type { Database } from '../database.ts';

export type StoryFacts = ReturnType<typeof createStoryFacts>;

/** Queries for ranking stories. */
export function createStoryFacts(db: Database) {
  return {
    /** When each article of these stories was published. */
    async publishedOf(storyIds: readonly number[]): Promise<ReadonlyMap<number, readonly Temporal.Instant[]>> {
      const rows = [];
      for (const ids of chunksOf(storyIds, 500)) {
        const query = db
          .selectFrom('story_articles as s')
          .innerJoin('articles as a', 'a.id', 's.article_id')
          .select(['s.story_id', 'a.published_at'])
          .where('s.story_id', 'in', ids);
        rows.push(...(await query.execute()));
      }
      const byStory = Map.groupBy(rows, ({ story_id }) => story_id);
      return new Map(
        [...byStory].map(([id, list]) => [id, list.map(({ published_at }) => Temporal.Instant.from(published_at))]),
      );
    },

    /** The ids of the stories merged into a story. */
    async formerIds(storyId: number): Promise<readonly number[]> {
      const rows = await db.selectFrom('stories').select('id').where('merged_into', '=', storyId).execute();
      return rows.map(({ id }) => id);
    },

    /** How often each of these articles names each actor. */
    async mentionsIn(articleIds: readonly string[]): Promise<readonly ActorMentions[]> {
      const rows = [];
      for (const ids of chunksOf(articleIds, 500)) {
        const query = db
          .selectFrom('actor_mentions as m')
          .innerJoin('actors as a', 'a.id', 'm.actor_id')
          .select(({ fn }) => ['m.article_id', 'm.actor_id', 'a.article_count', fn.countAll<number>().as('mentions')])
          .where('m.article_id', 'in', ids)
          .groupBy(['m.article_id', 'm.actor_id', 'a.article_count']);
        rows.push(...(await query.execute()));
      }
      return rows.map((row) => ({
        articleId: row.article_id,
        actorId: row.actor_id,
        mentions: Number(row.mentions),
        archiveArticles: row.article_count,
      }));
    },

    /** The article count of the most mentioned actor. */
    async mostArticlesOfOneActor(): Promise<number> {
      const { most } = await db
        .selectFrom('actors')
        .select(({ fn }) => fn.max('article_count').as('most'))
        .executeTakeFirstOrThrow();
      return Number(most ?? 0);
    },
  };
}
