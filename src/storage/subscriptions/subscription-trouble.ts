import type { ChannelRef } from '../../chat/chat.ts';
import { toIso } from '../../runtime/clock.ts';
import type { Subscription, SuspendedBy } from '../../subscriptions/subscription.ts';
import { type Reason, storedReason } from '../../wording/reason.ts';
import type { Database } from '../database.ts';
import { joinedSubscriptions, toSubscription } from './subscription-rows.ts';

interface Suspension {
  readonly by: SuspendedBy;
  readonly reason: Reason;
  /** Absent where no slot may try again. */
  readonly probeAt?: Temporal.Instant | undefined;
}

/** What a channel that does not work any more stops, and what resumes when it does. */
export function createSubscriptionTrouble(db: Database) {
  const joined = joinedSubscriptions(db);
  return {
    /**
     * Suspends what goes to a channel, or to any of its workspace, keeping everything; the next slot after `probeAt` may try again. What
     * was suspended by a removal stays so. Gives those that were active until now.
     */
    async suspend(
      { platform, workspaceId, channelId }: ChannelRef,
      { by, reason, probeAt }: Suspension,
    ): Promise<readonly Subscription[]> {
      let channels = db
        .selectFrom('channels')
        .select('id')
        .where('platform', '=', platform)
        .where('workspace_id', '=', workspaceId);
      if (by !== 'workspace') channels = channels.where('channel_id', '=', channelId);
      const active = await joined.where('s.state', '=', 'active').where('s.channel_number', 'in', channels).execute();
      await db
        .updateTable('subscriptions')
        .set({
          state: 'suspended',
          reason: storedReason(reason),
          probe_at: probeAt ? toIso(probeAt) : null,
          suspended_by: by,
        })
        .where('state', '!=', 'paused')
        .where('channel_number', 'in', channels)
        .where((where) => where.or([where('suspended_by', 'is', null), where('suspended_by', '!=', 'removal')]))
        .execute();
      return active.map(toSubscription);
    },

    /** A channel works again: what trouble suspended there resumes. */
    async resume(id: number): Promise<void> {
      await db
        .updateTable('subscriptions')
        .set(resumed)
        .where('state', '=', 'suspended')
        .where(
          'channel_number',
          '=',
          db.selectFrom('subscriptions').select('channel_number').where('id', '=', id).limit(1),
        )
        .execute();
    },

    /** All that trouble suspended, wherever it is, resumes from this moment on. Gives how many. */
    async resumeAll(at: Temporal.Instant): Promise<number> {
      const { numUpdatedRows } = await db
        .updateTable('subscriptions')
        .set({ ...resumed, next_due_at: null, due_since: toIso(at) })
        .where('state', '=', 'suspended')
        .executeTakeFirst();
      return Number(numUpdatedRows);
    },

    /**
     * A channel is there again: all that trouble suspended there resumes. Or all of a workspace: what was suspended with it, and nothing that
     * a single channel's trouble suspended. Gives how many resumed.
     */
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
      let suspended = db
        .updateTable('subscriptions')
        .set(resumed)
        .where('state', '=', 'suspended')
        .where('channel_number', 'in', channels);
      if (channelId === undefined)
        suspended = suspended.where((where) =>
          where.or([where('suspended_by', 'is', null), where('suspended_by', '=', 'workspace')]),
        );
      const { numUpdatedRows } = await suspended.executeTakeFirst();
      return Number(numUpdatedRows);
    },
  };
}

const resumed = { state: 'active', reason: null, probe_at: null, suspended_by: null } as const;
