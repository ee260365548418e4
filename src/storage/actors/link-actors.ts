import type { ActorInText } from '../../actors/actor.ts';
import type { Article } from '../../articles/article.ts';
import { forEachYielding } from '../../runtime/yield-to-event-loop.ts';
import { countryName } from '../../text/countries.ts';
import { revisedAtIso } from '../articles/article-document.ts';
import type { Database } from '../database.ts';
import { chunksOf } from '../rows.ts';
import { foldName } from './actor-names.ts';
import { findSameActor } from './find-same-actor.ts';
import { recountActors } from './merge-actors.ts';
import type { FoundActor } from './named-actor.ts';

/** Links the actors of an article to those of the archive, and replaces the links of an earlier revision. */
export async function linkActors(
  db: Database,
  article: Article,
  actors: readonly ActorInText[],
  quotes: readonly QuoteInText[],
): Promise<void> {
  const before = await forget(db, article.id);
  const ids = new Map<string, number>();
  await forEachYielding(actors, async (actor) => {
    ids.set(actor.name, await linkOne(db, article, actor, companyOf(actor, actors)));
  });
  await insertQuotes(db, article, quotes, ids);
  await recountActors(db, [...before, ...ids.values()]);
}

async function forget(db: Database, articleId: string): Promise<number[]> {
  const rows = await db
    .selectFrom('actor_mentions')
    .select('actor_id')
    .distinct()
    .where('article_id', '=', articleId)
    .execute();
  for (const table of ['actor_mentions', 'actor_roles', 'quotes'] as const)
    await db.deleteFrom(table).where('article_id', '=', articleId).execute();
  await db.deleteFrom('actor_links').where('article_id', '=', articleId).where('why', '<>', 'operator').execute();
  return rows.map(({ actor_id }) => actor_id);
}

function companyOf(actor: ActorInText, actors: readonly ActorInText[]): readonly string[] {
  return actors.filter((other) => other !== actor && other.kind !== 'place').map(({ name }) => foldName(name));
}

async function linkOne(
  db: Database,
  article: Article,
  actor: ActorInText,
  company: readonly string[],
): Promise<number> {
  const found = (await findDecided(db, article, actor)) ?? (await findSameActor(db, actor, company));
  const id = found?.id ?? (await insertActor(db, article, actor));
  await addNames(db, id, actor);
  if (found && !['name', 'state', 'operator'].includes(found.why)) await keepReason(db, article, actor, id, found);
  await insertMentions(db, article, actor, id);
  return id;
}

/** An operator's decision on this name in this article. */
async function findDecided(db: Database, article: Article, actor: ActorInText): Promise<FoundActor | undefined> {
  const row = await db
    .selectFrom('actor_links')
    .select('actor_id')
    .where('article_id', '=', article.id)
    .where('folded', '=', foldName(actor.name))
    .where('why', '=', 'operator')
    .executeTakeFirst();
  return row && { id: row.actor_id, why: 'operator' };
}

async function keepReason(
  db: Database,
  article: Article,
  actor: ActorInText,
  id: number,
  { why, detail }: FoundActor,
): Promise<void> {
  const row = {
    actor_id: id,
    why,
    detail: detail ?? null,
    linked_at: revisedAtIso(article),
  };
  await db
    .insertInto('actor_links')
    .values({ article_id: article.id, folded: foldName(actor.name), ...row })
    .onConflict((conflict) => conflict.columns(['article_id', 'folded']).doUpdateSet(row))
    .execute();
}

/** Inserts a new actor, without names and mentions yet; returns its id. */
async function insertActor(db: Database, article: Article, actor: ActorInText): Promise<number> {
  const at = revisedAtIso(article);
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
async function addNames(db: Database, actorId: number, actor: ActorInText): Promise<void> {
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

/** A quotation of an article; without a speaker if it is not one of the article's actors. */
export interface QuoteInText {
  readonly words: string;
  readonly sentence: number;
  readonly speakerName?: string;
  readonly direct: boolean;
}

/** Stores the mentions and roles of an actor in an article. */
async function insertMentions(db: Database, article: Article, actor: ActorInText, id: number): Promise<void> {
  const at = revisedAtIso(article);
  for (const sentences of chunksOf(actor.sentences))
    await db
      .insertInto('actor_mentions')
      .values(sentences.map((sentence) => ({ actor_id: id, article_id: article.id, sentence, published_at: at })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  const of = { actor_id: id, article_id: article.id, revision: article.revision, published_at: at };
  for (const roles of chunksOf(actor.roles))
    await db
      .insertInto('actor_roles')
      .values(roles.map(({ role, sentence, former }) => ({ ...of, role, sentence, is_former: former ? 1 : 0 })))
      .execute();
}

/** Stores the quotations of an article; `ids` maps its actors' names to ids. */
async function insertQuotes(
  db: Database,
  article: Article,
  quotes: readonly QuoteInText[],
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  const of = {
    article_id: article.id,
    revision: article.revision,
    published_at: revisedAtIso(article),
  };
  for (const some of chunksOf(quotes))
    await db
      .insertInto('quotes')
      .values(
        some.map(({ words, sentence, speakerName, direct }) => ({
          ...of,
          actor_id: (speakerName === undefined ? undefined : ids.get(speakerName)) ?? null,
          sentence,
          words,
          is_direct: direct ? 1 : 0,
        })),
      )
      .execute();
}
