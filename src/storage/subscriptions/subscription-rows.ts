import type { Selectable } from 'kysely';
import type { BriefingLength } from '../../briefings/briefing.ts';
import type { Platform, PostLook } from '../../chat/chat.ts';
import type { PlannedSubscription } from '../../deliveries/plan-due.ts';
import type { PostStyle } from '../../subscriptions/parse-look.ts';
import type { Schedule, Weekday } from '../../subscriptions/schedule.ts';
import type { DeliveryMode, Subscription, SubscriptionState, SuspendedBy } from '../../subscriptions/subscription.ts';
import { readReason } from '../../wording/reason.ts';
import type { Database } from '../database.ts';
import type { ChannelRow, SubscriptionRow } from '../tables.ts';
import { quietOf } from './channels.ts';

/** Subscriptions, each with the facts of its channel that belong to it. */
export function joinedSubscriptions(db: Database) {
  return db
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
}

/** Columns of a style; what is left out is none. */
export function styleRow({ mention, look }: PostStyle) {
  return { mention: mention ?? null, look: look ? JSON.stringify(look) : null };
}

type PlannedRow = Pick<
  Selectable<SubscriptionRow>,
  'id' | 'days' | 'times' | 'zone' | 'due_since' | 'planned_until' | 'window_start'
>;

/** A subscription as planning needs it. */
export function toPlanned(row: PlannedRow): PlannedSubscription {
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

/** A row of `joinedSubscriptions`. */
export function toSubscription(row: JoinedRow): Subscription {
  const { quiet } = quietOf(row);
  return {
    id: row.id,
    channel: { platform: row.platform as Platform, workspaceId: row.workspace_id, channelId: row.channel_id },
    interest: row.interest,
    as: row.told_as as DeliveryMode,
    schedule: scheduleOf(row),
    language: row.language,
    length: row.length as BriefingLength,
    maxStories: row.max_stories,
    state: row.state as SubscriptionState,
    ...(row.reason === null ? {} : { reason: readReason(row.reason) }),
    ...(row.mention === null ? {} : { mention: row.mention }),
    ...(row.look === null ? {} : { look: JSON.parse(row.look) as PostLook }),
    createdBy: row.created_by,
    createdAt: Temporal.Instant.from(row.created_at),
    windowStart: Temporal.Instant.from(row.window_start),
    dueSince: Temporal.Instant.from(row.due_since),
    plannedUntil: Temporal.Instant.from(row.planned_until),
    ...(row.suspended_by === null ? {} : { suspendedBy: row.suspended_by as SuspendedBy }),
    ...(row.probe_at === null ? {} : { probeAt: Temporal.Instant.from(row.probe_at) }),
    ...(row.paused_until === null ? {} : { pausedUntil: Temporal.Instant.from(row.paused_until) }),
    ...(quiet ? { quiet: { ...quiet, zone: row.channel_zone } } : {}),
  };
}
