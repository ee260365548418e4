import type { Briefing } from '../briefings/briefing.ts';
import type { Chat, PostRef } from '../chat/chat.ts';
import type { Message } from '../chat/message.ts';
import { isQuiet } from '../subscriptions/parse-quiet.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import { type Delivery, needsLookup, type OutboxItem } from './delivery.ts';
import type { Settlement } from './outbox-storage.ts';
import { type BackOff, backOffFor, type Paced } from './pacing.ts';
import { type PrepareOptions, prepareItems, recordSkip, skipOf } from './prepare-items.ts';
import { recordFailure } from './record-failure.ts';

export interface DeliverOptions extends Omit<SendOptions, 'paced'> {
  readonly onDelivered?: (delivery: Delivery, subscription: Subscription, message: Message) => void;
}

/** How a step with an item ended. */
export type Outcome = { readonly kind: 'sent' } | Unsent;

type Settling = { readonly settle: (settlement: Settlement) => Promise<void> };

/**
 * Takes an item one request further. What happened is recorded; throws where that cannot be. Then it stays claimed, and is looked up when
 * its lease is over: what the database cannot do is no fault of the delivery, and counts as no try.
 */
export async function deliverItem(
  item: OutboxItem,
  options: DeliverOptions & Pick<SendOptions, 'paced'> & Settling,
): Promise<Outcome> {
  const step = await lookUpOrPost(item, options);
  if (step.kind !== 'posted') return step;
  const outcome = await recordSent(item, step.post, options);
  if (step.message) options.onDelivered?.(item.delivery, item.subscription, step.message);
  return outcome;
}

async function recordSent(
  { delivery, subscription }: OutboxItem,
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

export interface SendOptions extends PrepareOptions {
  /** The message of a briefing to a subscription. */
  readonly tell: (briefing: Briefing, subscription: Subscription, delivery: Delivery) => Message;
  readonly paced: Paced;
}

/** A delivery reached its channel: it was found there, or posted with this message. */
export interface Posted {
  readonly kind: 'posted';
  readonly post: PostRef;
  readonly message?: Message;
}

/** What ends a step otherwise. `requeue` goes back to the queue; for the rest see pacing.ts. */
export type Unsent = { readonly kind: 'ended' } | { readonly kind: 'requeue' } | BackOff;

/**
 * Takes an item one request further: a delivery that was tried before is looked up on the platform, one that is not there is posted. What
 * the platform says, and whatever is unknown, is recorded; throws on database errors.
 */
async function lookUpOrPost(item: OutboxItem, options: SendOptions): Promise<Posted | Unsent> {
  const { delivery, subscription } = item;
  const { channel } = subscription;
  if (needsLookup(item)) {
    const looked = await ask(item, options, (chat) =>
      chat.findDelivery(channel, delivery.id, { since: delivery.dueAt }),
    );
    if (looked.kind !== 'answered') return looked;
    if (looked.answer) return { kind: 'posted', post: looked.answer };
    item.isLookedUp = true;
    return (await prepareItems([item], options)).length > 0 ? { kind: 'requeue' } : { kind: 'ended' };
  }
  const skip = skipOf(item, options.clock.now());
  if (skip) {
    await recordSkip(item, skip, options);
    return { kind: 'ended' };
  }
  return postPrepared(item, options);
}

async function postPrepared(item: OutboxItem, options: SendOptions): Promise<Posted | Unsent> {
  const { delivery, subscription } = item;
  let message: Message;
  try {
    message = renderPrepared(item, options);
  } catch (error) {
    await recordFailure(error, item, options);
    return { kind: 'ended' };
  }
  // Nothing is waited for before the request: the place in the rate that was found free would be given to others meanwhile.
  const posted = await ask(item, { ...options, message }, (chat) =>
    chat.post(subscription.channel, message, {
      deliveryId: delivery.id,
      ...(isQuietFor(subscription, options.clock.now()) ? { quiet: true } : {}),
      ...(subscription.mention === undefined ? {} : { mention: subscription.mention }),
      ...(subscription.look === undefined ? {} : { look: subscription.look }),
    }),
  );
  return posted.kind === 'answered' ? { kind: 'posted', post: posted.answer, message } : posted;
}

function renderPrepared({ briefing, subscription, delivery }: OutboxItem, { tell }: SendOptions): Message {
  if (!briefing) throw new Error(`Delivery ${delivery.id} was not prepared`);
  return tell(briefing, subscription, delivery);
}

/** One request to the platform; where it fails, what follows is recorded. */
async function ask<Answer>(
  item: OutboxItem,
  options: SendOptions & { readonly message?: Message },
  request: (chat: Chat) => Promise<Answer>,
): Promise<{ readonly kind: 'answered'; readonly answer: Answer } | Unsent> {
  const { subscription } = item;
  try {
    const chat = chatOf(subscription, options.chats);
    return { kind: 'answered', answer: await options.paced(subscription.channel, () => request(chat)) };
  } catch (error) {
    const waiting = backOffFor(error, item, options.clock.now());
    if (waiting) return waiting;
    await recordFailure(error, item, options);
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
