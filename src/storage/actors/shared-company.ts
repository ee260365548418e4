import type { Database } from '../database.ts';

/** The related actors of a head of state say little and take long to read: the newest mentions are enough. */
const mentionsRead = 400;

/** For each of these actors, which of these persons and organizations appear in its articles; states are excluded, since they appear with everybody. */
export async function sharedCompany(
  db: Database,
  actorIds: readonly number[],
  names: readonly string[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  if (actorIds.length === 0 || names.length === 0) return new Map();
  const shared = new Map<number, readonly string[]>();
  for (const id of actorIds) {
    const articles = db
      .selectFrom('actor_mentions')
      .select('article_id')
      .where('actor_id', '=', id)
      .orderBy('published_at', 'desc')
      .limit(mentionsRead);
    const rows = await db
      .selectFrom('actor_mentions as m')
      .innerJoin('actor_aliases as l', 'l.actor_id', 'm.actor_id')
      .innerJoin('actors as a', 'a.id', 'm.actor_id')
      .select('a.name')
      .distinct()
      .where('m.article_id', 'in', articles)
      .where('l.folded', 'in', [...names])
      .where('a.kind', '<>', 'place')
      .where('a.id', '<>', id)
      .orderBy('a.name')
      .execute();
    shared.set(
      id,
      rows.map(({ name }) => name),
    );
  }
  return shared;
}
