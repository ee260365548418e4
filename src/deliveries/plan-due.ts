import type { Log } from '../runtime/log.ts';
import { graceMinutesOf, minutesBetween, type Slot, slotsAround } from '../subscriptions/slots.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import { reason } from '../wording/reason.ts';
import type { Delivery } from './delivery.ts';

/** What a look at one subscription decides. */
export interface Plan {
  readonly subscriptionId: number;
  readonly deliveries: readonly Delivery[];
  readonly until: Temporal.Instant;
  /** Undefined for a schedule that is never due. */
  readonly nextDueAt?: Temporal.Instant;
}

/** What planning needs to know of a subscription. */
export type PlannedSubscription = Pick<Subscription, 'id' | 'schedule' | 'dueSince' | 'plannedUntil' | 'windowStart'>;

/** The queries for planning. */
export interface PlanStorage {
  /** Active and suspended subscriptions whose next slot may have come, at most this many. */
  toPlan(now: Temporal.Instant, limit: number): Promise<readonly PlannedSubscription[]>;
  /** Keeps deliveries that are not known yet, and how far was planned: together or not at all. */
  recordPlans(plans: readonly Plan[]): Promise<void>;
}

export interface PlanRequest {
  readonly storage: PlanStorage;
  readonly now: Temporal.Instant;
  /** Looks again at the day before what was planned: a new process may know other rules of the time zones. */
  readonly looksBack: boolean;
  readonly log: Log;
}

const plannedTogether = 200;

/**
 * Puts every slot that came due since the last look into the outbox: the latest missed one to be delivered, late if need be, unless
 * its grace is over; older ones as missed, their news falls into the next window. The database keeps (subscription, slot) unique,
 * so a late, doubled or missing tick changes nothing, nor does a clock that was set back.
 */
export async function planDue(request: PlanRequest): Promise<void> {
  const { storage, now } = request;
  for (;;) {
    const subscriptions = await storage.toPlan(now, plannedTogether);
    if (subscriptions.length > 0) await storage.recordPlans(subscriptions.map((one) => planAnyhow(one, request)));
    // Planned ones are due later, so that the next check does not find them.
    if (subscriptions.length < plannedTogether) return;
  }
}

/** So far a slot moves when a zone changes its rules, or the date line. Known slots stay as they are. */
const lookBackHours = 26;

/** One that cannot be planned, such as with an unknown time zone, does not block the others. */
function planAnyhow(subscription: PlannedSubscription, request: PlanRequest): Plan {
  try {
    return planOf(subscription, request);
  } catch (err) {
    const { id: subscriptionId, schedule, plannedUntil } = subscription;
    request.log.error(
      { err, subscriptionId, schedule },
      'a subscription could not be planned; the next try is in an hour',
    );
    return { subscriptionId, deliveries: [], until: plannedUntil, nextDueAt: request.now.add({ hours: 1 }) };
  }
}

function planOf(subscription: PlannedSubscription, { now, looksBack }: PlanRequest): Plan {
  const { schedule, dueSince, plannedUntil } = subscription;
  const after = later(dueSince, looksBack ? plannedUntil.subtract({ hours: lookBackHours }) : plannedUntil);
  const { slots, next } = slotsAround(schedule, after, now);
  return {
    subscriptionId: subscription.id,
    deliveries: slots.map((slot, index) => planOne(subscription, slot, { now, isLatest: index === slots.length - 1 })),
    until: later(now, plannedUntil),
    ...(next ? { nextDueAt: next.dueAt } : {}),
  };
}

/** A slot this long after its time is late to the reader. */
const lateAfterMinutes = 5;

function planOne(
  subscription: PlannedSubscription,
  slot: Slot,
  { now, isLatest }: { now: Temporal.Instant; isLatest: boolean },
): Delivery {
  const why = !isLatest
    ? reason('laterSlotDue')
    : isPastGrace(subscription, slot, now)
      ? reason('notRunning')
      : undefined;
  return {
    id: `${subscription.id}-${slot.key}`,
    subscriptionId: subscription.id,
    slot: slot.key,
    dueAt: slot.dueAt,
    windowStart: subscription.windowStart,
    windowEnd: slot.dueAt,
    state: why === undefined ? 'due' : 'missed',
    attempts: 0,
    ...(why === undefined ? {} : { reason: why }),
    isLate: minutesBetween(slot.dueAt, now) > lateAfterMinutes,
  };
}

/** Whether a slot is so long ago that its news belongs in the next briefing. */
export function isPastGrace(
  { schedule }: Pick<Subscription, 'schedule'>,
  { dueAt }: Pick<Slot, 'dueAt'>,
  now: Temporal.Instant,
): boolean {
  const lateMinutes = minutesBetween(dueAt, now);
  // Most slots are planned in their minute; the grace costs a look for the next slot.
  return lateMinutes > 1 && lateMinutes > graceMinutesOf(schedule, { dueAt });
}

function later(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return minutesBetween(a, b) > 0 ? b : a;
}

/**
 * A delivery outside the slots, due at once: its window ends now, the next slot's begins there. Named by its minute, so that a button
 * pressed twice, or a press that a platform sends twice, is one delivery.
 */
export function deliveryNow({ id, windowStart }: Subscription, now: Temporal.Instant): Delivery {
  const slot = `now-${now.toString({ smallestUnit: 'minute' })}`;
  return {
    id: `${id}-${slot}`,
    subscriptionId: id,
    slot,
    dueAt: now,
    windowStart,
    windowEnd: now,
    state: 'due',
    attempts: 0,
    isLate: false,
  };
}
