import type { Database } from '../database.ts';

/** A head of state's company says little and takes long to read: the newest mentions will do. */
const mentionsRead = 400;

/** For each of these actors, which persons and organizations of these names were named in articles that name it; states are everybody's company. */
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
