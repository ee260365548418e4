import type { Database } from '../database.ts';

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
