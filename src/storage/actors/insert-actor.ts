import type { ActorInText } from '../../actors/actor.ts';
import type { Article } from '../../articles/article.ts';
import { toIso } from '../../runtime/clock.ts';
import { countryName } from '../../text/countries.ts';
import type { Database } from '../database.ts';
import { foldName } from './actor-names.ts';

/** Inserts a new actor, without names and mentions yet; returns its id. */
export async function insertActor(db: Database, article: Article, actor: ActorInText): Promise<number> {
  const at = toIso(article.modifiedAt ?? article.publishedAt);
  const { id } = await db
    .insertInto('actors')
    .values({
      kind: actor.kind,
      name: actor.country ? stateName(actor.name, countryName(actor.country, article.language)) : actor.name,
      country: actor.country ?? null,
      article_count: 0,
      first_seen_at: at,
      last_seen_at: at,
      merged_into: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Adds an article's names for an actor to its searchable names. */
export async function addNames(db: Database, actorId: number, actor: ActorInText): Promise<void> {
  await addAliases(db, actorId, [actor.name, ...actor.aliases.filter((alias) => namesWholly(alias, actor))]);
}

/** A bare surname identifies a person only within its article; it must not become a name in the archive. */
function namesWholly(alias: string, actor: ActorInText): boolean {
  return actor.kind !== 'person' || foldName(alias).includes(' ');
}

async function addAliases(db: Database, actorId: number, aliases: readonly string[]): Promise<void> {
  for (const alias of aliases) {
    const folded = foldName(alias);
    if (folded === '') continue;
    await db
      .insertInto('actor_aliases')
      .values({ actor_id: actorId, alias, folded })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await db
      .insertInto('actor_words')
      .values([...new Set(folded.split(' '))].map((word) => ({ actor_id: actorId, word })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** "America" and "US" are shown under the state's name; where data only spell it otherwise ("Türkiye") or qualify it, the article's name stays. */
function stateName(written: string, common: string): string {
  const isQualified = /[-&(]|\bSAR\b/.test(common);
  const isAlike = foldName(written).slice(0, 3) === foldName(common).slice(0, 3);
  return isQualified || isAlike ? written : common;
}
