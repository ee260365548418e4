import type { ActorInText } from '../../actors/actor.ts';
import type { Article } from '../../articles/article.ts';
import { toIso } from '../../runtime/clock.ts';
import type { Database } from '../database.ts';
import { foldName } from './actor-names.ts';
import { findSameActor } from './find-same-actor.ts';
import type { FoundActor } from './found-actor.ts';
import { addNames, insertActor } from './insert-actor.ts';
import { insertMentions, insertQuotes, type QuoteInText } from './insert-mentions.ts';
import { recountActors } from './recount-actors.ts';

/** Links the actors of an article to those of the archive, and replaces the links of an earlier revision. */
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
    linked_at: toIso(article.modifiedAt ?? article.publishedAt),
  };
  await db
    .insertInto('actor_links')
    .values({ article_id: article.id, folded: foldName(actor.name), ...row })
    .onConflict((conflict) => conflict.columns(['article_id', 'folded']).doUpdateSet(row))
    .execute();
}
