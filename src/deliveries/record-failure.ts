import type { ChannelRef, Chat, ChatError } from '../chat/chat.ts';
import type { Message } from '../chat/message.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Log } from '../runtime/log.ts';
import type { Subscription, SuspendedBy } from '../subscriptions/subscription.ts';
import { type Reason, reasonInEnglish, reasonOf } from '../wording/reason.ts';
import type { Delivery } from './delivery.ts';
import type { OutboxStorage } from './outbox-storage.ts';
import { type NewNotice, noticesOf } from './owner-notices.ts';
import { boundedWait, retryDelayMs } from './pacing.ts';

export interface FailureOptions {
  readonly storage: OutboxStorage;
  readonly chats: readonly Chat[];
  readonly clock: Clock;
  readonly log: Log;
  /** The composed message, if there is one. */
  readonly message?: Message;
}

/** With the growing pauses this is about half an hour. */
const maximumAttempts = 8;

/** Records why a delivery did not go out, and what follows: tried again later, dead, or its channel or workspace suspended. */
export async function recordFailure(
  error: unknown,
  { delivery, subscription }: { readonly delivery: Delivery; readonly subscription: Subscription },
  options: FailureOptions,
): Promise<void> {
  const { storage, clock, log } = options;
  const reason = reasonOf(error);
  const attempts = delivery.attempts + 1;
  const facts = { deliveryId: delivery.id, storyId: delivery.storyId, attempts, err: error };
  const { kind, retryAfterMs } = error as Partial<ChatError>;
  if (kind === 'lost-channel' || kind === 'missing-permission' || kind === 'lost-workspace') {
    const by = kind === 'lost-workspace' ? 'workspace' : 'channel';
    await suspendPlace({ channel: subscription.channel, by, reason }, options);
    await storage.mark(delivery.id, 'suspended', reason);
    log.warn({ ...facts, by }, 'delivery suspended');
  } else if (kind === 'rejected' || kind === 'lost-post' || attempts >= maximumAttempts) {
    await storage.markDead(delivery.id, reason, options.message);
    if (kind === 'rejected') await storage.notices.add([refusal(subscription, reason)], clock.now());
    log.error(facts, 'delivery dead');
  } else {
    const waitMs = retryAfterMs === undefined ? retryDelayMs(attempts) : boundedWait(retryAfterMs);
    await storage.markRetrying(delivery.id, clock.now().add({ milliseconds: Math.ceil(waitMs) }), reason);
    log.warn({ ...facts, waitMs }, 'delivery will be retried');
  }
}

/** The notice to the owner of a subscription whose platform refused a message. */
function refusal({ channel, createdBy: userId, id }: Subscription, reason: Reason): NewNotice {
  return { channel, userId, kind: 'refused', reason, subscriptionIds: [id] };
}

/** A channel, or all of its workspace, where nothing can be posted for a reason in words. */
export interface LostPlace {
  readonly channel: ChannelRef;
  readonly by: SuspendedBy;
  readonly reason: Reason;
}

export interface SuspendOptions {
  readonly storage: Pick<OutboxStorage, 'suspend'>;
  readonly clock: Clock;
  readonly log: Log;
}

/** A suspended channel is probed at most once a day; slightly less than a day, so that a daily slot is not always too early. */
const probeAfterHours = 20;

/** Suspends what goes there. The owners of what was active until now get a notice: once, however often the trouble is reported. */
export async function suspendPlace(
  { channel, by, reason }: LostPlace,
  { storage, clock, log }: SuspendOptions,
): Promise<void> {
  const at = clock.now();
  // Whoever removed the bot does not want it back tomorrow.
  const probeAt = by === 'removal' ? undefined : at.add({ hours: probeAfterHours });
  const suspended = await storage.suspend(channel, { by, reason, probeAt, at }, (active) =>
    noticesOf(active, { channel, by, reason }),
  );
  if (suspended.length > 0)
    log.warn({ by, channel, subscriptions: suspended.length, reason: reasonInEnglish(reason) }, 'suspended');
}
