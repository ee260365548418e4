import { graceOf, type Slot, slotsBetween } from '../subscriptions/slots.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import type { Delivery } from './delivery.ts';

export interface DuePlan {
  readonly subscriptions: { list(state: 'active'): Promise<readonly Subscription[]> };
  readonly deliveries: {
    lastPlanned(subscriptionId: number): Promise<Temporal.Instant | undefined>;
    insert(delivery: Delivery): Promise<boolean>;
  };
  readonly now: Temporal.Instant;
}

/**
 * Puts every slot that came due since the last look into the outbox: the latest missed one to be delivered, late if need be, unless
 * its grace is over; older ones as missed, their news falls into the next window. The database keeps (subscription, slot) unique,
 * so a late, doubled or missing tick changes nothing. Gives the number of deliveries now due.
 */
export async function planDue({ subscriptions, deliveries, now }: DuePlan): Promise<number> {
  let due = 0;
  for (const subscription of await subscriptions.list('active')) {
    const lastPlanned = await deliveries.lastPlanned(subscription.id);
    const slots = slotsBetween(subscription.schedule, later(subscription.createdAt, lastPlanned), now);
    for (const [index, slot] of slots.entries()) {
      const delivery = planOne(subscription, slot, { now, isLatest: index === slots.length - 1 });
      const isNew = await deliveries.insert(delivery);
      if (isNew && delivery.state === 'due') due++;
    }
  }
  return due;
}

/** A slot this long after its time is late to the reader. */
const lateAfterMinutes = 5;

function planOne(
  subscription: Subscription,
  slot: Slot,
  { now, isLatest }: { now: Temporal.Instant; isLatest: boolean },
): Delivery {
  const lateMinutes = slot.dueAt.until(now).total('minutes');
  const inGrace = lateMinutes <= graceOf(subscription.schedule, slot).total('minutes');
  const reason = !isLatest
    ? 'a later slot came due before this one was delivered'
    : inGrace
      ? undefined
      : 'the service was not running in time';
  return {
    id: `${subscription.id}-${slot.key}`,
    subscriptionId: subscription.id,
    slot: slot.key,
    dueAt: slot.dueAt,
    windowStart: subscription.windowStart,
    windowEnd: slot.dueAt,
    state: reason === undefined ? 'due' : 'missed',
    attempts: 0,
    ...(reason === undefined ? {} : { reason }),
    isLate: lateMinutes > lateAfterMinutes,
  };
}

function later(a: Temporal.Instant, b: Temporal.Instant | undefined): Temporal.Instant {
  return b && Temporal.Instant.compare(b, a) > 0 ? b : a;
}
