import { type Selectable, sql } from 'kysely';
import type { PostRef } from '../../chat/chat.ts';
import type { Delivery, DeliveryState } from '../../deliveries/delivery.ts';
import { toIso } from '../../runtime/clock.ts';
import { readReason, storedReason } from '../../wording/reason.ts';
import type { DeliveryRow } from '../tables.ts';

/** A planned delivery as a row. */
export function toDeliveryRow(delivery: Delivery) {
  return {
    id: delivery.id,
    subscription_id: delivery.subscriptionId,
    channel_number: sql<number>`(select channel_number from subscriptions where id = ${delivery.subscriptionId})`,
    story_id: delivery.storyId ?? null,
    slot: delivery.slot,
    due_at: toIso(delivery.dueAt),
    window_start: toIso(delivery.windowStart),
    window_end: toIso(delivery.windowEnd),
    state: delivery.state,
    attempts: 0,
    reason: delivery.reason === undefined ? null : storedReason(delivery.reason),
    is_late: delivery.isLate ? 1 : 0,
    is_by_hand: delivery.isByHand ? 1 : 0,
  };
}

/** A delivery from its row. */
export function toDelivery(row: Selectable<DeliveryRow>): Delivery {
  return {
    id: row.id,
    subscriptionId: row.subscription_id,
    ...(row.story_id === null ? {} : { storyId: row.story_id }),
    slot: row.slot,
    dueAt: Temporal.Instant.from(row.due_at),
    windowStart: Temporal.Instant.from(row.window_start),
    windowEnd: Temporal.Instant.from(row.window_end),
    state: row.state as DeliveryState,
    attempts: row.attempts,
    ...(row.claimed_until === null ? {} : { claimedUntil: Temporal.Instant.from(row.claimed_until) }),
    ...(row.retry_at === null ? {} : { retryAt: Temporal.Instant.from(row.retry_at) }),
    ...(row.briefing_id === null ? {} : { briefingId: row.briefing_id }),
    ...(row.post === null ? {} : { post: JSON.parse(row.post) as PostRef }),
    ...(row.sent_at === null ? {} : { sentAt: Temporal.Instant.from(row.sent_at) }),
    ...(row.reason === null ? {} : { reason: readReason(row.reason) }),
    isLate: row.is_late === 1,
    isByHand: row.is_by_hand === 1,
  };
}
