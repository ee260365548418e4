import type { Selectable } from 'kysely';
import type { BriefingLength } from '../briefings/briefing.ts';
import type { ChannelRef, Platform } from '../chat/chat.ts';
import { toIso } from '../runtime/clock.ts';
import type { SubscriptionChange } from '../subscriptions/manage-subscriptions.ts';
import type { Weekday } from '../subscriptions/schedule.ts';
import type { NewSubscription, Subscription, SubscriptionState } from '../subscriptions/subscription.ts';
import type { Database } from './database.ts';
import type { ChannelRow, SubscriptionRow } from './schema.ts';

export type Subscriptions = ReturnType<typeof createSubscriptions>;

/** Which channel wants what, and when. */
export function createSubscriptions(db: Database) {
  const joined = db
    .selectFrom('subscriptions as s')
    .innerJoin('channels as c', 'c.id', 's.channel_number')
    .selectAll('s')
    .select(['c.platform', 'c.workspace_id', 'c.channel_id']);
  return {
    async add(subscription: NewSubscription): Promise<Subscription> {
      const channelNumber = await channelOf(db, subscription);
      const { id } = await db
        .insertInto('subscriptions')
        .values({
          channel_number: channelNumber,
          interest: subscription.interest,
          days: subscription.schedule.days.join(','),
          times: subscription.schedule.times.join(','),
          zone: subscription.schedule.zone,
          language: subscription.language,
          length: subscription.length,
          max_stories: subscription.maxStories,
          state: 'active',
          created_by: subscription.createdBy,
          created_at: toIso(subscription.createdAt),
          window_start: toIso(subscription.windowStart),
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      return { ...subscription, id, state: 'active' };
    },

    async find(id: number): Promise<Subscription | undefined> {
      const row = await joined.where('s.id', '=', id).executeTakeFirst();
      return row && toSubscription(row);
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

    async list(state?: SubscriptionState): Promise<readonly Subscription[]> {
      const rows = await (state ? joined.where('s.state', '=', state) : joined).orderBy('s.id').execute();
      return rows.map(toSubscription);
    },

    async setState(id: number, state: SubscriptionState, reason?: string): Promise<void> {
      await db
        .updateTable('subscriptions')
        .set({ state, reason: reason ?? null })
        .where('id', '=', id)
        .execute();
    },

    async change(id: number, { interest, schedule, language, length }: SubscriptionChange): Promise<void> {
      await db
        .updateTable('subscriptions')
        .set({
          interest,
          days: schedule.days.join(','),
          times: schedule.times.join(','),
          zone: schedule.zone,
          language,
          length,
        })
        .where('id', '=', id)
        .execute();
    },

    async setWindowStart(id: number, windowStart: Temporal.Instant): Promise<void> {
      await db
        .updateTable('subscriptions')
        .set({ window_start: toIso(windowStart) })
        .where('id', '=', id)
        .execute();
    },

    /** Removes a subscription with its deliveries and what it was told. */
    async remove(id: number): Promise<void> {
      await db.deleteFrom('told').where('subscription_id', '=', id).execute();
      await db.deleteFrom('deliveries').where('subscription_id', '=', id).execute();
      await db.deleteFrom('subscriptions').where('id', '=', id).execute();
    },
  };
}

async function channelOf(db: Database, { channel, schedule, language, createdAt }: NewSubscription): Promise<number> {
  await db
    .insertInto('channels')
    .values({
      platform: channel.platform,
      workspace_id: channel.workspaceId,
      channel_id: channel.channelId,
      zone: schedule.zone,
      language,
      created_at: toIso(createdAt),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { id } = await db
    .selectFrom('channels')
    .select('id')
    .where('platform', '=', channel.platform)
    .where('workspace_id', '=', channel.workspaceId)
    .where('channel_id', '=', channel.channelId)
    .executeTakeFirstOrThrow();
  return id;
}

type JoinedRow = Selectable<SubscriptionRow> & Pick<Selectable<ChannelRow>, 'platform' | 'workspace_id' | 'channel_id'>;

function toSubscription(row: JoinedRow): Subscription {
  return {
    id: row.id,
    channel: { platform: row.platform as Platform, workspaceId: row.workspace_id, channelId: row.channel_id },
    interest: row.interest,
    schedule: {
      days: row.days.split(',').map((day) => Number(day) as Weekday),
      times: row.times.split(','),
      zone: row.zone,
    },
    language: row.language,
    length: row.length as BriefingLength,
    maxStories: row.max_stories,
    state: row.state as SubscriptionState,
    ...(row.reason === null ? {} : { reason: row.reason }),
    createdBy: row.created_by,
    createdAt: Temporal.Instant.from(row.created_at),
    windowStart: Temporal.Instant.from(row.window_start),
  };
}
