import type { ChannelRef } from '../../chat/chat.ts';
import { toIso } from '../../runtime/clock.ts';
import type { NewSubscription, Subscription, SubscriptionState } from '../../subscriptions/subscription.ts';
import type { Database } from '../database.ts';
import { channelNumber } from './channels.ts';
import { createSubscriptionChanges, createSubscriptionPlans } from './subscription-changes.ts';
import { joinedSubscriptions, styleRow, toSubscription } from './subscription-rows.ts';
import { createSubscriptionTrouble } from './subscription-trouble.ts';

export type Subscriptions = ReturnType<typeof createSubscriptions>;

/** Queries on subscriptions. */
export function createSubscriptions(db: Database) {
  const joined = joinedSubscriptions(db);
  return {
    ...createSubscriptionChanges(db),
    ...createSubscriptionPlans(db),
    ...createSubscriptionTrouble(db),

    async add(subscription: NewSubscription): Promise<Subscription> {
      const { channel, schedule, language, as = 'digest' } = subscription;
      const number = await channelNumber(db, channel, { zone: schedule.zone, language, at: subscription.createdAt });
      const { id } = await db
        .insertInto('subscriptions')
        .values({
          channel_number: number,
          interest: subscription.interest,
          told_as: as,
          days: subscription.schedule.days.join(','),
          times: subscription.schedule.times.join(','),
          zone: subscription.schedule.zone,
          language: subscription.language,
          length: subscription.length,
          max_stories: subscription.maxStories,
          ...styleRow(subscription),
          state: 'active',
          created_by: subscription.createdBy,
          created_at: toIso(subscription.createdAt),
          window_start: toIso(subscription.windowStart),
          due_since: toIso(subscription.createdAt),
          planned_until: toIso(subscription.createdAt),
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      const { createdAt } = subscription;
      return { ...subscription, id, as, state: 'active', dueSince: createdAt, plannedUntil: createdAt };
    },

    async find(id: number): Promise<Subscription | undefined> {
      const row = await joined.where('s.id', '=', id).executeTakeFirst();
      return row && toSubscription(row);
    },

    async findMany(ids: readonly number[]): Promise<readonly Subscription[]> {
      if (ids.length === 0) return [];
      return (await joined.where('s.id', 'in', [...ids]).execute()).map(toSubscription);
    },

    async ofChannel(channel: ChannelRef): Promise<readonly Subscription[]> {
      const rows = await joined
        .where('c.platform', '=', channel.platform)
        .where('c.workspace_id', '=', channel.workspaceId)
        .where('c.channel_id', '=', channel.channelId)
        .orderBy('s.id')
        .execute();
      return rows.map(toSubscription);
    },

    async ofWorkspace({ platform, workspaceId }: Pick<ChannelRef, 'platform' | 'workspaceId'>) {
      const rows = await joined
        .where('c.platform', '=', platform)
        .where('c.workspace_id', '=', workspaceId)
        .orderBy('c.channel_id')
        .orderBy('s.id')
        .execute();
      return rows.map(toSubscription);
    },

    async list(state?: SubscriptionState): Promise<readonly Subscription[]> {
      const rows = await (state ? joined.where('s.state', '=', state) : joined).orderBy('s.id').execute();
      return rows.map(toSubscription);
    },

    async count(): Promise<number> {
      const { subscriptions } = await db
        .selectFrom('subscriptions')
        .select(({ fn }) => fn.countAll<number>().as('subscriptions'))
        .executeTakeFirstOrThrow();
      return Number(subscriptions);
    },

    /** Subscriptions for the operator's view: suspended ones, then those due next; at most `limit` of each. */
    async upNext(limit: number): Promise<readonly Subscription[]> {
      const still = await joined.where('s.state', '!=', 'active').orderBy('s.id').limit(limit).execute();
      const next = await joined.where('s.state', '=', 'active').orderBy('s.next_due_at').limit(limit).execute();
      return [...still, ...next].map(toSubscription);
    },

    /** Removes a subscription with its deliveries, and thereby the record of what was delivered to it. */
    async remove(id: number): Promise<void> {
      await db.deleteFrom('deliveries').where('subscription_id', '=', id).execute();
      await db.deleteFrom('subscriptions').where('id', '=', id).execute();
    },
  };
}
