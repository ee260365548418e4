import type { ActorInText } from '../../actors/actor.ts';
import { type RoleField, roleFields } from '../../text/role-fields.ts';
import type { Database } from '../database.ts';

/** An actor of the archive under one of its names (folded), with the roles it has. */
export interface Bearer {
  readonly id: number;
  readonly name: string;
  readonly roles: readonly string[];
}

/** The actors under these names, with their roles. */
export async function withRoles(
  db: Database,
  rows: readonly { id: number; name: string }[],
): Promise<readonly Bearer[]> {
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

/** An article's actor's lines of work. */
export function fieldsOf(actor: ActorInText): ReadonlySet<RoleField> {
  return roleFields(actor.roles.filter(({ former }) => !former).map(({ role }) => role));
}

/** Whether two lines of work are known and have nothing in common. */
export function isApart(one: ReadonlySet<RoleField>, other: ReadonlySet<RoleField>): boolean {
  return one.size > 0 && other.size > 0 && one.isDisjointFrom(other);
}
