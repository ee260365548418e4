import { sql } from 'kysely';
import type { ActorInText } from '../../actors/actor.ts';
import type {
  ActorProfile,
  ActorQuote,
  ActorRelation,
  ActorRole,
  Finding,
  RoleInArticle,
} from '../../answers/archive.ts';
import type { Article } from '../../articles/article.ts';
import type { Database } from '../database.ts';
import { completeIds, findIdsByName, findSimilarIds } from './actor-names.ts';
import { membersOf, readProfiles, readProfilesInOrder, rootsOf } from './actor-profiles.ts';
import { countActors, relationsOf, storyCounts } from './actor-relations.ts';
import { linkActors, type QuoteInText } from './link-actors.ts';
import {
  type ActorLink,
  type ActorMerge,
  linksOf,
  mergeActors,
  mergesOf,
  splitByArticles,
  undoMerge,
} from './merge-actors.ts';

export type Actors = ReturnType<typeof createActors>;

/** Queries on actors: their names, and where articles mention, describe and quote them. */
export function createActors(db: Database) {
  return {
    /** Links the actors of an article to those of the archive, and replaces the links of an earlier revision. */
    link: (article: Article, actors: readonly ActorInText[], quotes: readonly QuoteInText[]) =>
      linkActors(db, article, actors, quotes),

    findByName: async (name: string): Promise<readonly ActorProfile[]> =>
      readProfiles(db, await findIdsByName(db, name)),

    /** Actors with a similarly spelled name, nearest first. */
    async similar(name: string, limit: number): Promise<readonly ActorProfile[]> {
      return readProfilesInOrder(db, (await findSimilarIds(db, name)).slice(0, limit));
    },

    async complete(prefix: string, limit: number): Promise<readonly ActorProfile[]> {
      return readProfilesInOrder(db, await completeIds(db, prefix, limit));
    },

    /** The actor with this id, or the one it is shown as. */
    async find(id: number): Promise<ActorProfile | undefined> {
      const [profile] = await readProfiles(db, [id]);
      return profile;
    },

    async get(id: number): Promise<ActorProfile> {
      const profile = await this.find(id);
      if (!profile) throw new Error(`No actor ${id} in the archive`);
      return profile;
    },

    async mentions(actorId: number, limit: number): Promise<readonly Finding[]> {
      const rows = await db
        .selectFrom('actor_mentions as m')
        .innerJoin('articles as a', 'a.id', 'm.article_id')
        .select(['m.article_id', 'a.revision', 'm.sentence', 'm.published_at'])
        .where('m.actor_id', 'in', [...(await membersOf(db, actorId))])
        .orderBy('m.published_at', 'desc')
        .orderBy('m.article_id')
        .orderBy('m.sentence')
        .limit(limit)
        .execute();
      return rows.map(toFinding);
    },

    /** The number of sentences that name the actor, by day (UTC); oldest first. */
    async mentionDays(actorId: number): Promise<readonly { day: string; mentions: number }[]> {
      const day = sql<string>`substr(published_at, 1, 10)`;
      const rows = await db
        .selectFrom('actor_mentions')
        .select(({ fn }) => [day.as('day'), fn.countAll<number>().as('mentions')])
        .where('actor_id', 'in', [...(await membersOf(db, actorId))])
        .groupBy(day)
        .orderBy(day)
        .execute();
      return rows.map(({ day: one, mentions }) => ({ day: one, mentions: Number(mentions) }));
    },

    async roles(actorId: number): Promise<readonly ActorRole[]> {
      const rows = await db
        .selectFrom('actor_roles')
        .selectAll()
        .where('actor_id', 'in', [...(await membersOf(db, actorId))])
        .orderBy('published_at', 'desc')
        .orderBy('sentence')
        .limit(200)
        .execute();
      return rows.map((row) => ({ ...toFinding(row), role: row.role, former: row.is_former === 1 }));
    },

    /** The roles that these articles ascribe to anybody, newest first. */
    async rolesIn(articleIds: readonly string[]): Promise<readonly RoleInArticle[]> {
      if (articleIds.length === 0) return [];
      const rows = await db
        .selectFrom('actor_roles')
        .selectAll()
        .where('article_id', 'in', [...articleIds])
        .orderBy('published_at', 'desc')
        .orderBy('sentence')
        .execute();
      const roots = await rootsOf(db, [...new Set(rows.map(({ actor_id }) => actor_id))]);
      const actors = await readProfiles(db, [...new Set(roots.values())]);
      const byId = new Map(actors.map((actor) => [actor.id, actor]));
      return rows.flatMap((row) => {
        const actor = byId.get(roots.get(row.actor_id) ?? row.actor_id);
        return actor ? [{ ...toFinding(row), role: row.role, former: row.is_former === 1, actor }] : [];
      });
    },

    async quotes(actorId: number, limit: number): Promise<readonly ActorQuote[]> {
      const rows = await db
        .selectFrom('quotes')
        .selectAll()
        .where('actor_id', 'in', [...(await membersOf(db, actorId))])
        .orderBy('published_at', 'desc')
        .orderBy('sentence')
        .limit(limit)
        .execute();
      return rows.map((row) => ({ ...toFinding(row), words: row.words, direct: row.is_direct === 1 }));
    },

    relations: (actorId: number, limit: number): Promise<readonly ActorRelation[]> => relationsOf(db, actorId, limit),

    inArticles: (articleIds: readonly string[], limit: number) => countActors(db, articleIds, limit),

    storyIds: (actorId: number, limit: number) => storyCounts(db, actorId, limit),

    /** Merges one actor into another until it is undone. */
    merge: (request: { from: number; into: number; detail?: string; at: string }) => mergeActors(db, request),
    undoMerge: (actorId: number) => undoMerge(db, actorId),
    split: (actorId: number, request: { articleIds: readonly string[]; at: string }) =>
      splitByArticles(db, actorId, request),

    /** Explains why the archive treats these names as one actor. */
    async explain(
      actorId: number,
    ): Promise<{ readonly merges: readonly ActorMerge[]; readonly links: readonly ActorLink[] }> {
      const members = await membersOf(db, (await rootsOf(db, [actorId])).get(actorId) ?? actorId);
      return { merges: await mergesOf(db, members), links: await linksOf(db, members, 50) };
    },
  };
}

function toFinding(row: { article_id: string; revision: number; sentence: number; published_at: string }): Finding {
  return {
    articleId: row.article_id,
    revision: row.revision,
    sentence: row.sentence,
    publishedAt: Temporal.Instant.from(row.published_at),
  };
}
