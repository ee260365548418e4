import type { ActorInText } from '../../actors/actor.ts';
import { type RoleField, roleFields } from '../../text/role-fields.ts';
import type { Database } from '../database.ts';
import { recountActors } from './merge-actors.ts';
import { sharedCompany } from './shared-company.ts';

/** Why a name in an article was linked to an actor; shown next to the link unless it is simply the actor's name. */
export type LinkReason = 'name' | 'state' | 'role' | 'company' | 'spelling' | 'operator';

/** The actor that a name in an article refers to; without `id` if it is new to the archive. */
export interface FoundActor {
  readonly id?: number;
  readonly why: LinkReason | 'another bearer';
  readonly detail?: string;
}

/** An actor of the archive under one of its names (folded), with its roles. */
export interface NamedActor {
  readonly id: number;
  readonly name: string;
  readonly roles: readonly string[];
}

/** The actors under these names, with their roles. */
export async function withRoles(
  db: Database,
  rows: readonly { id: number; name: string }[],
): Promise<readonly NamedActor[]> {
  if (rows.length === 0) return [];
  const roles = await db
    .selectFrom('actor_roles')
    .select(['actor_id', 'role'])
    .distinct()
    .where(
      'actor_id',
      'in',
      rows.map(({ id }) => id),
    )
    .where('is_former', '=', 0)
    .execute();
  const byActor = Map.groupBy(roles, ({ actor_id }) => actor_id);
  return rows.map((row) => ({ ...row, roles: (byActor.get(row.id) ?? []).map(({ role }) => role) }));
}

/** The fields of work in the roles of an article's actor. */
export function fieldsOf(actor: ActorInText): ReadonlySet<RoleField> {
  return roleFields(actor.roles.filter(({ former }) => !former).map(({ role }) => role));
}

/** Whether both fields of work are known and disjoint. */
export function haveNothingInCommon(one: ReadonlySet<RoleField>, other: ReadonlySet<RoleField>): boolean {
  return one.size > 0 && other.size > 0 && one.isDisjointFrom(other);
}

/**
 * Chooses among the actors with a name: none from a different field of work, unless they share related actors; of several the one with the
 * same office, else with shared related actors, else the most mentioned.
 */
export async function chooseActor(
  db: Database,
  actor: ActorInText,
  candidates: readonly NamedActor[],
  company: readonly string[],
): Promise<FoundActor> {
  const [only] = candidates;
  const fields = fieldsOf(actor);
  const isOther = ({ roles }: NamedActor) => haveNothingInCommon(fields, roleFields(roles));
  if (only && candidates.length === 1 && !isOther(only)) return { id: only.id, why: 'name' };
  const shared = await sharedCompany(
    db,
    candidates.map(({ id }) => id),
    company,
  );
  const fitting = candidates.filter((candidate) => !isOther(candidate) || (shared.get(candidate.id)?.length ?? 0) > 0);
  const sameField = fitting.find(({ roles }) => !fields.isDisjointFrom(roleFields(roles)));
  if (sameField) return { id: sameField.id, why: 'role', detail: [...fields].join(', ') };
  const [closest] = fitting.toSorted((a, b) => (shared.get(b.id)?.length ?? 0) - (shared.get(a.id)?.length ?? 0));
  if (!closest) return { why: 'another bearer', detail: actor.roles.map(({ role }) => role).join(', ') };
  const names = shared.get(closest.id) ?? [];
  return names.length > 0
    ? { id: closest.id, why: 'company', detail: names.join(', ') }
    : { id: closest.id, why: 'name' };
}

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
