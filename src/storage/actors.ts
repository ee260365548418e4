import { type Expression, sql } from 'kysely';
import type { ActorInText, ActorKind } from '../actors/actor.ts';
import type { ActorProfile, ActorQuote, ActorRole, Finding } from '../answers/archive.ts';
import type { Article } from '../articles/article.ts';
import { editDistance, isMisprint } from '../language/edit-distance.ts';
import { fold, wordsOf } from '../language/terms.ts';
import { toIso } from '../runtime/clock.ts';
import type { Database } from './database.ts';

export interface QuoteInText {
  readonly words: string;
  readonly sentence: number;
  readonly speakerName?: string;
  readonly direct: boolean;
}

export type Actors = ReturnType<typeof createActors>;

/** Who is in the news: actors with their names, and where articles mention, describe and quote them. */
export function createActors(db: Database) {
  return {
    /** Links what an article says of its actors to the archive's, in place of what an earlier revision said. */
    async link(article: Article, actors: readonly ActorInText[], quotes: readonly QuoteInText[]): Promise<void> {
      const before = await forget(db, article.id);
      const ids = new Map<string, number>();
      for (const actor of actors) ids.set(actor.name, await linkOne(db, article, actor));
      await insertQuotes(db, article, quotes, ids);
      await recount(db, [...before, ...ids.values()]);
    },

    async findByName(name: string): Promise<readonly ActorProfile[]> {
      const folded = foldName(name);
      if (folded === '') return [];
      const exact = await profilesWhere(db, (ids) =>
        ids.selectFrom('actor_aliases').select('actor_id').where('folded', '=', folded),
      );
      if (exact.length > 0) return exact;
      const words = folded.split(' ');
      const rows = await db
        .selectFrom('actor_words')
        .select('actor_id')
        .where('word', 'in', words)
        .groupBy('actor_id')
        .having(({ fn }) => fn.count('word'), '=', new Set(words).size)
        .execute();
      return profiles(
        db,
        rows.map(({ actor_id }) => actor_id),
      );
    },

    /** All actors one of whose aliases is at most a letter in four away from the name; nearest first. */
    async similar(name: string, limit: number): Promise<readonly ActorProfile[]> {
      const folded = foldName(name);
      const words = folded.split(' ').filter((word) => word.length >= 3);
      if (words.length === 0) return [];
      const rows = await db
        .selectFrom('actor_words')
        .innerJoin('actor_aliases', 'actor_aliases.actor_id', 'actor_words.actor_id')
        .select(['actor_aliases.actor_id', 'actor_aliases.folded'])
        .distinct()
        .where((eb) => eb.or(words.map((word) => eb('actor_words.word', 'like', `${likePrefix(word.slice(0, 2))}%`))))
        .limit(2_000)
        .execute();
      const near = rows
        .map(({ actor_id, folded: alias }) => ({ actor_id, distance: editDistance(alias, folded) }))
        .filter(({ distance }) => distance <= Math.max(1, Math.floor(folded.length / 4)))
        .toSorted((a, b) => a.distance - b.distance);
      const ids = [...new Set(near.map(({ actor_id }) => actor_id))].slice(0, limit);
      const found = await profiles(db, ids);
      return ids.flatMap((id) => found.find((profile) => profile.id === id) ?? []);
    },

    async complete(prefix: string, limit: number): Promise<readonly ActorProfile[]> {
      const folded = foldName(prefix);
      const beginsSo = db
        .selectFrom('actor_aliases')
        .select('actor_id')
        .where('folded', 'like', `${likePrefix(folded)}%`);
      let select = db
        .selectFrom('actors')
        .select('id')
        .where('article_count', '>', 0)
        .orderBy((eb) => eb('id', 'in', beginsSo), 'desc')
        .orderBy('article_count', 'desc')
        .orderBy('id')
        .limit(limit);
      for (const word of folded.split(' ').filter(Boolean)) {
        select = select.where(
          'id',
          'in',
          db
            .selectFrom('actor_words')
            .select('actor_id')
            .where('word', 'like', `${likePrefix(word)}%`),
        );
      }
      const ids = (await select.execute()).map(({ id }) => id);
      const found = await profiles(db, ids);
      return ids.flatMap((id) => found.find((profile) => profile.id === id) ?? []);
    },

    async get(id: number): Promise<ActorProfile> {
      const [profile] = await profiles(db, [id]);
      if (!profile) throw new Error(`No actor ${id} in the archive`);
      return profile;
    },

    async mentions(actorId: number, limit: number): Promise<readonly Finding[]> {
      const rows = await db
        .selectFrom('actor_mentions as m')
        .innerJoin('articles as a', 'a.id', 'm.article_id')
        .select(['m.article_id', 'a.revision', 'm.sentence', 'a.published_at'])
        .where('m.actor_id', '=', actorId)
        .orderBy('m.published_at', 'desc')
        .orderBy('m.sentence')
        .limit(limit)
        .execute();
      return rows.map(toFinding);
    },

    async roles(actorId: number): Promise<readonly ActorRole[]> {
      const rows = await db
        .selectFrom('actor_roles')
        .selectAll()
        .where('actor_id', '=', actorId)
        .orderBy('published_at', 'desc')
        .orderBy('sentence')
        .limit(200)
        .execute();
      return rows.map((row) => ({ ...toFinding(row), role: row.role, former: row.is_former === 1 }));
    },

    async quotes(actorId: number, limit: number): Promise<readonly ActorQuote[]> {
      const rows = await db
        .selectFrom('quotes')
        .selectAll()
        .where('actor_id', '=', actorId)
        .orderBy('published_at', 'desc')
        .orderBy('sentence')
        .limit(limit)
        .execute();
      return rows.map((row) => ({ ...toFinding(row), words: row.words, direct: row.is_direct === 1 }));
    },

    async companions(actorId: number, limit: number): Promise<readonly { actor: ActorProfile; articles: number }[]> {
      const articleIds = db.selectFrom('actor_mentions').select('article_id').where('actor_id', '=', actorId);
      return counted(db, articleIds, limit, actorId);
    },

    async inArticles(
      articleIds: readonly string[],
      limit: number,
    ): Promise<readonly { actor: ActorProfile; articles: number }[]> {
      if (articleIds.length === 0) return [];
      return counted(
        db,
        db
          .selectFrom('articles')
          .select('id as article_id')
          .where('id', 'in', [...articleIds]),
        limit,
      );
    },

    async storyIds(actorId: number, limit: number): Promise<readonly { storyId: number; articles: number }[]> {
      const rows = await db
        .selectFrom('actor_mentions as m')
        .innerJoin('story_articles as s', 's.article_id', 'm.article_id')
        .select(({ fn }) => [
          's.story_id',
          fn.count('m.article_id').distinct().as('articles'),
          fn.max('s.published_at').as('newest'),
        ])
        .where('m.actor_id', '=', actorId)
        .groupBy('s.story_id')
        .orderBy('articles', 'desc')
        .orderBy('newest', 'desc')
        .limit(limit)
        .execute();
      return rows.map(({ story_id, articles }) => ({ storyId: story_id, articles: Number(articles) }));
    },

    /** What kind of actor the archive knows under exactly this name. */
    async kindOf(name: string): Promise<ActorKind | undefined> {
      const [profile] = await profilesWhere(db, (ids) =>
        ids.selectFrom('actor_aliases').select('actor_id').where('folded', '=', foldName(name)),
      );
      return profile?.kind;
    },
  };
}

