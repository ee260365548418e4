import type { ActorInText } from '../../actors/actor.ts';
import { roleFields } from '../../text/role-fields.ts';
import type { Database } from '../database.ts';
import { type Bearer, fieldsOf, isApart } from './bearer.ts';
import type { FoundActor } from './found-actor.ts';
import { sharedCompany } from './shared-company.ts';

/**
 * Of the bearers of a name the one meant: not one whose line of work is another, unless they keep the same company; of several the one
 * with the same office, else with the same company, else the best known.
 */
export async function chooseBearer(
  db: Database,
  actor: ActorInText,
  bearers: readonly Bearer[],
  company: readonly string[],
): Promise<FoundActor> {
  const [only] = bearers;
  const fields = fieldsOf(actor);
  const isOther = ({ roles }: Bearer) => isApart(fields, roleFields(roles));
  if (only && bearers.length === 1 && !isOther(only)) return { id: only.id, why: 'name' };
  const shared = await sharedCompany(
    db,
    bearers.map(({ id }) => id),
    company,
  );
  const fitting = bearers.filter((bearer) => !isOther(bearer) || (shared.get(bearer.id)?.length ?? 0) > 0);
  const sameField = fitting.find(({ roles }) => !fields.isDisjointFrom(roleFields(roles)));
  if (sameField) return { id: sameField.id, why: 'role', detail: [...fields].join(', ') };
  const [closest] = fitting.toSorted((a, b) => (shared.get(b.id)?.length ?? 0) - (shared.get(a.id)?.length ?? 0));
  if (!closest) return { why: 'another bearer', detail: actor.roles.map(({ role }) => role).join(', ') };
  const names = shared.get(closest.id) ?? [];
  return names.length > 0
    ? { id: closest.id, why: 'company', detail: names.join(', ') }
    : { id: closest.id, why: 'name' };
}
