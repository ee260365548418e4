import type { Briefing } from '../briefings/briefing.ts';
import type { ChannelRef, PostRef } from '../chat/chat.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import type { Reason } from '../wording/reason.ts';

/**
 * due -> claimed (lease) -> sent | retrying (when) | suspended (why) | dead (why); or missed, when its time passed while nobody ran.
 * A claim whose lease expired can be claimed again by any process.
 */
export type DeliveryState = 'due' | 'claimed' | 'sent' | 'retrying' | 'suspended' | 'dead' | 'missed';

/** One briefing or alert to one channel. (subscriptionId, slot) is unique, so a restart never sends twice. */
export interface Delivery {
  readonly id: string;
  readonly subscriptionId: number;
  /** For an alert: its story. It ends no window. */
  readonly storyId?: number;
  readonly slot: string;
  readonly dueAt: Temporal.Instant;
  readonly windowStart: Temporal.Instant;
  readonly windowEnd: Temporal.Instant;
  readonly state: DeliveryState;
  /** Failed tries. One during which the process was killed does not count: its outcome is looked up on the platform. */
  readonly attempts: number;
  /** While claimed: when the claim runs out. */
  readonly claimedUntil?: Temporal.Instant;
  readonly retryAt?: Temporal.Instant;
  readonly briefingId?: string;
  readonly post?: PostRef;
  readonly sentAt?: Temporal.Instant;
  readonly reason?: Reason;
  readonly isLate: boolean;
  /** Retried by the operator: sent whatever its age. */
  readonly isByHand?: boolean;
}

/** A claimed delivery on its way. */
export interface OutboxItem {
  readonly delivery: Delivery;
  readonly subscription: Subscription;
  /** What it carries, once that is composed and remembered. */
  briefing?: Briefing;
  /** The platform was checked for an earlier try, without finding one. */
  isLookedUp: boolean;
  /** How often the platform asked to wait since the claim. */
  pauses: number;
}

/** Whether it may be in the channel already: an earlier claim prepared it, with unknown outcome. */
export function needsLookup({ delivery, isLookedUp }: Pick<OutboxItem, 'delivery' | 'isLookedUp'>): boolean {
  return delivery.briefingId !== undefined && !isLookedUp;
}

/** A delivery that was given up, with nothing sent to its subscription since. */
export interface DeadEnd {
  readonly deliveryId: string;
  readonly subscriptionId: number;
  readonly channel: ChannelRef;
  readonly dueAt: Temporal.Instant;
  readonly reason: Reason;
}
