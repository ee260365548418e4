import type { Briefing } from '../briefings/briefing.ts';
import type { ChannelRef, Chat, ChatError, PostRef, RetryScope } from '../chat/chat.ts';
import type { Message } from '../chat/message.ts';
import { isQuiet } from '../subscriptions/parse-quiet.ts';
import { minutesBetween } from '../subscriptions/slots.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
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

/** What a platform asked to wait, and what for. */
export interface Pause {
  readonly ms: number;
  readonly scope: RetryScope;
}

/**
 * How a step with a job ended. `again` goes back to the waiting room, after the pause that the platform asked for; `later` goes back to the
 * table for so long, with a `pause` that others have to keep too.
 */
export type Outcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'ended' }
  | { readonly kind: 'again'; readonly pause?: Pause }
  | { readonly kind: 'later'; readonly waitMs: number; readonly pause?: Pause };

/** Requests to a platform, counted by its limiter. */
export type Paced = <Answer>(channel: ChannelRef, request: () => Promise<Answer>) => Promise<Answer>;

/** Pauses up to here are waited for with the claim held; longer ones are left to the table. */
export const patienceMs = 20_000;
const pausesPerClaim = 20;
/** Being asked to wait is no failure for so long after a delivery was due; then it counts as one, so that nothing waits for ever. */
const waitsAtMostMinutes = 24 * 60;

/**
 * Takes a job one request further: a delivery that was tried before is looked up on the platform, one that is not there is posted.
 * Never throws; what happened is recorded.
 */
export async function deliverOne(
  job: Job,
  options: DeliverOptions & { readonly paced: Paced; readonly settle: (settlement: Settlement) => Promise<void> },
): Promise<Outcome> {
  const { delivery, subscription } = job;
  let message: Message | undefined;
  try {
    const chat = chatOf(subscription, options.chats);
    if (needsLookup(job)) {
      const known = await options.paced(subscription.channel, () =>
        chat.findDelivery(subscription.channel, delivery.id),
      );
      if (known) return await recordSent(job, known, options);
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
    const outcome = await recordSent(job, post, options);
    options.onDelivered?.(delivery, subscription, message);
    return outcome;
  } catch (error) {
    const waiting = waitOf(error, job, options.clock.now());
    if (waiting) return waiting;
    await recordFailure(error, job, { ...options, ...(message ? { message } : {}) });
    return { kind: 'ended' };
  }
}

/** How a platform's wish to be left alone is met; undefined where it asked for nothing, or has asked for too long. */
function waitOf(error: unknown, job: Job, now: Temporal.Instant): Outcome | undefined {
  const pause = pauseOf(error);
  if (!pause) return undefined;
  // Slack counts looks into its history apart from posts: these may go on.
  const isApart = needsLookup(job) && pause.scope === 'workspace';
  if (!isApart && pause.ms <= patienceMs) return ++job.pauses <= pausesPerClaim ? { kind: 'again', pause } : undefined;
  if (minutesBetween(job.delivery.dueAt, now) > waitsAtMostMinutes) return undefined;
  return { kind: 'later', waitMs: pause.ms, ...(isApart ? {} : { pause }) };
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

function pauseOf(error: unknown): Pause | undefined {
  const { kind, retryAfterMs, retryScope } = error as Partial<ChatError>;
  if (kind !== 'retryable' || retryAfterMs === undefined) return undefined;
  return { ms: retryAfterMs, scope: retryScope ?? 'channel' };
}
