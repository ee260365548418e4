import type { ChannelRef } from '../../chat/chat.ts';
import { toIso } from '../../runtime/clock.ts';
import type { Subscription } from '../../subscriptions/subscription.ts';
import { type Reason, storedReason } from '../../wording/reason.ts';
import type { Database } from '../database.ts';
import { joinedSubscriptions, toSubscription } from './subscription-rows.ts';

interface Suspension {
  readonly scope: 'channel' | 'workspace';
  readonly reason: Reason;
  readonly probeAt: Temporal.Instant;
}

/** What a channel that does not work any more stops, and what goes on when it does. */
export function createSubscriptionTrouble(db: Database) {
  const joined = joinedSubscriptions(db);
  return {
    /**
     * Suspends what goes to a channel, or to any of its workspace, keeping everything; the next slot after `probeAt` may try again.
     * Gives those that were active until now.
     */
    async suspend(
      { platform, workspaceId, channelId }: ChannelRef,
      { scope, reason, probeAt }: Suspension,
    ): Promise<readonly Subscription[]> {
      let channels = db
        .selectFrom('channels')
        .select('id')
        .where('platform', '=', platform)
        .where('workspace_id', '=', workspaceId);
      if (scope === 'channel') channels = channels.where('channel_id', '=', channelId);
      const active = await joined.where('s.state', '=', 'active').where('s.channel_number', 'in', channels).execute();
      await db
        .updateTable('subscriptions')
        .set({ state: 'suspended', reason: storedReason(reason), probe_at: toIso(probeAt) })
        .where('state', '!=', 'paused')
        .where('channel_number', 'in', channels)
        .execute();
      return active.map(toSubscription);
    },

    /** A channel works again: what trouble suspended there goes on. */
    async resume(id: number): Promise<void> {
      await db
        .updateTable('subscriptions')
        .set({ state: 'active', reason: null, probe_at: null })
        .where('state', '=', 'suspended')
        .where(
          'channel_number',
          '=',
          db.selectFrom('subscriptions').select('channel_number').where('id', '=', id).limit(1),
        )
        .execute();
    },

    /** A channel, or all of a workspace, is there again: what trouble suspended goes on. Gives how many did. */
    async resumeIn({
      platform,
      workspaceId,
      channelId,
    }: Pick<ChannelRef, 'platform' | 'workspaceId'> & { readonly channelId?: string }): Promise<number> {
      let channels = db
        .selectFrom('channels')
        .select('id')
        .where('platform', '=', platform)
        .where('workspace_id', '=', workspaceId);
      if (channelId !== undefined) channels = channels.where('channel_id', '=', channelId);
      const { numUpdatedRows } = await db
        .updateTable('subscriptions')
        .set({ state: 'active', reason: null, probe_at: null })
        .where('state', '=', 'suspended')
        .where('channel_number', 'in', channels)
        .executeTakeFirst();
      return Number(numUpdatedRows);
    },
  };
}
