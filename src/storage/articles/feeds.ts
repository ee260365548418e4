import { sql } from 'kysely';
import type { Entry, Feed, PageKind } from '../../feeds/entry.ts';
import { toIso } from '../../runtime/clock.ts';
import type { Database } from '../database.ts';
import { chunksOf } from '../rows.ts';
import type { EntryRow, FeedRow } from '../tables.ts';

/** The outcome of a feed entry. */
export type EntryState = 'stored' | 'unchanged' | 'too-old' | 'fetch-failed' | 'withdrawn';

/** Removed by the operator: nothing of the entry is kept, and it is not read again. */
export type RemovedState = 'removed';

export type Feeds = ReturnType<typeof createFeeds>;

/** Queries on feeds: their state, and the outcome of every entry they ever listed. */
export function createFeeds(db: Database) {
  return {
    /** Registers the configured feeds. The state of a known feed is kept; with a new URL it is fetched unconditionally. */
    async register(feeds: readonly Feed[]): Promise<void> {
      for (const { id, url } of feeds) {
        await db
          .insertInto('feeds')
          .values({ id, url, entry_count: 0, ...emptyState })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        await db
          .updateTable('feeds')
          .set({ url, ...newAddress })
          .where('id', '=', id)
          .where('url', '!=', url)
          .execute();
      }
    },

    async state(feedId: string): Promise<FeedRow | undefined> {
      return db.selectFrom('feeds').selectAll().where('id', '=', feedId).executeTakeFirst();
    },

    async states(): Promise<readonly FeedRow[]> {
      return db.selectFrom('feeds').selectAll().orderBy('id').execute();
    },

    async update(feedId: string, change: Partial<Omit<FeedRow, 'id'>>): Promise<void> {
      await db.updateTable('feeds').set(change).where('id', '=', feedId).execute();
    },

    /** Records an entry and its outcome. */
    async recordEntry(
      feedId: string,
      entry: Entry,
      outcome: { state: EntryState; reason: string; at: Temporal.Instant },
    ): Promise<void> {
      const at = toIso(outcome.at);
      const row = {
        kind: entry.kind,
        url: entry.url,
        title: entry.title,
        lead: entry.lead ?? null,
        published_at: entry.publishedAt ? toIso(entry.publishedAt) : null,
        position: entry.position,
        last_seen_at: at,
        state: outcome.state,
        reason: outcome.reason,
      };
      await db
        .insertInto('entries')
        .values({ feed_id: feedId, article_id: entry.id, first_seen_at: at, ...row })
        .onConflict((conflict) => conflict.columns(['feed_id', 'article_id']).doUpdateSet(row))
        .execute();
    },

    /** The feed's previous listings of these articles. */
    async listings(feedId: string, articleIds: readonly string[]): Promise<ReadonlyMap<string, Listing>> {
      const listings = new Map<string, Listing>();
      for (const ids of chunksOf(articleIds)) {
        const rows = await db
          .selectFrom('entries')
          .select(['article_id', 'title', 'published_at', 'state', 'first_seen_at'])
          .where('feed_id', '=', feedId)
          .where('article_id', 'in', ids)
          .execute();
        for (const row of rows) listings.set(row.article_id, row);
      }
      return listings;
    },

    /** Records that the feed still lists these entries unchanged. */
    async markSeen(feedId: string, entries: readonly Pick<Entry, 'id' | 'position'>[], at: Temporal.Instant) {
      for (const some of chunksOf(entries)) {
        const seen = sql.join(some.map(({ id, position }) => sql`(${id}, ${sql.lit(position)})`));
        await sql`update entries set last_seen_at = ${toIso(at)}, position = seen.column2 from (values ${seen}) as seen
          where feed_id = ${feedId} and article_id = seen.column1`.execute(db);
      }
    },

    /**
     * Articles that posts quote, of a feed that listed them at its last poll and does not list them any more, published after what is still listed,
     * and listed by no other feed since.
     */
    async vanished(
      feedId: string,
      {
        listed,
        before,
        newerThan,
        limit,
      }: {
        readonly listed: ReadonlySet<string>;
        /** When this poll began. */
        readonly before: Temporal.Instant;
        readonly newerThan: Temporal.Instant;
        readonly limit: number;
      },
    ): Promise<readonly (Pick<EntryRow, 'article_id' | 'url'> & { readonly kind: PageKind })[]> {
      const { last } = await db
        .selectFrom('entries')
        .select(({ fn }) => fn.max('last_seen_at').as('last'))
        .where('feed_id', '=', feedId)
        .where('last_seen_at', '<', toIso(before))
        .executeTakeFirstOrThrow();
      if (last === null) return [];
      const rows = await db
        .selectFrom('entries as e')
        .innerJoin('articles as a', 'a.id', 'e.article_id')
        .select(['e.article_id', 'e.url', 'e.kind'])
        .where('e.feed_id', '=', feedId)
        .where('e.last_seen_at', '>=', toIso(Temporal.Instant.from(last).subtract({ minutes: readingMinutes })))
        .where('e.last_seen_at', '<', toIso(before))
        .where('e.published_at', '>', toIso(newerThan))
        .where('a.is_withdrawn', '=', 0)
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom('briefing_statements as t')
              .innerJoin('deliveries as d', 'd.briefing_id', 't.briefing_id')
              .select('d.id')
              .whereRef('t.article_id', '=', 'e.article_id')
              .where('d.state', '=', 'sent'),
          ),
        )
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('entries as o')
                .select('o.feed_id')
                .whereRef('o.article_id', '=', 'e.article_id')
                .where('o.feed_id', '<>', feedId)
                .whereRef('o.last_seen_at', '>=', 'e.last_seen_at'),
            ),
          ),
        )
        .orderBy('e.published_at', 'desc')
        .execute();
      return rows
        .filter(({ article_id }) => !listed.has(article_id))
        .map((row) => ({ ...row, kind: row.kind as PageKind }))
        .slice(0, limit);
    },

    /** Records of all listings of an article that its publisher took it off its site; it is read again where a feed lists it again. */
    async markWithdrawn(articleId: string, reason: string): Promise<void> {
      const state: EntryState = 'withdrawn';
      await db.updateTable('entries').set({ state, reason }).where('article_id', '=', articleId).execute();
    },

    /** When the feed's newest entries arrived; for entries of its first poll, which ended at `seededAt`, their own date. */
    async arrivals(feedId: string, seededAt: Temporal.Instant, limit: number): Promise<readonly Temporal.Instant[]> {
      const rows = await db
        .selectFrom('entries')
        .select(['first_seen_at', 'published_at'])
        .where('feed_id', '=', feedId)
        .orderBy('first_seen_at', 'desc')
        .limit(limit)
        .execute();
      const seeded = toIso(seededAt);
      return rows.map(({ first_seen_at: seen, published_at: published }) =>
        Temporal.Instant.from(published !== null && published < seen && seen <= seeded ? published : seen),
      );
    },

    async entriesOf(articleId: string): Promise<readonly EntryRow[]> {
      return db
        .selectFrom('entries')
        .selectAll()
        .where('article_id', '=', articleId)
        .orderBy('first_seen_at')
        .execute();
    },

    /** The article that a feed listed with this URL. */
    async findByUrl(url: string): Promise<string | undefined> {
      const row = await db
        .selectFrom('entries')
        .select('article_id')
        .where('url', '=', url)
        .orderBy('last_seen_at', 'desc')
        .executeTakeFirst();
      return row?.article_id;
    },

    /** The best position of each article in the given feeds, as last listed. */
    async positions(articleIds: readonly string[], feedIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
      if (articleIds.length === 0 || feedIds.length === 0) return new Map();
      const rows = await db
        .selectFrom('entries')
        .select(({ fn }) => ['article_id', fn.min('position').as('position')])
        .where('article_id', 'in', [...articleIds])
        .where('feed_id', 'in', [...feedIds])
        .groupBy('article_id')
        .execute();
      return new Map(rows.map(({ article_id, position }) => [article_id, Number(position)]));
    },

    async entryCounts(): Promise<readonly { state: string; entries: number }[]> {
      const rows = await db
        .selectFrom('entries')
        .select(({ fn }) => ['state', fn.countAll<number>().as('entries')])
        .groupBy('state')
        .execute();
      return rows.map(({ state, entries }) => ({ state, entries: Number(entries) }));
    },
  };
}

/** A poll whose entries were all new takes about this long to read them. */
const readingMinutes = 10;

/** An entry as last listed by a feed, with its outcome. */
export type Listing = Pick<EntryRow, 'article_id' | 'title' | 'published_at' | 'state' | 'first_seen_at'>;

/** Cache validators belong to a URL; those of another are useless. */
const newAddress = { etag: null, last_modified: null, moved_to: null, next_poll_at: null, failures: 0 } as const;

const emptyState = {
  ...newAddress,
  last_polled_at: null,
  last_success_at: null,
  seeded_at: null,
  problem: null,
  trouble: null,
  asks_minutes: null,
  interval_minutes: null,
  interval_reason: null,
  new_per_day: null,
  longest_gap_hours: null,
  newest_entry_at: null,
  alerted_at: null,
} as const;
