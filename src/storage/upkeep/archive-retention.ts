import { type Kysely, sql } from 'kysely';
import type { RetentionStorage } from '../../deliveries/prune-ended.ts';
import { toIso } from '../../runtime/clock.ts';
import { actorsOf, recountOrRemove } from '../actors/named-actor.ts';
import { removeArticle } from '../articles/forget-article.ts';
import type { Database } from '../database.ts';
import { engineOf } from '../engine-of.ts';
import type { Tables } from '../tables.ts';

/** A position in a walk through the archive, oldest first. */
export interface ArchivePlace {
  readonly archivedAt: string;
  readonly number: number;
}

/** How many articles were removed, and where to continue. */
export interface RemovedArticles {
  readonly removed: number;
  /** Where the next step continues; undefined if nothing older is left. */
  readonly place: ArchivePlace | undefined;
}

export type ArchiveRetention = ReturnType<typeof createArchiveRetention>;

/** Removes old articles, a few at a time. */
export function createArchiveRetention(db: Database) {
  return {
    /** The current ids of the stories that subscriptions follow. */
    async followedStories(): Promise<ReadonlySet<number>> {
      const rows = await db
        .selectFrom('subscriptions')
        .select('interest')
        .where('interest', 'like', '%story:%')
        .distinct()
        .execute();
      const named = rows.flatMap(({ interest }) => [...interest.matchAll(/story:(\d+)/g)].map(([, id]) => Number(id)));
      if (named.length === 0) return new Set();
      const merged = await db.selectFrom('stories').select(['id', 'merged_into']).where('id', 'in', named).execute();
      return new Set([...named, ...merged.flatMap(({ merged_into }) => merged_into ?? [])]);
    },

    /**
     * Examines up to `limit` articles archived before then, and removes those whose story has no newer article and is not followed, and that
     * neither a kept briefing cites nor a feed lists. In one transaction, exclusive with archiving, since stories change.
     */
    removeArticles(
      before: Temporal.Instant,
      { after, limit, followed }: { after?: ArchivePlace | undefined; limit: number; followed: ReadonlySet<number> },
    ): Promise<RemovedArticles> {
      return db.transaction().execute(async (transaction) => {
        await engineOf(db).hold(transaction, 'archive');
        const seen = await oldest(transaction, toIso(before), after, limit);
        const needed = await neededOf(transaction, toIso(before), seen);
        const old = seen.filter(({ id, story_id }) => !needed.has(id) && !followed.has(story_id ?? -1));
        for (const article of old) await remove(transaction, article);
        const last = seen.at(-1);
        const isOver = last === undefined || seen.length < limit;
        return {
          removed: old.length,
          place: isOver ? undefined : { archivedAt: last.archived_at, number: last.number },
        };
      });
    },
  };
}

type Transaction = Kysely<Tables>;

async function oldest(db: Transaction, before: string, after: ArchivePlace | undefined, limit: number) {
  let select = db
    .selectFrom('articles as a')
    .leftJoin('story_articles as m', 'm.article_id', 'a.id')
    .leftJoin('stories as s', 's.id', 'm.story_id')
    .select(['a.id', 'a.number', 'a.archived_at', 'm.story_id', 's.updated_at'])
    .where('a.archived_at', '<', before)
    .orderBy('a.archived_at')
    .orderBy('a.number')
    .limit(limit);
  if (after) {
    select = select
      .where('a.archived_at', '>=', after.archivedAt)
      .where(({ or, eb }) => or([eb('a.archived_at', '>', after.archivedAt), eb('a.number', '>', after.number)]));
  }
  return select.execute();
}

/** Articles that may still be needed: their story continues, a briefing cites them, or a feed lists them. */
async function neededOf(
  db: Transaction,
  before: string,
  seen: readonly { readonly id: string; readonly updated_at: string | null }[],
): Promise<ReadonlySet<string>> {
  if (seen.length === 0) return new Set();
  const ids = seen.map(({ id }) => id);
  const cited = await db
    .selectFrom('briefing_statements')
    .select('article_id')
    .where('article_id', 'in', ids)
    .distinct()
    .execute();
  const listed = await db
    .selectFrom('entries')
    .select('article_id')
    .where('article_id', 'in', ids)
    .where('last_seen_at', '>=', before)
    .execute();
  const going = seen.filter(({ updated_at }) => updated_at !== null && updated_at >= before);
  return new Set([...[...cited, ...listed].map(({ article_id }) => article_id), ...going.map(({ id }) => id)]);
}

/** Decrements the counts of its actors instead of recounting: frequent actors are in too many articles to count. */
async function remove(db: Transaction, article: { readonly id: string; readonly number: number }): Promise<void> {
  const named = await actorsOf(db, article.id);
  const mentions = db.selectFrom('actor_mentions').select('actor_id as id').where('article_id', '=', article.id);
  const shownAs = db
    .selectFrom('actors')
    .select((eb) => eb.ref('merged_into').$notNull().as('id'))
    .where('id', 'in', mentions)
    .where('merged_into', 'is not', null);
  await db
    .updateTable('actors')
    .set(({ eb }) => ({ article_count: eb('article_count', '-', 1) }))
    .where('id', 'in', mentions.union(shownAs))
    .execute();
  await removeArticle(db, article);
  await db.deleteFrom('entries').where('article_id', '=', article.id).execute();
  if (named.length === 0) return;
  const unnamed = db
    .selectFrom('actors')
    .select('id')
    .where('id', 'in', [...named])
    .where('article_count', '<=', 0);
  const ids = (await unnamed.execute()).map(({ id }) => id);
  await recountOrRemove(db, ids);
}

/** Removes expired data, a chunk at a time. */
export function createRetention(db: Database): RetentionStorage {
  return {
    /**
     * Removes finished deliveries that were due before then. Keeps the newest sent one of each kind per subscription, and those on stories that
     * continue: without them the next briefing would repeat their news.
     */
    async removeDeliveries(before, limit) {
      const at = toIso(before);
      const { rows } = await sql<{ id: string }>`
        delete from deliveries where id in (
          select d.id from deliveries as d
          where d.due_at < ${at} and d.state in ('sent', 'missed', 'dead', 'suspended')
            and d.id <> coalesce((select n.id from deliveries as n where n.subscription_id = d.subscription_id and n.state = 'sent'
              and (n.story_id is null) = (d.story_id is null) order by n.sent_at desc limit 1), '')
            and not exists (select 1 from stories as s where s.id = d.story_id and s.updated_at >= ${at})
            and not exists (select 1 from briefing_statements as t
              join story_articles as m on m.article_id = t.article_id join stories as s on s.id = m.story_id
              where d.state = 'sent' and t.briefing_id = d.briefing_id and s.updated_at >= ${at})
          order by d.due_at limit ${limit}
        ) returning id`.execute(db);
      return rows.length;
    },

    /** Removes briefings composed before then that no delivery carries, with their statements. */
    async removeBriefings(before, limit) {
      const rows = await db
        .selectFrom('briefings as b')
        .select('b.id')
        .where('b.composed_at', '<', toIso(before))
        .where(({ not, exists, selectFrom }) =>
          not(exists(selectFrom('deliveries as d').select('d.id').whereRef('d.briefing_id', '=', 'b.id'))),
        )
        .limit(limit)
        .execute();
      const ids = rows.map(({ id }) => id);
      if (ids.length === 0) return 0;
      // The briefing last, so that one left over after a kill is found again.
      await db.deleteFrom('briefing_statements').where('briefing_id', 'in', ids).execute();
      await db.deleteFrom('briefings').where('id', 'in', ids).execute();
      return ids.length;
    },
  };
}
