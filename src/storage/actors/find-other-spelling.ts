import type { ActorInText } from '../../actors/actor.ts';
import { areSpellingsOfOneName, surnameSpellings } from '../../text/name-spellings.ts';
import { roleFields } from '../../text/role-fields.ts';
import { isMisprint } from '../../text/similar-words.ts';
import type { Database } from '../database.ts';
import { foldName } from './actor-names.ts';
import type { FoundActor } from './found-actor.ts';
import { fieldsOf, haveNothingInCommon, type NamedActor, withRoles } from './named-actor.ts';
import { sharedCompany } from './shared-company.ts';

const fewestShared = 2;

/** A person with a similar name: one letter off or an additional middle name, and with the same role or, for a middle name, shared related actors. */
export async function findOtherSpelling(
  db: Database,
  actor: ActorInText,
  company: readonly string[],
): Promise<FoundActor | undefined> {
  const folded = foldName(actor.name);
  const last = folded.split(' ').at(-1) ?? '';
  const first = folded.split(' ')[0] ?? '';
  if (first === last) return undefined;
  const rows = await db
    .selectFrom('actor_words as w')
    .innerJoin('actors as a', 'a.id', 'w.actor_id')
    .innerJoin('actor_aliases as n', 'n.actor_id', 'a.id')
    .select(['a.id', 'n.folded as name'])
    .distinct()
    .where('w.word', 'in', [first, last, ...surnameSpellings(last)])
    .where('a.kind', '=', 'person')
    .execute();
  const near = rows.filter(
    ({ name }) => isMisprint(name, folded) || hasMiddleName(name, folded) || areSpellingsOfOneName(name, folded),
  );
  const role = new Set(actor.roles.map((each) => foldName(each.role)));
  const candidates = await withRoles(db, near);
  const sameRole = candidates.find(({ roles }) => roles.some((each) => role.has(foldName(each))));
  if (sameRole) return { id: sameRole.id, why: 'role', detail: `${sameRole.name}: ${[...role].join(', ')}` };
  const spelled = await findTransliterated(db, actor, candidates, company);
  if (spelled) return spelled;
  const longer = candidates.filter(({ name }) => hasMiddleName(name, folded));
  const shared = await sharedCompany(
    db,
    longer.map(({ id }) => id),
    company,
  );
  const [known] = longer.filter(({ id }) => (shared.get(id)?.length ?? 0) >= fewestShared);
  return known && { id: known.id, why: 'company', detail: `${known.name}: ${shared.get(known.id)?.join(', ')}` };
}

/** "Alexey Navalny" is Alexei Navalny if both have the same field of work, or share related actors without conflicting fields. */
async function findTransliterated(
  db: Database,
  actor: ActorInText,
  candidates: readonly NamedActor[],
  company: readonly string[],
): Promise<FoundActor | undefined> {
  const fields = fieldsOf(actor);
  const spelled = candidates.filter(
    ({ name, roles }) =>
      areSpellingsOfOneName(name, foldName(actor.name)) && !haveNothingInCommon(fields, roleFields(roles)),
  );
  const colleague = spelled.find(({ roles }) => !fields.isDisjointFrom(roleFields(roles)));
  if (colleague) return { id: colleague.id, why: 'spelling', detail: `${colleague.name}: ${[...fields].join(', ')}` };
  const shared = await sharedCompany(
    db,
    spelled.map(({ id }) => id),
    company,
  );
  const known = spelled.find(({ id }) => (shared.get(id)?.length ?? 0) > 0);
  return known && { id: known.id, why: 'spelling', detail: `${known.name}: ${shared.get(known.id)?.join(', ')}` };
}

/** "John Doe" and "John Henry Doe". */
function hasMiddleName(one: string, other: string): boolean {
  const [words, others] = [one.split(' '), other.split(' ')];
  if (words.length === others.length || words[0] !== others[0]) return false;
  return words.length > 1 && others.length > 1 && words.at(-1) === others.at(-1);
}
