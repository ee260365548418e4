import { sql } from 'kysely';
import type { ActorInText } from '../actors/actor.ts';
import type { Article } from '../articles/article.ts';
import { countryName } from '../language/countries.ts';
import { toIso } from '../runtime/clock.ts';
import { foldName } from './actor-names.ts';
import type { Database } from './database.ts';
import { type FoundActor, findSameActor } from './find-same-actor.ts';

export interface QuoteInText {
  readonly words: string;
  readonly sentence: number;
  readonly speakerName?: string;
  readonly direct: boolean;
}

/** Links what an article says of its actors to the archive's, in place of what an earlier revision said. */
export async function linkActors(
  db: Database,
  article: Article,
  actors: readonly ActorInText[],
  quotes: readonly QuoteInText[],
): Promise<void> {
  const before = await forget(db, article.id);
  const ids = new Map<string, number>();
  for (const actor of actors) ids.set(actor.name, await linkOne(db, article, actor, companyOf(actor, actors)));
  await insertQuotes(db, article, quotes, ids);
  await recount(db, [...before, ...ids.values()]);
}

/** Brings an actor's counts and times, and those of whom it is shown as, up to its mentions. */
export async function recount(db: Database, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = await db
    .selectFrom('actors')
    .select('merged_into')
    .where('id', 'in', [...new Set(ids)])
    .where('merged_into', 'is not', null)
    .execute();
  const all = [...new Set([...ids, ...rows.flatMap(({ merged_into }) => merged_into ?? [])])];
  const own = sql`from actor_mentions m where m.actor_id in (select a.id from actors a where a.id = actors.id or a.merged_into = actors.id)`;
  await sql`
    update actors set
      article_count = (select count(distinct m.article_id) ${own}),
      first_seen_at = coalesce((select min(m.published_at) ${own}), first_seen_at),
      last_seen_at = coalesce((select max(m.published_at) ${own}), last_seen_at)
    where id in (${sql.join(all)})`.execute(db);
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
  await addAliases(db, id, [actor.name, ...actor.aliases.filter((alias) => namesWholly(alias, actor))]);
  if (found && !['name', 'state', 'operator'].includes(found.why)) await keepReason(db, article, actor, id, found);
  await insertMentions(db, article, actor, id);
  return id;
}

/** What an operator decided of this name in this article. */
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
    linked_at: toIso(article.modifiedAt ?? article.publishedAt),
  };
  await db
    .insertInto('actor_links')
    .values({ article_id: article.id, folded: foldName(actor.name), ...row })
    .onConflict((conflict) => conflict.columns(['article_id', 'folded']).doUpdateSet(row))
    .execute();
}

async function insertMentions(db: Database, article: Article, actor: ActorInText, id: number): Promise<void> {
  const at = toIso(article.modifiedAt ?? article.publishedAt);
  if (actor.sentences.length > 0)
    await db
      .insertInto('actor_mentions')
      .values(actor.sentences.map((sentence) => ({ actor_id: id, article_id: article.id, sentence, published_at: at })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  if (actor.roles.length === 0) return;
  const of = { actor_id: id, article_id: article.id, revision: article.revision, published_at: at };
  await db
    .insertInto('actor_roles')
    .values(actor.roles.map(({ role, sentence, former }) => ({ ...of, role, sentence, is_former: former ? 1 : 0 })))
    .execute();
}

/** A bare surname names a person only within its article; it must not become a name in the archive. */
function namesWholly(alias: string, actor: ActorInText): boolean {
  return actor.kind !== 'person' || foldName(alias).includes(' ');
}

async function insertActor(db: Database, article: Article, actor: ActorInText): Promise<number> {
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

/** "America" and "US" are shown under the state's name; where data only spell it otherwise ("Türkiye") or qualify it, the article's name stays. */
function stateName(written: string, common: string): string {
  const isQualified = /[-&(]|\bSAR\b/.test(common);
  const isAlike = foldName(written).slice(0, 3) === foldName(common).slice(0, 3);
  return isQualified || isAlike ? written : common;
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

async function insertQuotes(
  db: Database,
  article: Article,
  quotes: readonly QuoteInText[],
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  if (quotes.length === 0) return;
  const of = {
    article_id: article.id,
    revision: article.revision,
    published_at: toIso(article.modifiedAt ?? article.publishedAt),
  };
  await db
    .insertInto('quotes')
    .values(
      quotes.map(({ words, sentence, speakerName, direct }) => ({
        ...of,
        actor_id: (speakerName === undefined ? undefined : ids.get(speakerName)) ?? null,
        sentence,
        words,
        is_direct: direct ? 1 : 0,
      })),
    )
    .execute();
}
