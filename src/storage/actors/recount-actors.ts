import { sql } from 'kysely';
import { chunksOf } from '../chunks.ts';
import type { Database } from '../database.ts';

/** Recomputes the counts and times of an actor, and of the one it is shown as, from its mentions. */
export async function recountActors(db: Database, ids: readonly number[]): Promise<void> {
  for (const some of chunksOf([...new Set(ids)])) await recountSome(db, some);
}

async function recountSome(db: Database, ids: readonly number[]): Promise<void> {
  const rows = await db
    .selectFrom('actors')
    .select('merged_into')
    .where('id', 'in', [...ids])
    .where('merged_into', 'is not', null)
    .execute();
  const all = [...new Set([...ids, ...rows.flatMap(({ merged_into }) => merged_into ?? [])])];
  const own = sql`from actor_mentions m where m.actor_id in (select a.id from actors a where a.id = actors.id or a.merged_into = actors.id)`;
  await sql`
    update actors set
      article_count = (select count(distinct m.article_id) ${own}),
      first_seen_at = coalesce((select min(m.published_at) ${own}), first_seen_at),
      last_seen_at = coalesce((select max(m.published_at) ${own}), last_seen_at)
    where id in (${sql.join(all)})`.execute(db);
}
