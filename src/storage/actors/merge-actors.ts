import { sql } from 'kysely';
import { UserError } from '../../user-error.ts';
import type { Database } from '../database.ts';
import { chunksOf } from '../rows.ts';
import { foldName } from './actor-names.ts';

/** A merge of an actor into another, by whom and when. */
export interface ActorMerge {
  readonly actorId: number;
  readonly name: string;
  readonly intoId: number;
  readonly why: string;
  readonly detail?: string;
  readonly mergedAt: string;
}

/** A link from a name in an article to an actor, with its reason. */
export interface ActorLink {
  readonly articleId: string;
  readonly name: string;
  readonly why: string;
  readonly detail?: string;
}

/** Merges an actor into another, also for later articles; every row stays in place, so that it can be undone. */
export async function mergeActors(
  db: Database,
  { from, into, detail, at }: { from: number; into: number; detail?: string; at: string },
): Promise<void> {
  await db
    .insertInto('actor_merges')
    .values({ actor_id: from, into_id: into, why: 'operator', detail: detail ?? null, merged_at: at })
    .execute();
  await settle(db, [from, into]);
}

/** Undoes the merge of an actor into another. */
export async function undoMerge(db: Database, actorId: number): Promise<void> {
  const merge = await db
    .selectFrom('actor_merges')
    .select('into_id')
    .where('actor_id', '=', actorId)
    .executeTakeFirst();
  if (!merge) throw new UserError(`Actor ${actorId} was never merged. kurzwelle actors show tells what was.`);
  await db.deleteFrom('actor_merges').where('actor_id', '=', actorId).execute();
  await settle(db, [actorId, merge.into_id]);
}

/** Splits off a second actor of the same name with the mentions in some articles; returns its id. */
export async function splitByArticles(
  db: Database,
  actorId: number,
  { articleIds, at }: { articleIds: readonly string[]; at: string },
): Promise<number> {
  const actor = await db.selectFrom('actors').selectAll().where('id', '=', actorId).executeTakeFirstOrThrow();
  const { id: _, ...row } = actor;
  const { id } = await db
    .insertInto('actors')
    .values({ ...row, country: null, merged_into: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  const folded = foldName(actor.name);
  await db.insertInto('actor_aliases').values({ actor_id: id, alias: actor.name, folded }).execute();
  const words = [...new Set(folded.split(' '))];
  await db
    .insertInto('actor_words')
    .values(words.map((word) => ({ actor_id: id, word })))
    .execute();
  for (const table of ['actor_mentions', 'actor_roles', 'quotes'] as const)
    await db
      .updateTable(table)
      .set({ actor_id: id })
      .where('actor_id', '=', actorId)
      .where('article_id', 'in', [...articleIds])
      .execute();
  const decided = { actor_id: id, why: 'operator', detail: `split from ${actorId}`, linked_at: at };
  await db
    .insertInto('actor_links')
    .values(articleIds.map((article_id) => ({ article_id, folded, ...decided })))
    .onConflict((conflict) => conflict.columns(['article_id', 'folded']).doUpdateSet(decided))
    .execute();
  await recountActors(db, [actorId, id]);
  return id;
}

/** The merges that an actor is part of, oldest first. */
export async function mergesOf(db: Database, members: readonly number[]): Promise<readonly ActorMerge[]> {
  const rows = await db
    .selectFrom('actor_merges as g')
    .innerJoin('actors as a', 'a.id', 'g.actor_id')
    .selectAll('g')
    .select('a.name')
    .where('g.actor_id', 'in', [...members])
    .orderBy('g.merged_at')
    .execute();
  return rows.map(({ actor_id, name, into_id, why, detail, merged_at }) => ({
    actorId: actor_id,
    name,
    intoId: into_id,
    why,
    ...(detail === null ? {} : { detail }),
    mergedAt: merged_at,
  }));
}

/** Links to an actor for reasons other than its exact name, newest first. */
export async function linksOf(db: Database, members: readonly number[], limit: number): Promise<readonly ActorLink[]> {
  const rows = await db
    .selectFrom('actor_links')
    .selectAll()
    .where('actor_id', 'in', [...members])
    .orderBy('linked_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ article_id, folded, why, detail }) => ({
    articleId: article_id,
    name: folded,
    why,
    ...(detail === null ? {} : { detail }),
  }));
}

/** Recomputes the merges and counts of all actors connected with these. */
async function settle(db: Database, ids: readonly number[]): Promise<void> {
  const merges = await db.selectFrom('actor_merges').select(['actor_id', 'into_id']).execute();
  const next = new Map(merges.map(({ actor_id, into_id }) => [actor_id, into_id]));
  const rootOf = (id: number): number => {
    const into = next.get(id);
    return into === undefined ? id : rootOf(into);
  };
  const touched = new Set([...ids, ...merges.flatMap(({ actor_id, into_id }) => [actor_id, into_id])]);
  for (const id of touched) {
    const root = rootOf(id);
    await db
      .updateTable('actors')
      .set({ merged_into: root === id ? null : root })
      .where('id', '=', id)
      .execute();
  }
  await recountActors(db, [...touched]);
}

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
