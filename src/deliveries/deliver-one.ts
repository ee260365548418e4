import type { Briefing } from '../briefings/briefing.ts';
import type { ChannelRef, Chat, PostRef } from '../chat/chat.ts';
import type { Message } from '../chat/message.ts';
import { isQuiet } from '../subscriptions/parse-quiet.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import { type Waiting, waitingFor } from './asked-to-wait.ts';
import type { Delivery } from './delivery.ts';
import { type Job, needsLookup } from './job.ts';
import type { Settlement } from './outbox-storage.ts';
import { type PrepareOptions, prepareJobs } from './prepare-jobs.ts';
import { recordFailure } from './record-failure.ts';
import { recordSkip, skipOf } from './skip.ts';

export interface DeliverOptions extends PrepareOptions {
  /** The message that tells a briefing to a subscription. */
  readonly tell: (briefing: Briefing, subscription: Subscription, delivery: Delivery) => Message;
  readonly onDelivered?: (delivery: Delivery, subscription: Subscription, message: Message) => void;
}

/** How a step with a job ended. `again` goes back to the waiting room; the rest of it see asked-to-wait.ts. */
export type Outcome = { readonly kind: 'sent' } | Unsent;
type Unsent = { readonly kind: 'ended' } | { readonly kind: 'again' } | Waiting;

/** Requests to a platform, counted by its limiter. */
export type Paced = <Answer>(channel: ChannelRef, request: () => Promise<Answer>) => Promise<Answer>;

/** A delivery stands in its channel: found there, or posted with this message. */
interface Posted {
  readonly kind: 'posted';
  readonly post: PostRef;
  readonly message?: Message;
}

type StepOptions = DeliverOptions & { readonly paced: Paced };

/**
 * Takes a job one request further: a delivery that was tried before is looked up on the platform, one that is not there is posted.
 * What happened is recorded; throws where that cannot be. Then it stays claimed, and is looked up when its lease is over: what the
 * database cannot do is no fault of the delivery, and counts as no try.
 */
export async function deliverOne(
  job: Job,
  options: StepOptions & { readonly settle: (settlement: Settlement) => Promise<void> },
): Promise<Outcome> {
  const step = await takeStep(job, options);
  if (step.kind !== 'posted') return step;
  const outcome = await recordSent(job, step.post, options);
  if (step.message) options.onDelivered?.(job.delivery, job.subscription, step.message);
  return outcome;
}

async function takeStep(job: Job, options: StepOptions): Promise<Posted | Unsent> {
  const { delivery, subscription } = job;
  let message: Message | undefined;
  try {
    const chat = chatOf(subscription, options.chats);
    if (needsLookup(job)) {
      const post = await options.paced(subscription.channel, () =>
        chat.findDelivery(subscription.channel, delivery.id),
      );
      if (post) return { kind: 'posted', post };
      job.isLookedUp = true;
      return (await prepareJobs([job], options)).length > 0 ? { kind: 'again' } : { kind: 'ended' };
    }
    const skip = skipOf(job, options.clock.now());
    if (skip) {
      await recordSkip(job, skip, options);
      return { kind: 'ended' };
    }
    if (!job.briefing) throw new Error(`Delivery ${delivery.id} was not prepared`);
    message = options.tell(job.briefing, subscription, delivery);
    const told = message;
    const post = await options.paced(subscription.channel, () =>
      chat.post(subscription.channel, told, {
        deliveryId: delivery.id,
        ...(isQuietFor(subscription, options.clock.now()) ? { quiet: true } : {}),
        ...(subscription.mention === undefined ? {} : { mention: subscription.mention }),
        ...(subscription.look === undefined ? {} : { look: subscription.look }),
      }),
    );
    return { kind: 'posted', post, message };
  } catch (error) {
    const waiting = waitingFor(error, job, options.clock.now());
    if (waiting) return waiting;
    await recordFailure(error, job, { ...options, ...(message ? { message } : {}) });
    return { kind: 'ended' };
  }
}

/** A briefing that is due in quiet hours was asked for at that time: it comes then, without a sound. */
function isQuietFor({ quiet }: Subscription, now: Temporal.Instant): boolean {
  return quiet !== undefined && isQuiet(quiet, now, quiet.zone);
}

function chatOf({ channel }: Subscription, chats: readonly Chat[]): Chat {
  const chat = chats.find(({ platform }) => platform === channel.platform);
  if (!chat) throw new Error(`No chat runs for ${channel.platform}`);
  return chat;
}

async function recordSent(
  { delivery, subscription }: Job,
  post: PostRef,
  { settle, clock, log }: DeliverOptions & { readonly settle: (settlement: Settlement) => Promise<void> },
): Promise<Outcome> {
  const resumes = subscription.state === 'suspended';
  await settle({ delivery, post, sentAt: clock.now(), resumes });
  const { id: deliveryId, attempts: failed, storyId } = delivery;
  const facts = { deliveryId, storyId, failed, channel: subscription.channel.channelId };
  log.info(facts, resumes ? 'delivered; the channel works again' : 'delivered');
  return { kind: 'sent' };
}
