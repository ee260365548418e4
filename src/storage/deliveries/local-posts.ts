import type { LocalPost, LocalPosts } from '../../chat/local/local-posts.ts';
import type { Database } from '../database.ts';

/** The posts of the local chat, stored in the archive so that a restart neither loses nor duplicates one. */
export function createStoredPosts(db: Database): LocalPosts {
  return {
    async list(channelId, { limit }) {
      const rows = await db
        .selectFrom('local_posts')
        .select('document')
        .where('channel_id', '=', channelId)
        .orderBy('posted_at', 'desc')
        .orderBy('message_id', 'desc')
        .limit(limit)
        .execute();
      return rows.map(({ document }) => JSON.parse(document) as LocalPost).toReversed();
    },

    async insert(post) {
      await db
        .insertInto('local_posts')
        .values({
          message_id: post.id,
          channel_id: post.channelId,
          thread_id: post.threadId ?? null,
          delivery_id: post.deliveryId ?? null,
          posted_at: post.postedAt,
          document: JSON.stringify(post),
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      const kept =
        post.deliveryId === undefined ? await find(db, post) : await this.findDelivery(post.channelId, post.deliveryId);
      return kept ?? post;
    },

    async update(post, change) {
      const known = await find(db, post);
      if (!known) return undefined;
      const changed: LocalPost = { ...known, ...change };
      await db
        .updateTable('local_posts')
        .set({ document: JSON.stringify(changed) })
        .where('message_id', '=', post.id)
        .execute();
      return changed;
    },

    async remove(post) {
      const { numDeletedRows } = await db
        .deleteFrom('local_posts')
        .where('message_id', '=', post.id)
        .where('channel_id', '=', post.channelId)
        .executeTakeFirstOrThrow();
      return numDeletedRows > 0n;
    },

    findDelivery: (channelId, deliveryId) => findBy(db, channelId, ['delivery_id', deliveryId]),
  };
}

function find(db: Database, { id, channelId }: Pick<LocalPost, 'id' | 'channelId'>): Promise<LocalPost | undefined> {
  return findBy(db, channelId, ['message_id', id]);
}

async function findBy(
  db: Database,
  channelId: string,
  [column, value]: readonly ['delivery_id' | 'message_id', string],
): Promise<LocalPost | undefined> {
  const row = await db
    .selectFrom('local_posts')
    .select('document')
    .where('channel_id', '=', channelId)
    .where(column, '=', value)
    .executeTakeFirst();
  return row && (JSON.parse(row.document) as LocalPost);
}
