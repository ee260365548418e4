import type { ActorMentions } from '../../briefings/ranking/actor-centrality.ts';
import type { Database } from '../database.ts';
import { chunksOf } from '../rows.ts';

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

    /** The affair of each of these stories. */
    async affairsOf(storyIds: readonly number[]): Promise<ReadonlyMap<number, number>> {
      const rows = [];
      for (const ids of chunksOf(storyIds, 500))
        rows.push(...(await db.selectFrom('stories').select(['id', 'affair_id']).where('id', 'in', ids).execute()));
      return new Map(rows.flatMap(({ id, affair_id }) => (affair_id === null ? [] : [[id, affair_id] as const])));
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

/**
 * The stories on the same event as each of these stories, itself included: the story it was merged into, and those linked to it in other
 * languages. What was delivered is looked up by article, so that it follows the articles when stories merge or split.
 */
export async function storiesOfSameEvent(
  db: Database,
  storyIds: readonly number[],
): Promise<ReadonlyMap<number, ReadonlySet<number>>> {
  const asked = [...new Set(storyIds)];
  if (asked.length === 0) return new Map();
  const rows = await db
    .selectFrom('stories as s')
    .leftJoin('story_links as l', (join) =>
      join.on(({ or, eb, ref }) => {
        const now = eb.fn.coalesce('s.merged_into', 's.id');
        return or([
          eb('l.story_id', '=', now),
          eb('l.other_id', '=', now),
          eb('l.story_id', '=', ref('s.id')),
          eb('l.other_id', '=', ref('s.id')),
        ]);
      }),
    )
    .select(['s.id', 's.merged_into', 'l.story_id', 'l.other_id'])
    .where('s.id', 'in', asked)
    .execute();
  const sameEvent = new Map(asked.map((id) => [id, new Set([id])]));
  for (const { id, merged_into, story_id, other_id } of rows)
    for (const one of [merged_into, story_id, other_id]) if (one !== null) sameEvent.get(id)?.add(one);
  return sameEvent;
}
