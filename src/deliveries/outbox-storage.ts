import type { ChannelRef, PostRef } from '../chat/chat.ts';
import type { Message } from '../chat/message.ts';
import type { Subscription, SuspendedBy } from '../subscriptions/subscription.ts';
import type { Reason } from '../wording/reason.ts';
import type { Delivery } from './delivery.ts';
import type { NewNotice, NoticeStorage } from './owner-notices.ts';
import type { PlanStorage } from './plan-due.ts';

/** What was sent, to be recorded with the window it ends and, where trouble had suspended the channel, with its return. */
export interface Settlement {
  readonly delivery: Delivery;
  readonly post: PostRef;
  readonly sentAt: Temporal.Instant;
  readonly resumes: boolean;
}

/** A delivery claimed until its lease expires, with its subscription as of the claim. */
export interface ClaimedDelivery {
  readonly delivery: Delivery;
  readonly subscription: Subscription;
}

/** A delivery with the briefing it is going to carry. */
export interface Preparation {
  readonly deliveryId: string;
  readonly briefingId: string;
  readonly windowStart: Temporal.Instant;
}

/** What the outbox needs of storage. Each call is one transaction. */
export interface OutboxStorage extends PlanStorage {
  /** If this process has different time zone rules from the previous one, what is due next is computed again. */
  forgetNextDue(): Promise<void>;
  /** Keeps alerts that are not known yet. */
  recordAlerts(alerts: readonly Delivery[]): Promise<void>;
  /** See storage/deliveries/claim-deliveries.ts: the oldest unfinished delivery of each channel, workspaces in round-robin order. */
  claim(request: {
    readonly now: Temporal.Instant;
    readonly until: Temporal.Instant;
    readonly limit: number;
  }): Promise<readonly ClaimedDelivery[]>;
  /** Releases claims. `mayBePosted`: the platform must be checked before another try. */
  release(
    deliveryIds: readonly string[],
    options: { readonly until: Temporal.Instant; readonly mayBePosted: boolean },
  ): Promise<void>;
  prepare(preparations: readonly Preparation[]): Promise<void>;
  settle(settlements: readonly Settlement[]): Promise<void>;
  markRetrying(deliveryId: string, retryAt: Temporal.Instant, reason: Reason): Promise<void>;
  mark(deliveryId: string, state: 'suspended' | 'missed', reason: Reason): Promise<void>;
  /** Forgets a delivery that was planned and never sent. */
  withdraw(deliveryId: string): Promise<void>;
  markDead(deliveryId: string, reason: Reason, payload: Message | undefined): Promise<void>;
  /** Suspends a channel's or workspace's subscriptions, and keeps the notices to their owners, or neither; gives those that were active until now. */
  suspend(
    channel: ChannelRef,
    facts: {
      readonly by: SuspendedBy;
      readonly reason: Reason;
      readonly probeAt?: Temporal.Instant | undefined;
      readonly at: Temporal.Instant;
    },
    noticesOf: (suspended: readonly Subscription[]) => readonly NewNotice[],
  ): Promise<readonly Subscription[]>;
  readonly notices: NoticeStorage;
  findSubscriptions(ids: readonly number[]): Promise<readonly Subscription[]>;
}
