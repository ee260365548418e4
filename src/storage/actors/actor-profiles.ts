import type { ActorKind } from '../../actors/actor.ts';
import type { ActorProfile } from '../../answers/archive.ts';
import type { Database } from '../database.ts';

/** Profiles of the actors that these ids are shown as, most mentioned first, without those that no article mentions any more. */
export async function readProfiles(db: Database, ids: readonly number[]): Promise<readonly ActorProfile[]> {
  if (ids.length === 0) return [];
  const roots = await rootsOf(db, ids);
  const rows = await db
    .selectFrom('actors')
    .selectAll()
    .where('id', 'in', [...new Set(roots.values())])
    .where('article_count', '>', 0)
    .orderBy('article_count', 'desc')
    .orderBy('id')
    .execute();
  const aliases = await aliasesOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as ActorKind,
    name: row.name,
    aliases: [...new Set(aliases.get(row.id))].filter((alias) => alias !== row.name),
    ...(row.country ? { country: row.country } : {}),
    articleCount: row.article_count,
    firstSeenAt: Temporal.Instant.from(row.first_seen_at),
    lastSeenAt: Temporal.Instant.from(row.last_seen_at),
  }));
}

/** The same, in the order of the ids. */
export async function readProfilesInOrder(db: Database, ids: readonly number[]): Promise<readonly ActorProfile[]> {
  if (ids.length === 0) return [];
  const roots = await rootsOf(db, ids);
  const byId = new Map((await readProfiles(db, ids)).map((profile) => [profile.id, profile]));
  return [...new Set(ids.map((id) => roots.get(id)))].flatMap((id) => byId.get(id ?? -1) ?? []);
}

/** The actor that each id is shown as, after merges. */
export async function rootsOf(db: Database, ids: readonly number[]): Promise<ReadonlyMap<number, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('actors')
    .select(['id', 'merged_into'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, merged_into }) => [id, merged_into ?? id]));
}

/** An actor and those merged into it, whose mentions, roles and quotes count as its own. */
export async function membersOf(db: Database, id: number): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('actors')
    .select('id')
    .where((eb) => eb.or([eb('id', '=', id), eb('merged_into', '=', id)]))
    .orderBy('id')
    .execute();
  return rows.length > 0 ? rows.map((row) => row.id) : [id];
}

async function aliasesOf(db: Database, ids: readonly number[]): Promise<ReadonlyMap<number, readonly string[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('actor_aliases as l')
    .innerJoin('actors as a', 'a.id', 'l.actor_id')
    .select(['a.id', 'a.merged_into', 'l.alias'])
    .where((eb) => eb.or([eb('a.id', 'in', [...ids]), eb('a.merged_into', 'in', [...ids])]))
    .execute();
  const aliases = new Map<number, string[]>();
  for (const { id, merged_into, alias } of rows) {
    const root = merged_into ?? id;
    const own = aliases.get(root);
    if (own) own.push(alias);
    else aliases.set(root, [alias]);
  }
  return aliases;
}
