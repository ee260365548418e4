import { sql } from 'kysely';
import type { ChannelRef } from '../../chat/chat.ts';
import { toIso } from '../../runtime/clock.ts';
import type { PostStyle } from '../../subscriptions/parse-look.ts';
import type { SubscriptionChange } from '../../subscriptions/read-wish.ts';
import type { Subscription } from '../../subscriptions/subscription.ts';
import type { Database } from '../database.ts';
import { channelNumber } from './channels.ts';
import { joinedSubscriptions, styleRow, toSubscription } from './subscription-rows.ts';

/** Changes to subscriptions by users: pause, schedule, appearance, and channel. */
export function createSubscriptionChanges(db: Database) {
  const joined = joinedSubscriptions(db);
  return {
    /** Set by a user. Slots that passed during a pause or suspension are skipped. A pause may have an end. */
    async setState(
      id: number,
      state: 'active' | 'paused',
      { at, until }: { at: Temporal.Instant; until?: Temporal.Instant | undefined },
    ): Promise<void> {
      const since = state === 'active' ? { due_since: toIso(at) } : {};
      const pausedUntil = until === undefined ? null : toIso(until);
      await db
        .updateTable('subscriptions')
        .set({
          state,
          reason: null,
          probe_at: null,
          suspended_by: null,
          next_due_at: null,
          paused_until: pausedUntil,
          ...since,
        })
        .where('id', '=', id)
        .execute();
    },

    /** Offers it for a move to another channel by this user. */
    async offer(id: number, userId: string, at: Temporal.Instant): Promise<void> {
      await db
        .updateTable('subscriptions')
        .set({ offered_to: userId, offered_at: toIso(at) })
        .where('id', '=', id)
        .execute();
    },

    /** Subscriptions that a user may move to a channel of that workspace: those offered since then. */
    async offered(
      { platform, workspaceId }: Pick<ChannelRef, 'platform' | 'workspaceId'>,
      userId: string,
      since: Temporal.Instant,
    ): Promise<readonly Subscription[]> {
      const rows = await joined
        .where('c.platform', '=', platform)
        .where('c.workspace_id', '=', workspaceId)
        .where('s.offered_to', '=', userId)
        .where('s.offered_at', '>=', toIso(since))
        .orderBy('s.id')
        .execute();
      return rows.map(toSubscription);
    },

    /** Moves it to another channel, with its unsent deliveries, but without the old channel's trouble. */
    async move(
      id: number,
      channel: ChannelRef,
      { zone, language, at }: { zone: string; language: string; at: Temporal.Instant },
    ): Promise<void> {
      const number = await channelNumber(db, channel, { zone, language, at });
      await db
        .updateTable('subscriptions')
        .set({
          channel_number: number,
          offered_to: null,
          offered_at: null,
          next_due_at: null,
          reason: null,
          probe_at: null,
          suspended_by: null,
          due_since: sql`case when state = 'suspended' then ${toIso(at)} else due_since end`,
          state: sql`case when state = 'suspended' then 'active' else state end`,
        })
        .where('id', '=', id)
        .execute();
      await db
        .updateTable('deliveries')
        .set({ channel_number: number })
        .where('subscription_id', '=', id)
        .where('state', 'in', ['due', 'retrying'])
        .execute();
    },

    /** Sets whom its posts mention, and the appearance of their sender; a missing field clears the setting. */
    async setStyle(id: number, style: PostStyle): Promise<void> {
      await db.updateTable('subscriptions').set(styleRow(style)).where('id', '=', id).execute();
    },

    /** A new schedule applies from `at` on; the first briefing after alerts only covers one day. */
    async change(
      id: number,
      { interest, as, schedule, language, length, maxStories }: SubscriptionChange,
      at: Temporal.Instant,
    ) {
      const when = { days: schedule.days.join(','), times: schedule.times.join(','), zone: schedule.zone };
      const isBriefed = as === 'alerts' ? sql`1 = 1` : sql`told_as <> 'alerts'`;
      const isSame = sql`days = ${when.days} and times = ${when.times} and zone = ${when.zone} and ${isBriefed}`;
      const dayBefore = toIso(at.subtract({ hours: 24 }));
      await db
        .updateTable('subscriptions')
        .set({
          ...when,
          told_as: as,
          window_start: sql`case when ${isBriefed} or window_start > ${dayBefore} then window_start else ${dayBefore} end`,
          interest,
          language,
          length,
          max_stories: maxStories,
          next_due_at: null,
          due_since: sql`case when ${isSame} then due_since else ${toIso(at)} end`,
        })
        .where('id', '=', id)
        .execute();
    },
  };
}
