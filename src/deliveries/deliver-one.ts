import type { PostRef } from '../chat/chat.ts';
import type { Message } from '../chat/message.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import type { Delivery } from './delivery.ts';
import type { Job } from './job.ts';
import type { Settlement } from './outbox-storage.ts';
import { type StepOptions, takeStep, type Unsent } from './take-step.ts';

export interface DeliverOptions extends Omit<StepOptions, 'paced'> {
  readonly onDelivered?: (delivery: Delivery, subscription: Subscription, message: Message) => void;
}

/** How a step with a job ended. */
export type Outcome = { readonly kind: 'sent' } | Unsent;

type Settling = { readonly settle: (settlement: Settlement) => Promise<void> };

/**
 * Takes a job one request further. What happened is recorded; throws where that cannot be. Then it stays claimed, and is looked up when
 * its lease is over: what the database cannot do is no fault of the delivery, and counts as no try.
 */
export async function deliverOne(
  job: Job,
  options: DeliverOptions & Pick<StepOptions, 'paced'> & Settling,
): Promise<Outcome> {
  const step = await takeStep(job, options);
  if (step.kind !== 'posted') return step;
  const outcome = await recordSent(job, step.post, options);
  if (step.message) options.onDelivered?.(job.delivery, job.subscription, step.message);
  return outcome;
}

async function recordSent(
  { delivery, subscription }: Job,
  post: PostRef,
  { settle, clock, log }: Pick<DeliverOptions, 'clock' | 'log'> & Settling,
): Promise<Outcome> {
  const resumes = subscription.state === 'suspended';
  await settle({ delivery, post, sentAt: clock.now(), resumes });
  const { id: deliveryId, attempts: failed, storyId } = delivery;
  const facts = { deliveryId, storyId, failed, channel: subscription.channel.channelId };
  log.info(facts, resumes ? 'delivered; the channel works again' : 'delivered');
  return { kind: 'sent' };
}
