import type { Briefing } from '../briefings/briefing.ts';
import type { ChannelRef, Chat, PostRef } from '../chat/chat.ts';
import type { Message } from '../chat/message.ts';
import { isQuiet } from '../subscriptions/parse-quiet.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import type { Delivery } from './delivery.ts';
import { type Job, needsLookup, type Settlement } from './outbox-storage.ts';
import { type Waiting, waitingFor } from './pacing.ts';
import { type PrepareOptions, prepareJobs, recordSkip, skipOf } from './prepare-items.ts';
import { recordFailure } from './record-failure.ts';

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

/** Requests to a platform, counted by its limiter. */
export type Paced = <Answer>(channel: ChannelRef, request: () => Promise<Answer>) => Promise<Answer>;

export interface StepOptions extends PrepareOptions {
  /** The message that tells a briefing to a subscription. */
  readonly tell: (briefing: Briefing, subscription: Subscription, delivery: Delivery) => Message;
  readonly paced: Paced;
}

/** A delivery stands in its channel: found there, or posted with this message. */
export interface Posted {
  readonly kind: 'posted';
  readonly post: PostRef;
  readonly message?: Message;
}

/** What ends a step otherwise. `again` goes back to the waiting room; the rest of it see pacing.ts. */
export type Unsent = { readonly kind: 'ended' } | { readonly kind: 'again' } | Waiting;

/**
 * Takes a job one request further: a delivery that was tried before is looked up on the platform, one that is not there is posted. What
 * the platform says, and what cannot be told, is recorded; throws what the database cannot do.
 */
async function takeStep(job: Job, options: StepOptions): Promise<Posted | Unsent> {
  const { delivery, subscription } = job;
  const { channel } = subscription;
  if (needsLookup(job)) {
    const looked = await ask(job, options, (chat) =>
      chat.findDelivery(channel, delivery.id, { since: delivery.dueAt }),
    );
    if (looked.kind !== 'answered') return looked;
    if (looked.answer) return { kind: 'posted', post: looked.answer };
    job.isLookedUp = true;
    return (await prepareJobs([job], options)).length > 0 ? { kind: 'again' } : { kind: 'ended' };
  }
  const skip = skipOf(job, options.clock.now());
  if (skip) {
    await recordSkip(job, skip, options);
    return { kind: 'ended' };
  }
  return postPrepared(job, options);
}

async function postPrepared(job: Job, options: StepOptions): Promise<Posted | Unsent> {
  const { delivery, subscription } = job;
  let message: Message;
  try {
    message = tellPrepared(job, options);
  } catch (error) {
    await recordFailure(error, job, options);
    return { kind: 'ended' };
  }
  // Nothing is waited for before the request: the place in the rate that was found free would be given to others meanwhile.
  const posted = await ask(job, { ...options, message }, (chat) =>
    chat.post(subscription.channel, message, {
      deliveryId: delivery.id,
      ...(isQuietFor(subscription, options.clock.now()) ? { quiet: true } : {}),
      ...(subscription.mention === undefined ? {} : { mention: subscription.mention }),
      ...(subscription.look === undefined ? {} : { look: subscription.look }),
    }),
  );
  return posted.kind === 'answered' ? { kind: 'posted', post: posted.answer, message } : posted;
}

function tellPrepared({ briefing, subscription, delivery }: Job, { tell }: StepOptions): Message {
  if (!briefing) throw new Error(`Delivery ${delivery.id} was not prepared`);
  return tell(briefing, subscription, delivery);
}

/** One request to the platform; where it fails, what follows is recorded. */
async function ask<Answer>(
  job: Job,
  options: StepOptions & { readonly message?: Message },
  request: (chat: Chat) => Promise<Answer>,
): Promise<{ readonly kind: 'answered'; readonly answer: Answer } | Unsent> {
  const { subscription } = job;
  try {
    const chat = chatOf(subscription, options.chats);
    return { kind: 'answered', answer: await options.paced(subscription.channel, () => request(chat)) };
  } catch (error) {
    const waiting = waitingFor(error, job, options.clock.now());
    if (waiting) return waiting;
    await recordFailure(error, job, options);
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
