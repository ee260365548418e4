import type { Database } from '../database.ts';
import { recountActors } from './merge-actors.ts';

/** Ids of the actors that an article names. */
export async function actorsOf(db: Database, id: string): Promise<readonly number[]> {
  const named = [
    ...(await db.selectFrom('actor_mentions').select('actor_id').where('article_id', '=', id).execute()),
    ...(await db.selectFrom('actor_roles').select('actor_id').where('article_id', '=', id).execute()),
    ...(await db.selectFrom('quotes').select('actor_id').where('article_id', '=', id).execute()),
    ...(await db.selectFrom('actor_links').select('actor_id').where('article_id', '=', id).execute()),
  ];
  return [...new Set(named.flatMap(({ actor_id }) => actor_id ?? []))];
}

/** Recounts actors; removes one that no article names any more, with all its names, unless others are merged into it. */
export async function recountOrRemove(db: Database, ids: readonly number[]): Promise<void> {
  await recountActors(db, ids);
  for (const id of ids) if (!(await isNeeded(db, id))) await removeActor(db, id);
}

async function isNeeded(db: Database, id: number): Promise<boolean> {
  const row = await db
    .selectFrom('actors as a')
    .select('a.id')
    .where('a.id', '=', id)
    .where(({ or, exists, selectFrom }) =>
      or([
        exists(selectFrom('actors as other').select('other.id').where('other.merged_into', '=', id)),
        exists(selectFrom('actor_merges as m').select('m.actor_id').where('m.into_id', '=', id)),
        exists(selectFrom('actor_mentions as n').select('n.actor_id').where('n.actor_id', '=', id)),
        exists(selectFrom('actor_roles as r').select('r.id').where('r.actor_id', '=', id)),
        exists(selectFrom('quotes as q').select('q.id').where('q.actor_id', '=', id)),
        exists(selectFrom('actor_links as l').select('l.actor_id').where('l.actor_id', '=', id)),
      ]),
    )
    .executeTakeFirst();
  return row !== undefined;
}

async function removeActor(db: Database, id: number): Promise<void> {
  for (const table of ['actor_merges', 'actor_words', 'actor_aliases'] as const)
    await db.deleteFrom(table).where('actor_id', '=', id).execute();
  await db.deleteFrom('actors').where('id', '=', id).execute();
}
