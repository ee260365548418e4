import type { ActorInText } from '../../actors/actor.ts';
import { roleFields } from '../../text/role-fields.ts';
import type { Database } from '../database.ts';
import type { FoundActor } from './found-actor.ts';
import { fieldsOf, haveNothingInCommon, type NamedActor } from './named-actor.ts';
import { sharedCompany } from './shared-company.ts';

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
