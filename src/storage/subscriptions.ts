import { type Selectable, sql } from 'kysely';
import type { BriefingLength } from '../briefings/briefing.ts';
import type { ChannelRef, Platform, PostLook } from '../chat/chat.ts';
import type { Plan, PlannedSubscription } from '../deliveries/plan-due.ts';
import { toIso } from '../runtime/clock.ts';
import type { PostStyle } from '../subscriptions/parse-look.ts';
import type { SubscriptionChange } from '../subscriptions/read-wish.ts';
import type { Schedule, Weekday } from '../subscriptions/schedule.ts';
import type { NewSubscription, Subscription, SubscriptionState } from '../subscriptions/subscription.ts';
import type { ToldAs } from '../subscriptions/told-as.ts';
import { channelNumber, quietOf } from './channels.ts';
import type { Database } from './database.ts';
import { givenId, givenRows } from './given-rows.ts';
import type { ChannelRow, SubscriptionRow } from './schema.ts';

export type Subscriptions = ReturnType<typeof createSubscriptions>;

interface Suspension {
  readonly scope: 'channel' | 'workspace';
  readonly reason: string;
  readonly probeAt: Temporal.Instant;
}

/** The next slot of a schedule that has none. */
const never = '9999-12-31T00:00:00.000Z';

/** Which channel wants what, and when. */
export function createSubscriptions(db: Database) {
  const joined = db
    .selectFrom('subscriptions as s')
    .innerJoin('channels as c', 'c.id', 's.channel_number')
    .selectAll('s')
    .select([
      'c.platform',
      'c.workspace_id',
      'c.channel_id',
      'c.quiet_from',
      'c.quiet_until',
      'c.zone as channel_zone',
    ]);
  return {
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

    /** What an operator looks for: those that stand still, then those due next; of each so many at most. */
    async upNext(limit: number): Promise<readonly Subscription[]> {
      const still = await joined.where('s.state', '!=', 'active').orderBy('s.id').limit(limit).execute();
      const next = await joined.where('s.state', '=', 'active').orderBy('s.next_due_at').limit(limit).execute();
      return [...still, ...next].map(toSubscription);
    },

    /** By a person. Slots that passed while it was paused or suspended are not asked for. A pause may have an end. */
    async setState(
      id: number,
      state: 'active' | 'paused',
      { at, until }: { at: Temporal.Instant; until?: Temporal.Instant | undefined },
    ): Promise<void> {
      const since = state === 'active' ? { due_since: toIso(at) } : {};
      const pausedUntil = until === undefined ? null : toIso(until);
      await db
        .updateTable('subscriptions')
        .set({ state, reason: null, probe_at: null, next_due_at: null, paused_until: pausedUntil, ...since })
        .where('id', '=', id)
        .execute();
    },

    /** Lets a person take it to another channel. */
    async offer(id: number, userId: string, at: Temporal.Instant): Promise<void> {
      await db
        .updateTable('subscriptions')
        .set({ offered_to: userId, offered_at: toIso(at) })
        .where('id', '=', id)
        .execute();
    },

    /** What a person may take to a channel of that workspace: offered since then. */
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

    /** To another channel, with what is still to be sent; trouble of the old channel is left behind. */
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

    /** Whom its posts mention, and how their sender looks; what is left out is none. */
    async setStyle(id: number, style: PostStyle): Promise<void> {
      await db.updateTable('subscriptions').set(styleRow(style)).where('id', '=', id).execute();
    },

    /** Another schedule counts from `at` on; briefings after a time of alerts alone look back one day. */
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

    /** Those that may have a slot to plan: due by what was computed, or not computed. Suspended ones too, to record or to probe. */
    async toPlan(now: Temporal.Instant, limit: number): Promise<readonly PlannedSubscription[]> {
      await resumeRested(db, now);
      const unknown = db.selectFrom('subscriptions').select('id').where('next_due_at', 'is', null);
      const due = db.selectFrom('subscriptions').select('id').where('next_due_at', '<=', toIso(now));
      const rows = await db
        .selectFrom('subscriptions')
        .select(['id', 'days', 'times', 'zone', 'due_since', 'planned_until', 'window_start'])
        .where('state', '!=', 'paused')
        .where('told_as', '!=', 'alerts')
        // Both halves by the index; with OR the whole table is read every minute.
        .where('id', 'in', unknown.unionAll(due))
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(toPlanned);
    },

    /** Those that want alerts, and whose channel works or may be tried again. */
    async wantingAlerts(now: Temporal.Instant): Promise<readonly Subscription[]> {
      const rows = await joined
        .where('s.told_as', '!=', 'digest')
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

    /** Has every next slot computed anew: a new release of the time zone data may have moved them. */
    async forgetNextDue(): Promise<void> {
      await db.updateTable('subscriptions').set({ next_due_at: null }).execute();
    },

    /** Ends windows, by subscription: the next one begins at that time, never earlier than it did. */
    async endWindows(ends: ReadonlyMap<number, Temporal.Instant>): Promise<void> {
      if (ends.size === 0) return;
      const rows = [...ends].map(([id, end]) => [givenId(id), toIso(end)]);
      await sql`with given (id, window_end) as (${givenRows(rows)})
        update subscriptions set window_start = given.window_end
        from given where subscriptions.id = given.id + 0 and window_start < given.window_end`.execute(db);
    },

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
        .set({ state: 'suspended', reason, probe_at: toIso(probeAt) })
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

    /** Removes a subscription with its deliveries, and with them what it was told. */
    async remove(id: number): Promise<void> {
      await db.deleteFrom('deliveries').where('subscription_id', '=', id).execute();
      await db.deleteFrom('subscriptions').where('id', '=', id).execute();
    },
  };
}

/** Ends pauses that have an end. A slot at the very end is asked for. */
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

function styleRow({ mention, look }: PostStyle) {
  return { mention: mention ?? null, look: look ? JSON.stringify(look) : null };
}

type PlannedRow = Pick<
  Selectable<SubscriptionRow>,
  'id' | 'days' | 'times' | 'zone' | 'due_since' | 'planned_until' | 'window_start'
>;

function toPlanned(row: PlannedRow): PlannedSubscription {
  return {
    id: row.id,
    schedule: scheduleOf(row),
    dueSince: Temporal.Instant.from(row.due_since),
    plannedUntil: Temporal.Instant.from(row.planned_until),
    windowStart: Temporal.Instant.from(row.window_start),
  };
}

function scheduleOf({ days, times, zone }: Pick<PlannedRow, 'days' | 'times' | 'zone'>): Schedule {
  return { days: days.split(',').map((day) => Number(day) as Weekday), times: times.split(','), zone };
}

type JoinedRow = Selectable<SubscriptionRow> &
  Pick<Selectable<ChannelRow>, 'platform' | 'workspace_id' | 'channel_id' | 'quiet_from' | 'quiet_until'> & {
    readonly channel_zone: string;
  };

function toSubscription(row: JoinedRow): Subscription {
  const { quiet } = quietOf(row);
  return {
    id: row.id,
    channel: { platform: row.platform as Platform, workspaceId: row.workspace_id, channelId: row.channel_id },
    interest: row.interest,
    as: row.told_as as ToldAs,
    schedule: scheduleOf(row),
    language: row.language,
    length: row.length as BriefingLength,
    maxStories: row.max_stories,
    state: row.state as SubscriptionState,
    ...(row.reason === null ? {} : { reason: row.reason }),
    ...(row.mention === null ? {} : { mention: row.mention }),
    ...(row.look === null ? {} : { look: JSON.parse(row.look) as PostLook }),
    createdBy: row.created_by,
    createdAt: Temporal.Instant.from(row.created_at),
    windowStart: Temporal.Instant.from(row.window_start),
    dueSince: Temporal.Instant.from(row.due_since),
    plannedUntil: Temporal.Instant.from(row.planned_until),
    ...(row.probe_at === null ? {} : { probeAt: Temporal.Instant.from(row.probe_at) }),
    ...(row.paused_until === null ? {} : { pausedUntil: Temporal.Instant.from(row.paused_until) }),
    ...(quiet ? { quiet: { ...quiet, zone: row.channel_zone } } : {}),
  };
}
