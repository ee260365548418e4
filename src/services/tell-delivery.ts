import type { Topic } from '../articles/topics.ts';
import type { Briefing } from '../briefings/briefing.ts';
import type { Correction } from '../briefings/news/find-corrections.ts';
import type { Message } from '../chat/message.ts';
import type { Delivery } from '../deliveries/delivery.ts';
import type { InterestReader } from '../subscriptions/interest-reader.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import { tellAlert } from './compose-alert.ts';
import { tellSubscription } from './compose-subscription.ts';

/** Makes the message of a delivery, briefing or alert: as it goes out, or as it reads once its articles were corrected. */
export function createDeliveryRenderer(context: {
  readonly readInterest: InterestReader;
  readonly topics: readonly Topic[];
}): (
  briefing: Briefing,
  subscription: Subscription,
  delivery: Delivery,
  corrections?: readonly Correction[],
) => Message {
  return (briefing, subscription, delivery, corrections = []) => {
    if (delivery.storyId !== undefined)
      return tellAlert(briefing, subscription, { ...delivery, corrections }, context.topics);
    const { dueAt, isLate } = delivery;
    return tellSubscription(briefing, subscription, { at: dueAt, isLate, corrections }, context);
  };
}
