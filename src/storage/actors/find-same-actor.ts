import type { ActorInText } from '../../actors/actor.ts';
import { placeSpellings } from '../../text/name-spellings.ts';
import type { Database } from '../database.ts';
import { foldName } from './actor-names.ts';
import { chooseActor } from './choose-actor.ts';
import { findOtherSpelling } from './find-other-spelling.ts';
import type { FoundActor } from './found-actor.ts';
import { type NamedActor, withRoles } from './named-actor.ts';

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