/** Names compared: folded words, one blank between. */
function foldName(name: string): string {
  return wordsOf(fold(name), 'en')
    .map(({ text }) => text)
    .join(' ');
}

async function forget(db: Database, articleId: string): Promise<number[]> {
  const rows = await db
    .selectFrom('actor_mentions')
    .select('actor_id')
    .distinct()
    .where('article_id', '=', articleId)
    .execute();
  for (const table of ['actor_mentions', 'actor_roles', 'quotes'] as const) {
    await db.deleteFrom(table).where('article_id', '=', articleId).execute();
  }
  return rows.map(({ actor_id }) => actor_id);
}

async function linkOne(db: Database, article: Article, actor: ActorInText): Promise<number> {
  const id = (await findSame(db, actor)) ?? (await insertActor(db, article, actor));
  await addAliases(db, id, [actor.name, ...actor.aliases.filter((alias) => namesWholly(alias, actor))]);
  const at = toIso(article.modifiedAt ?? article.publishedAt);
  if (actor.sentences.length > 0) {
    await db
      .insertInto('actor_mentions')
      .values(actor.sentences.map((sentence) => ({ actor_id: id, article_id: article.id, sentence, published_at: at })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  if (actor.roles.length > 0) {
    await db
      .insertInto('actor_roles')
      .values(
        actor.roles.map(({ role, sentence, former }) => ({
          actor_id: id,
          article_id: article.id,
          revision: article.revision,
          sentence,
          role,
          is_former: former ? 1 : 0,
          published_at: at,
        })),
      )
      .execute();
  }
  return id;
}

/** A bare surname names a person only within its article; it must not become a name in the archive. */
function namesWholly(alias: string, actor: ActorInText): boolean {
  return actor.kind !== 'person' || foldName(alias).includes(' ');
}

/** The archive's actor of the same kind and name; a state is the same in every language by its country code. */
async function findSame(db: Database, actor: ActorInText): Promise<number | undefined> {
  if (actor.country) {
    const state = await db.selectFrom('actors').select('id').where('country', '=', actor.country).executeTakeFirst();
    if (state) return state.id;
  }
  const row = await db
    .selectFrom('actor_aliases')
    .innerJoin('actors', 'actors.id', 'actor_aliases.actor_id')
    .select('actors.id')
    .where('folded', '=', foldName(actor.name))
    .where('kind', '=', actor.kind)
    .where('country', 'is', null)
    .orderBy('article_count', 'desc')
    .executeTakeFirst();
  return row?.id ?? (actor.kind === 'person' ? findMisprinted(db, actor) : undefined);
}

/** A person of almost the same name in the same role: DW's own misprint, "Park Yin" for "Park Jin". */
async function findMisprinted(db: Database, actor: ActorInText): Promise<number | undefined> {
  const roles = new Set(actor.roles.map(({ role }) => foldName(role)));
  if (roles.size === 0) return undefined;
  const folded = foldName(actor.name);
  const candidates = await db
    .selectFrom('actor_words as w')
    .innerJoin('actors as a', 'a.id', 'w.actor_id')
    .innerJoin('actor_aliases as n', 'n.actor_id', 'a.id')
    .innerJoin('actor_roles as r', 'r.actor_id', 'a.id')
    .select(['a.id', 'n.folded', 'r.role'])
    .distinct()
    .where('w.word', 'in', folded.split(' '))
    .where('a.kind', '=', 'person')
    .execute();
  return candidates.find(({ folded: name, role }) => isMisprint(name, folded) && roles.has(foldName(role)))?.id;
}

async function insertActor(db: Database, article: Article, actor: ActorInText): Promise<number> {
  const at = toIso(article.modifiedAt ?? article.publishedAt);
  const { id } = await db
    .insertInto('actors')
    .values({
      kind: actor.kind,
      name: actor.name,
      country: actor.country ?? null,
      article_count: 0,
      first_seen_at: at,
      last_seen_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
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
  await db
    .insertInto('quotes')
    .values(
      quotes.map(({ words, sentence, speakerName, direct }) => ({
        actor_id: (speakerName === undefined ? undefined : ids.get(speakerName)) ?? null,
        article_id: article.id,
        revision: article.revision,
        sentence,
        words,
        is_direct: direct ? 1 : 0,
        published_at: toIso(article.modifiedAt ?? article.publishedAt),
      })),
    )
    .execute();
}

async function recount(db: Database, ids: readonly number[]): Promise<void> {
  const unique = [...new Set(ids)];
  if (unique.length === 0) return;
  await sql`
    update actors set
      article_count = (select count(distinct article_id) from actor_mentions m where m.actor_id = actors.id),
      first_seen_at = coalesce((select min(published_at) from actor_mentions m where m.actor_id = actors.id), first_seen_at),
      last_seen_at = coalesce((select max(published_at) from actor_mentions m where m.actor_id = actors.id), last_seen_at)
    where id in (${sql.join(unique)})`.execute(db);
}

type IdQuery = (ids: Database) => { execute(): Promise<{ actor_id: number }[]> };

async function profilesWhere(db: Database, query: IdQuery): Promise<readonly ActorProfile[]> {
  return profiles(
    db,
    (await query(db).execute()).map(({ actor_id }) => actor_id),
  );
}

/** Profiles, most written about first; actors that no article mentions any more are left out. */
async function profiles(db: Database, ids: readonly number[]): Promise<readonly ActorProfile[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('actors')
    .selectAll()
    .where('id', 'in', [...ids])
    .where('article_count', '>', 0)
    .orderBy('article_count', 'desc')
    .orderBy('id')
    .execute();
  const aliases = await db
    .selectFrom('actor_aliases')
    .selectAll()
    .where('actor_id', 'in', [...ids])
    .execute();
  const byActor = Map.groupBy(aliases, ({ actor_id }) => actor_id);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as ActorKind,
    name: row.name,
    aliases: (byActor.get(row.id) ?? []).map(({ alias }) => alias).filter((alias) => alias !== row.name),
    ...(row.country ? { country: row.country } : {}),
    articleCount: row.article_count,
    firstSeenAt: Temporal.Instant.from(row.first_seen_at),
    lastSeenAt: Temporal.Instant.from(row.last_seen_at),
  }));
}

async function counted(
  db: Database,
  articleIds: Expression<unknown>,
  limit: number,
  without?: number,
): Promise<readonly { actor: ActorProfile; articles: number }[]> {
  const rows = await sql<{ actor_id: number; articles: number }>`
    select actor_id, count(distinct article_id) as articles from actor_mentions
    where article_id in (${articleIds}) and actor_id <> ${without ?? -1}
    group by actor_id order by articles desc, count(*) desc, actor_id limit ${limit}`.execute(db);
  const found = new Map(
    (
      await profiles(
        db,
        rows.rows.map(({ actor_id }) => actor_id),
      )
    ).map((profile) => [profile.id, profile]),
  );
  return rows.rows.flatMap(({ actor_id, articles }) => {
    const actor = found.get(actor_id);
    return actor ? [{ actor, articles: Number(articles) }] : [];
  });
}

function toFinding(row: { article_id: string; revision: number; sentence: number; published_at: string }): Finding {
  return {
    articleId: row.article_id,
    revision: row.revision,
    sentence: row.sentence,
    publishedAt: Temporal.Instant.from(row.published_at),
  };
}

function likePrefix(word: string): string {
  return word.replace(/[%_\\]/g, '');
}
