import { toIso } from '../../runtime/clock.ts';
import type { Database } from '../database.ts';
import type { Stories } from './stories.ts';
import { storiesOfSameEvent } from './story-facts.ts';
import type { StoryMoves } from './story-moves.ts';
import { currentStories } from './story-rows.ts';

export type StoryLinks = ReturnType<typeof createStoryLinks>;

/** Queries on links between stories of different languages on the same event. */
export function createStoryLinks(db: Database) {
  return {
    /** Links a story to one of another language; linking again updates the similarity. */
    async link(storyId: number, otherId: number, similarity: number, at: Temporal.Instant): Promise<void> {
      const [first, second] = storyId < otherId ? [storyId, otherId] : [otherId, storyId];
      await db
        .insertInto('story_links')
        .values({ story_id: first, other_id: second, similarity, linked_at: toIso(at) })
        .onConflict((conflict) => conflict.columns(['story_id', 'other_id']).doUpdateSet({ similarity }))
        .execute();
    },

    /** The representative of each story across languages: the oldest of those it is linked with. */
    async representatives(storyIds: readonly number[]): Promise<ReadonlyMap<number, number>> {
      const asked = new Set(storyIds);
      if (asked.size === 0) return new Map();
      const rows = await linksOf(db, asked);
      const now = await currentStories(
        db,
        rows.flatMap(({ story_id, other_id }) => [story_id, other_id]),
      );
      const representative = new Map([...asked].map((id) => [id, id]));
      for (const row of rows) {
        const [one = row.story_id, other = row.other_id] = [row.story_id, row.other_id].map((id) => now.get(id));
        if (asked.has(one) && asked.has(other)) unite(representative, one, other);
      }
      return representative;
    },
  };
}

/** Links of these stories, under whatever id they were made. */
async function linksOf(db: Database, storyIds: ReadonlySet<number>) {
  const ids = db
    .selectFrom('stories')
    .select('id')
    .where(({ or, eb }) => or([eb('id', 'in', [...storyIds]), eb('merged_into', 'in', [...storyIds])]));
  return db
    .selectFrom('story_links')
    .select(['story_id', 'other_id'])
    .where(({ or, eb }) => or([eb('story_id', 'in', ids), eb('other_id', 'in', ids)]))
    .execute();
}

function unite(representative: Map<number, number>, one: number, other: number): void {
  const [a = one, b = other] = [representative.get(one), representative.get(other)];
  const first = Math.min(a, b);
  for (const [id, is] of representative) if (is === a || is === b) representative.set(id, first);
}

export type RelatedStories = ReturnType<typeof createRelatedStories>;

/** Stories that belong together: those on one event, and those of one affair. */
export function createRelatedStories(
  db: Database,
  queries: {
    readonly stories: Pick<Stories, 'storiesOf'>;
    readonly storyMoves: Pick<StoryMoves, 'idsOf'>;
    readonly storyLinks: Pick<StoryLinks, 'representatives'>;
  },
) {
  return {
    /** The event of each article: its story, or if several languages are requested, the oldest story on the same event. */
    async eventsOf(articleIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
      const stories = await queries.stories.storiesOf(articleIds);
      const representatives = await queries.storyLinks.representatives([...new Set(stories.values())]);
      return new Map([...stories].map(([articleId, id]) => [articleId, representatives.get(id) ?? id]));
    },

    /**
     * The story ids under which each article is followed: every id its story has had, those of the story in other languages, and
     * those of all stories of its affair.
     */
    async followedAs(articleIds: readonly string[]): Promise<ReadonlyMap<string, ReadonlySet<number>>> {
      const stories = await queries.stories.storiesOf(articleIds);
      const current = [...new Set(stories.values())];
      const [ids, sameEvent, siblings] = await Promise.all([
        queries.storyMoves.idsOf(current),
        storiesOfSameEvent(db, current),
        siblingsOf(db, current),
      ]);
      return new Map(
        [...stories].map(([articleId, id]) => [
          articleId,
          new Set([...(ids.get(id) ?? [id]), ...(sameEvent.get(id) ?? []), ...(siblings.get(id) ?? [])]),
        ]),
      );
    },
  };
}

/** Somebody who follows a story wants its affair, not all news of a country or a war: in a wider affair only the story is followed. */
const mostStoriesFollowed = 40;

async function siblingsOf(db: Database, storyIds: readonly number[]): Promise<ReadonlyMap<number, readonly number[]>> {
  if (storyIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('stories as s')
    .innerJoin('affairs as f', 'f.id', 's.affair_id')
    .innerJoin('stories as o', 'o.affair_id', 'f.id')
    .select(['s.id', 'o.id as sibling'])
    .where('s.id', 'in', [...storyIds])
    .where('f.story_count', '<=', mostStoriesFollowed)
    .execute();
  const byStory = Map.groupBy(rows, ({ id }) => id);
  return new Map([...byStory].map(([id, list]) => [id, list.map(({ sibling }) => sibling)]));
}
