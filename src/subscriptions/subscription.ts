import type { BriefingLength } from '../briefings/briefing.ts';
import type { ChannelRef, PostLook } from '../chat/chat.ts';
import type { QuietHours } from './parse-quiet.ts';
import type { Schedule } from './schedule.ts';
import type { ToldAs } from './told-as.ts';

/** `paused` by a person, `suspended` by trouble with the channel (see `reason`); both keep everything. */
export type SubscriptionState = 'active' | 'paused' | 'suspended';

/** A channel's standing request: what, when, how much. */
export interface Subscription {
  readonly id: number;
  readonly channel: ChannelRef;
  /** Canonical spelling, see interest.ts. */
  readonly interest: string;
  readonly as: ToldAs;
  /** Kept, and not used, while it is told by alerts alone. */
  readonly schedule: Schedule;
  readonly language: string;
  readonly length: BriefingLength;
  readonly maxStories: number;
  readonly state: SubscriptionState;
  readonly reason?: string;
  /** The one role or user group that its posts mention, by id. */
  readonly mention?: string;
  /** How the sender of its posts looks, instead of the bot. */
  readonly look?: PostLook;
  readonly createdBy: string;
  readonly createdAt: Temporal.Instant;
  /** Where the last delivered window ended. */
  readonly windowStart: Temporal.Instant;
  /** Slots before it are not asked for: when it was created, resumed, or last given another schedule. */
  readonly dueSince: Temporal.Instant;
  /** Slots up to here are in the outbox or recorded as missed. */
  readonly plannedUntil: Temporal.Instant;
  /** While suspended: when the next slot may try whether the channel works again. */
  readonly probeAt?: Temporal.Instant;
  /** While paused: when it goes on by itself. */
  readonly pausedUntil?: Temporal.Instant;
  /** When its channel wants no sound, in the channel's zone. */
  readonly quiet?: QuietHours & { readonly zone: string };
}

/** Told by briefings where it does not say. */
export type NewSubscription = Omit<
  Subscription,
  'id' | 'as' | 'state' | 'reason' | 'dueSince' | 'plannedUntil' | 'probeAt' | 'pausedUntil' | 'quiet'
> &
  Partial<Pick<Subscription, 'as'>>;
