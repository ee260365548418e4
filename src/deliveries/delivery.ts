import type { PostRef } from '../chat/chat.ts';
import type { Reason } from '../wording/reason.ts';

/**
 * due -> claimed (lease) -> sent | retrying (when) | suspended (why) | dead (why); or missed, when its time passed while nobody ran.
 * A claim whose lease ran out is taken again by whoever comes.
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
  /** Tries that failed. A process that was killed at one does not count: the platform is asked what became of it. */
  readonly attempts: number;
  /** While claimed: when the claim runs out. */
  readonly claimedUntil?: Temporal.Instant;
  readonly retryAt?: Temporal.Instant;
  readonly briefingId?: string;
  readonly post?: PostRef;
  readonly sentAt?: Temporal.Instant;
  readonly reason?: Reason;
  readonly isLate: boolean;
  /** The operator asked for it again: it is sent whatever its age. */
  readonly isByHand?: boolean;
}
