import type { ActorInText } from '../actors/actor.ts';
import { isMisprint } from '../language/edit-distance.ts';
import { areSpellingsOfOneName, placeSpellings, surnameSpellings } from '../language/name-spellings.ts';
import { type RoleField, roleFields } from '../language/role-fields.ts';
import { foldName } from './actor-names.ts';
import type { Database } from './database.ts';
import { sharedCompany } from './shared-company.ts';

/** Why a name of an article is an actor's: told beside the link where it is not simply the actor's name. */
export type LinkReason = 'name' | 'state' | 'role' | 'company' | 'spelling' | 'operator';

/** The actor that a name of an article means; `id` is missing where it is a bearer the archive does not know yet. */
export interface FoundActor {
  readonly id?: number;
  readonly why: LinkReason | 'another bearer';
  readonly detail?: string;
}

interface Bearer {
  readonly id: number;
  readonly name: string;
  readonly roles: readonly string[];
}

/** The archive's actor for a name of an article: a state by its code, else by name, role and company. `company` is who else it names. */
export async function findSameActor(
  db: Database,
  actor: ActorInText,
  company: readonly string[],
): Promise<FoundActor | undefined> {
  if (actor.country) {
    const state = await db.selectFrom('actors').select('id').where('country', '=', actor.country).executeTakeFirst();
    if (state) return { id: state.id, why: 'state' };
  }
  const bearers = await bearersOf(db, actor);
  if (bearers.length > 0) return chooseBearer(db, actor, bearers, company);
  if (actor.kind === 'place') return findPlaceSpelling(db, actor.name);
  return actor.kind === 'person' ? findOtherSpelling(db, actor, company) : undefined;
}

async function bearersOf(db: Database, actor: ActorInText): Promise<readonly Bearer[]> {
  const rows = await db
    .selectFrom('actor_aliases')
    .innerJoin('actors', 'actors.id', 'actor_aliases.actor_id')
    .select(['actors.id', 'folded as name'])
    .where('folded', '=', foldName(actor.name))
    .where('kind', '=', actor.kind)
    .where('country', 'is', null)
    .orderBy('article_count', 'desc')
    .orderBy('actors.id')
    .execute();
  return actor.kind === 'person' ? withRoles(db, rows) : rows.map((row) => ({ ...row, roles: [] }));
}

async function withRoles(db: Database, rows: readonly { id: number; name: string }[]): Promise<readonly Bearer[]> {
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

/**
 * Of the bearers of a name the one meant: not one whose line of work is another, unless they keep the same company; of several the one
 * with the same office, else with the same company, else the best known.
 */
async function chooseBearer(
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

function fieldsOf(actor: ActorInText): ReadonlySet<RoleField> {
  return roleFields(actor.roles.filter(({ former }) => !former).map(({ role }) => role));
}

function isApart(one: ReadonlySet<RoleField>, other: ReadonlySet<RoleField>): boolean {
  return one.size > 0 && other.size > 0 && one.isDisjointFrom(other);
}

/** A person under almost the same name: one letter off or a middle name more, and in the same role or, for a middle name, company. */
async function findOtherSpelling(
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

/** "Alexey Navalny" is Alexei Navalny where both are in one line of work, or keep one company and not two lines of work. */
async function findTransliterated(
  db: Database,
  actor: ActorInText,
  candidates: readonly Bearer[],
  company: readonly string[],
): Promise<FoundActor | undefined> {
  const fields = fieldsOf(actor);
  const spelled = candidates.filter(
    ({ name, roles }) => areSpellingsOfOneName(name, foldName(actor.name)) && !isApart(fields, roleFields(roles)),
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

/** "Kiev" is Kyiv. */
async function findPlaceSpelling(db: Database, name: string): Promise<FoundActor | undefined> {
  const spellings = placeSpellings(name);
  if (spellings.length === 0) return undefined;
  const row = await db
    .selectFrom('actor_aliases as l')
    .innerJoin('actors as a', 'a.id', 'l.actor_id')
    .select(['a.id', 'l.folded'])
    .where('l.folded', 'in', [...spellings])
    .where('a.kind', '=', 'place')
    .orderBy('a.article_count', 'desc')
    .executeTakeFirst();
  return row && { id: row.id, why: 'spelling', detail: row.folded };
}

const fewestShared = 2;

/** "John Doe" and "John Henry Doe". */
function hasMiddleName(one: string, other: string): boolean {
  const [words, others] = [one.split(' '), other.split(' ')];
  if (words.length === others.length || words[0] !== others[0]) return false;
  return words.length > 1 && others.length > 1 && words.at(-1) === others.at(-1);
}
