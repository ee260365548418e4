import type { Entry, Feed } from '../feeds/entry.ts';
import { toIso } from '../runtime/clock.ts';
import type { Database } from './database.ts';
import type { EntryRow, FeedRow } from './schema.ts';

export type EntryState = 'stored' | 'unchanged' | 'too-old' | 'fetch-failed';

export type Feeds = ReturnType<typeof createFeeds>;

/** What we know of each feed, and the fate of every entry it ever listed. */
export function createFeeds(db: Database) {
  return {
    /** Makes the configured feeds known; state of a feed that is known already is kept. */
    async register(feeds: readonly Feed[]): Promise<void> {
      for (const feed of feeds) {
        await db
          .insertInto('feeds')
          .values({ id: feed.id, url: feed.url, failures: 0, entry_count: 0, ...emptyState })
          .onConflict((conflict) => conflict.column('id').doUpdateSet({ url: feed.url }))
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

    /** Records an entry and what became of it. */
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

    async findEntry(feedId: string, articleId: string): Promise<EntryRow | undefined> {
      return db
        .selectFrom('entries')
        .selectAll()
        .where('feed_id', '=', feedId)
        .where('article_id', '=', articleId)
        .executeTakeFirst();
    },

    async entriesOf(articleId: string): Promise<readonly EntryRow[]> {
      return db
        .selectFrom('entries')
        .selectAll()
        .where('article_id', '=', articleId)
        .orderBy('first_seen_at')
        .execute();
    },

    /** Best position of each article in the given feeds, as of when it was last listed there. */
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

const emptyState = {
  etag: null,
  last_modified: null,
  next_poll_at: null,
  last_polled_at: null,
  last_success_at: null,
  seeded_at: null,
  problem: null,
} as const;
