import type { Chat, ChatError } from '../chat/chat.ts';
import type { Message } from '../chat/message.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Log } from '../runtime/log.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import { boundedWait } from './asked-to-wait.ts';
import type { Delivery } from './delivery.ts';
import type { OutboxStorage } from './outbox-storage.ts';
import { suspendPlace, tellOwners } from './suspend-place.ts';

export interface FailureOptions {
  readonly storage: OutboxStorage;
  readonly chats: readonly Chat[];
  readonly clock: Clock;
  readonly log: Log;
  /** What was to be posted, if it came so far. */
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
  const reason = error instanceof Error ? error.message : String(error);
  const attempts = delivery.attempts + 1;
  const facts = { deliveryId: delivery.id, storyId: delivery.storyId, attempts, err: error };
  const { kind, retryAfterMs } = error as Partial<ChatError>;
  if (kind === 'lost-channel' || kind === 'missing-permission' || kind === 'lost-workspace') {
    const scope = kind === 'lost-workspace' ? 'workspace' : 'channel';
    const place = { channel: subscription.channel, scope, reason } as const;
    const suspended = await suspendPlace(place, options);
    await storage.mark(delivery.id, 'suspended', reason);
    log.warn({ ...facts, scope }, 'delivery suspended');
    await tellOwners(suspended, place, options);
  } else if (kind === 'rejected' || kind === 'lost-post' || attempts >= maximumAttempts) {
    await storage.markDead(delivery.id, reason, options.message);
    log.error(facts, 'delivery dead');
  } else {
    const waitMs = retryAfterMs === undefined ? retryDelayMs(attempts) : boundedWait(retryAfterMs);
    await storage.markRetrying(delivery.id, clock.now().add({ milliseconds: Math.ceil(waitMs) }), reason);
    log.warn({ ...facts, waitMs }, 'delivery will be retried');
  }
}

/** 15 s, 30 s, 1 min ... at most an hour. */
export function retryDelayMs(attempts: number): number {
  return Math.min(15_000 * 2 ** Math.max(0, attempts - 1), 3_600_000);
}
