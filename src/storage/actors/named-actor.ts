import type { ActorInText } from '../../actors/actor.ts';
import { type RoleField, roleFields } from '../../text/role-fields.ts';
import type { Database } from '../database.ts';

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
