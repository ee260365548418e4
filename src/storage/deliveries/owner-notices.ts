import { sql } from 'kysely';
import type { ChannelRef, Platform } from '../../chat/chat.ts';
import type { NewNotice, NoticeKind, OwnerNotice } from '../../deliveries/owner-notices.ts';
import { toIso } from '../../runtime/clock.ts';
import { readReason, storedReason } from '../../wording/reason.ts';
import type { Database } from '../database.ts';
import { engineOf } from '../engine-of.ts';
import type { OwnerNoticeRow } from '../tables.ts';

/** Messages to owners of subscriptions that are not delivered yet, see deliveries/owner-notices.ts. */
export function createOwnerNotices(db: Database) {
  return {
    /** Keeps notices until they end; one about the same takes the place of one that waits. */
    async add(notices: readonly NewNotice[], at: Temporal.Instant): Promise<void> {
      for (const { channel, userId, kind, reason, subscriptionIds } of notices) {
        const row = {
          id: [channel.platform, channel.workspaceId, channel.channelId, userId, kind].join('/'),
          platform: channel.platform,
          workspace_id: channel.workspaceId,
          channel_id: channel.channelId,
          user_id: userId,
          kind,
          reason: reason === undefined ? '' : storedReason(reason),
          subscription_ids: JSON.stringify(subscriptionIds),
          due_at: toIso(at),
          attempts: 0,
        };
        const { id: _, ...renewed } = row;
        await db
          .insertInto('owner_notices')
          .values(row)
          .onConflict((conflict) => conflict.column('id').doUpdateSet(renewed))
          .execute();
      }
    },

    /** Takes those that are due; who took them has until `until`. */
    async claim({ now, until, limit }: { now: Temporal.Instant; until: Temporal.Instant; limit: number }) {
      const { rows } = await db.transaction().execute(async (alone) => {
        await engineOf(alone).hold(alone, 'claim-notices');
        return sql<Omit<OwnerNoticeRow, 'attempts'> & { attempts: number }>`
          update owner_notices set due_at = ${toIso(until)} where id in (
            select id from owner_notices where due_at <= ${toIso(now)} order by due_at, id limit ${limit}
          ) returning *`.execute(alone);
      });
      return rows.map(
        (row): OwnerNotice => ({
          id: row.id,
          channel: { platform: row.platform as Platform, workspaceId: row.workspace_id, channelId: row.channel_id },
          userId: row.user_id,
          kind: row.kind as NoticeKind,
          ...(row.reason !== '' && { reason: readReason(row.reason) }),
          subscriptionIds: JSON.parse(row.subscription_ids) as readonly number[],
          attempts: row.attempts,
        }),
      );
    },

    async retry(id: string, at: Temporal.Instant): Promise<void> {
      await db
        .updateTable('owner_notices')
        .set({ due_at: toIso(at), attempts: sql`attempts + 1` })
        .where('id', '=', id)
        .execute();
    },

    /** It was delivered, or there is nothing to tell any more. */
    async end(id: string): Promise<void> {
      await db.deleteFrom('owner_notices').where('id', '=', id).execute();
    },

    /** Of a person or place that the operator forgets. */
    async forget(place: Partial<ChannelRef> & { readonly userId?: string }): Promise<void> {
      let notices = db.deleteFrom('owner_notices');
      if (place.platform !== undefined) notices = notices.where('platform', '=', place.platform);
      if (place.workspaceId !== undefined) notices = notices.where('workspace_id', '=', place.workspaceId);
      if (place.channelId !== undefined) notices = notices.where('channel_id', '=', place.channelId);
      if (place.userId !== undefined) notices = notices.where('user_id', '=', place.userId);
      await notices.execute();
    },
  };
}

export type OwnerNotices = ReturnType<typeof createOwnerNotices>;
