import type { Database } from '../database.ts';
import type { Stories } from './stories.ts';
import { storiesOfSameEvent } from './story-facts.ts';
import type { StoryLinks } from './story-links.ts';
import type { StoryMoves } from './story-moves.ts';

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
