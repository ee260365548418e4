import type { BriefingLength } from '../briefings/briefing.ts';
import type { ChannelRef, PostLook } from '../chat/chat.ts';
import { UserError } from '../user-error.ts';
import type { Catalog } from '../wording/catalog.ts';
import { en } from '../wording/en/index.ts';
import type { Reason } from '../wording/reason.ts';
import { timesInEnglish } from '../wording/typed-times.ts';
import type { QuietHours } from './parse-quiet.ts';
import { describeSchedule, type Schedule } from './schedule.ts';

/** `paused` by a person, `suspended` by trouble with the channel (see `reason`); both keep everything. */
export type SubscriptionState = 'active' | 'paused' | 'suspended';

/** A channel's standing request: what, when, how much. */
export interface Subscription {
  readonly id: number;
  readonly channel: ChannelRef;
  /** Canonical spelling, see interest.ts. */
  readonly interest: string;
  readonly as: DeliveryMode;
  /** Kept but unused while it is on alerts only. */
  readonly schedule: Schedule;
  readonly language: string;
  readonly length: BriefingLength;
  readonly maxStories: number;
  readonly state: SubscriptionState;
  readonly reason?: Reason;
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
  /** While suspended: by what. */
  readonly suspendedBy?: SuspendedBy;
  /** While suspended: when the next slot may try whether the channel works again. */
  readonly probeAt?: Temporal.Instant;
  /** While paused: when it resumes by itself. */
  readonly pausedUntil?: Temporal.Instant;
  /** When its channel wants no sound, in the channel's zone. */
  readonly quiet?: QuietHours & { readonly zone: string };
}

/** Briefings by default. */
export type NewSubscription = Omit<
  Subscription,
  'id' | 'as' | 'state' | 'reason' | 'dueSince' | 'plannedUntil' | 'suspendedBy' | 'probeAt' | 'pausedUntil' | 'quiet'
> &
  Partial<Pick<Subscription, 'as'>>;

/** How a subscription is delivered: by briefings at its times, by an alert when a story breaks, by both, or by a review of the week. */
export type DeliveryMode = 'digest' | 'alerts' | 'both' | 'week';

/** "digest", "alerts", "both", "week", also as "digest, alerts". Throws UserError. */
export function parseDeliveryMode(text: string): DeliveryMode {
  const named = new Set(text.toLowerCase().match(/\p{L}+/gu) ?? []);
  named.delete('and');
  const known = [...named].every((word) => /^(?:digests?|alerts?|both|week|weekly)$/.test(word));
  if (!known || named.size === 0) throw new UserError(({ errors }) => errors.unknownDeliveryMode(text));
  if (named.has('week') || named.has('weekly')) {
    if (named.size > 1) throw new UserError(({ errors }) => errors.unknownDeliveryMode(text));
    return 'week';
  }
  const has = (what: string): boolean => named.has(what) || named.has(`${what}s`);
  if (has('both') || (has('digest') && has('alert'))) return 'both';
  return has('alert') ? 'alerts' : 'digest';
}

/** Takes the alerts out of times: "weekdays at 8 and alerts" is both, "alerts" alone has no times. */
export function splitAlerts(typed: string): { readonly as: DeliveryMode; readonly times: string } {
  const times = timesInEnglish(typed);
  const rest = times.replace(/(?:[\s,;+]*\b(?:and|with|plus|und)\b)?[\s,;+]*\balerts?\b/iu, '').trim();
  if (rest === times.trim()) return { as: 'digest', times: typed };
  return { as: rest === '' ? 'alerts' : 'both', times: rest };
}

/** "weekdays at 08:00 (Seoul) and alerts", in a language. */
export function describeWhen({ as, schedule }: Pick<Subscription, 'as' | 'schedule'>, say: Catalog = en): string {
  if (as === 'alerts') return say.subscription.alertsOnly;
  const when = describeSchedule(schedule, say);
  if (as === 'week') return say.subscription.weekReview(when);
  return as === 'both' ? say.subscription.andAlerts(when) : when;
}

/**
 * What suspended a subscription: trouble with its channel, which is tried again once a day; with all of its workspace; or people, who removed
 * the bot from the channel: then it stays away until it is invited, or a person resumes the subscription.
 */
export type SuspendedBy = 'channel' | 'workspace' | 'removal';
