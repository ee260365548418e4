import type { Briefing } from '../../src/briefings/briefing.ts';
import type { Delivery } from '../../src/deliveries/delivery.ts';
import type { Subscription } from '../../src/subscriptions/subscription.ts';

/** A briefing that tells nothing but that it came. */
export async function emptyBriefing(
  { interest, language, length, windowStart }: Subscription,
  { id, windowEnd }: Delivery,
): Promise<Briefing> {
  const window = { windowStart: windowStart.toString(), windowEnd: windowEnd.toString() };
  return { id, interest, language, length, ...window, stories: [], also: [], wordCount: 0 };
}
