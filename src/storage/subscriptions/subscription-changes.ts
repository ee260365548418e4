import { sql } from 'kysely';
import type { ChannelRef } from '../../chat/chat.ts';
import type { Plan, PlannedSubscription } from '../../deliveries/plan-due.ts';
import { toIso } from '../../runtime/clock.ts';
import type { PostStyle } from '../../subscriptions/parse-look.ts';
import type { SubscriptionChange } from '../../subscriptions/read-wish.ts';
import type { Subscription } from '../../subscriptions/subscription.ts';
import type { Database } from '../database.ts';
import { givenId, givenRows } from '../rows.ts';
import { channelNumber } from './channels.ts';
import { joinedSubscriptions, styleRow, toPlanned, toSubscription } from './subscription-rows.ts';

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

/** The next slot of a schedule that has none. */
const never = '9999-12-31T00:00:00.000Z';

/** Queries for planning: due subscriptions, planned slots, and the start of the next window. */
export function createSubscriptionPlans(db: Database) {
  const joined = joinedSubscriptions(db);
  return {
    /** Subscriptions that may have a slot to plan: due, or without a computed slot. Suspended ones too, to record or to probe. */
    async toPlan(now: Temporal.Instant, limit: number): Promise<readonly PlannedSubscription[]> {
      await resumeRested(db, now);
      const unknown = db.selectFrom('subscriptions').select('id').where('next_due_at', 'is', null);
      const due = db.selectFrom('subscriptions').select('id').where('next_due_at', '<=', toIso(now));
      const rows = await db
        .selectFrom('subscriptions')
        .select(['id', 'days', 'times', 'zone', 'due_since', 'planned_until', 'window_start'])
        .where('state', '!=', 'paused')
        .where('told_as', '!=', 'alerts')
        // Both halves use the index; with OR the whole table would be scanned every minute.
        .where('id', 'in', unknown.unionAll(due))
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(toPlanned);
    },

    /** Subscriptions with alerts whose channel works or may be retried. */
    async wantingAlerts(now: Temporal.Instant): Promise<readonly Subscription[]> {
      const rows = await joined
        .where('s.told_as', 'in', ['alerts', 'both'])
        .where(({ eb, or, and }) =>
          or([
            eb('s.state', '=', 'active'),
            and([eb('s.state', '=', 'suspended'), eb('s.probe_at', '<=', toIso(now))]),
          ]),
        )
        .orderBy('s.id')
        .execute();
      return rows.map(toSubscription);
    },

    async setPlanned(plans: readonly Omit<Plan, 'deliveries'>[]): Promise<void> {
      if (plans.length === 0) return;
      const rows = plans.map(({ subscriptionId, until, nextDueAt }) => [
        givenId(subscriptionId),
        toIso(until),
        nextDueAt ? toIso(nextDueAt) : never,
      ]);
      await sql`with given (id, planned_until, next_due_at) as (${givenRows(rows)})
        update subscriptions set planned_until = given.planned_until, next_due_at = given.next_due_at
        from given where subscriptions.id = given.id + 0`.execute(db);
    },

    /** Clears all computed slots, so that they are recomputed: a new release of the time zone data may have moved them. */
    async forgetNextDue(): Promise<void> {
      await db.updateTable('subscriptions').set({ next_due_at: null }).execute();
    },

    /** Ends windows, by subscription: the next one begins at that time, never earlier than before. */
    async endWindows(ends: ReadonlyMap<number, Temporal.Instant>): Promise<void> {
      if (ends.size === 0) return;
      const rows = [...ends].map(([id, end]) => [givenId(id), toIso(end)]);
      await sql`with given (id, window_end) as (${givenRows(rows)})
        update subscriptions set window_start = given.window_end
        from given where subscriptions.id = given.id + 0 and window_start < given.window_end`.execute(db);
    },
  };
}

/** Ends expired pauses. A slot exactly at the end is included. */
async function resumeRested(db: Database, now: Temporal.Instant): Promise<void> {
  const rested = await db
    .selectFrom('subscriptions')
    .select(['id', 'paused_until'])
    .where('state', '=', 'paused')
    .where('paused_until', '<=', toIso(now))
    .execute();
  for (const { id, paused_until } of rested) {
    const since = Temporal.Instant.from(paused_until ?? toIso(now)).subtract({ milliseconds: 1 });
    await db
      .updateTable('subscriptions')
      .set({ state: 'active', paused_until: null, next_due_at: null, due_since: toIso(since) })
      .where('id', '=', id)
      .execute();
  }
}
