import type { Subscription } from '../subscriptions/subscription.ts';
import type { Delivery } from './delivery.ts';

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
