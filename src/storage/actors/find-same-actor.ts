import type { ActorInText } from '../../actors/actor.ts';
import { areSpellingsOfOneName, placeSpellings, surnameSpellings } from '../../text/name-spellings.ts';
import { roleFields } from '../../text/role-fields.ts';
import { isMisprint } from '../../text/similar-words.ts';
import type { Database } from '../database.ts';
import { foldName } from './actor-names.ts';
import {
  chooseActor,
  type FoundActor,
  fieldsOf,
  haveNothingInCommon,
  type NamedActor,
  withRoles,
} from './named-actor.ts';
import { sharedCompany } from './shared-company.ts';

/** The archive's actor for a name in an article: a state by its code, else by name, role and related actors. `company` lists the article's other actors. */
export async function findSameActor(
  db: Database,
  actor: ActorInText,
  company: readonly string[],
): Promise<FoundActor | undefined> {
  if (actor.country) {
    const state = await db.selectFrom('actors').select('id').where('country', '=', actor.country).executeTakeFirst();
    if (state) return { id: state.id, why: 'state' };
  }
  const candidates = await candidatesFor(db, actor);
  if (candidates.length > 0) return chooseActor(db, actor, candidates, company);
  if (actor.kind === 'place') return findPlaceSpelling(db, actor.name);
  return actor.kind === 'person' ? findOtherSpelling(db, actor, company) : undefined;
}

async function candidatesFor(db: Database, actor: ActorInText): Promise<readonly NamedActor[]> {
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

/** A person with a similar name: one letter off or an additional middle name, and with the same role or, for a middle name, shared related actors. */
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
