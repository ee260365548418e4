import type { Briefing } from '../briefings/briefing.ts';
import type { Chat, ChatError, PostRef } from '../chat/chat.ts';
import type { Message } from '../chat/message.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Log } from '../runtime/log.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import type { Delivery } from './delivery.ts';
import { planDue } from './plan-due.ts';

/** What the outbox needs of storage. `settle` records a sent delivery, what it told and the new window as one transaction. */
export interface OutboxStorage {
  readonly subscriptions: {
    list(state: 'active'): Promise<readonly Subscription[]>;
    find(id: number): Promise<Subscription | undefined>;
    setState(id: number, state: 'suspended', reason: string): Promise<void>;
  };
  readonly deliveries: {
    lastPlanned(subscriptionId: number): Promise<Temporal.Instant | undefined>;
    insert(delivery: Delivery): Promise<boolean>;
    claim(now: Temporal.Instant, until: Temporal.Instant): Promise<Delivery | undefined>;
    markRetrying(id: string, retryAt: Temporal.Instant, reason: string): Promise<void>;
    mark(id: string, state: 'suspended' | 'dead' | 'missed', reason: string): Promise<void>;
  };
  settle(
    delivery: Delivery,
    facts: { readonly post: PostRef; readonly briefing: Briefing; readonly sentAt: Temporal.Instant },
  ): Promise<void>;
}

export interface OutboxOptions {
  readonly storage: OutboxStorage;
  readonly chats: readonly Chat[];
  /** The briefing of a subscription for a delivery's window, and the message that tells it. */
  readonly compose: (
    subscription: Subscription,
    delivery: Delivery,
  ) => Promise<{ readonly briefing: Briefing; readonly message: Message }>;
  readonly clock: Clock;
  readonly log: Log;
  readonly onDelivered?: (delivery: Delivery, subscription: Subscription, message: Message) => void;
}

export interface Outbox {
  /** Plans what came due and delivers until nothing is left to do now. Calls while one runs join it. Gives how many were sent. */
  tick(): Promise<number>;
  /** Waits for the delivery in hand; the rest stays due. */
  stop(): Promise<void>;
}

/** A claim is somebody's for this long; after it, whoever died with it is presumed dead. */
const leaseMinutes = 2;
const maximumAttempts = 8;

/** Delivers briefings: each (subscription, slot) once, whatever stops, restarts or fails in between. States as in delivery.ts. */
export function createOutbox(options: OutboxOptions): Outbox {
  let running: Promise<number> | undefined;
  let stopping = false;
  return {
    tick() {
      running ??= run().finally(() => {
        running = undefined;
      });
      return running;
    },
    async stop() {
      stopping = true;
      await running;
    },
  };

  async function run(): Promise<number> {
    const { storage, clock } = options;
    await planDue({ ...storage, now: clock.now() });
    let sent = 0;
    while (!stopping) {
      const now = clock.now();
      const delivery = await storage.deliveries.claim(now, now.add({ minutes: leaseMinutes }));
      if (!delivery) break;
      if (await deliverOne(delivery, options)) sent++;
    }
    return sent;
  }
}

async function deliverOne(
  delivery: Delivery,
  { storage, chats, compose, clock, log, onDelivered }: OutboxOptions,
): Promise<boolean> {
  const facts = { deliveryId: delivery.id, attempt: delivery.attempts };
  const subscription = await storage.subscriptions.find(delivery.subscriptionId);
  const skipped = skipReason(delivery, subscription);
  if (skipped !== undefined || !subscription) {
    await storage.deliveries.mark(delivery.id, 'missed', skipped ?? 'the subscription is gone');
    log.info({ ...facts, reason: skipped }, 'delivery skipped');
    return false;
  }
  try {
    const chat = chats.find(({ platform }) => platform === subscription.channel.platform);
    if (!chat) throw new Error(`No chat runs for ${subscription.channel.platform}`);
    const { briefing, message } = await compose(subscription, delivery);
    const known = delivery.attempts > 1 ? await chat.findDelivery(subscription.channel, delivery.id) : undefined;
    const post = known ?? (await chat.post(subscription.channel, message, { deliveryId: delivery.id }));
    await storage.settle(delivery, { post, briefing, sentAt: clock.now() });
    log.info({ ...facts, channel: subscription.channel.channelId, stories: briefing.stories.length }, 'delivered');
    onDelivered?.(delivery, subscription, message);
    return true;
  } catch (error) {
    await recordFailure(error, delivery, subscription, { storage, clock, log });
    return false;
  }
}

function skipReason(delivery: Delivery, subscription: Subscription | undefined): string | undefined {
  if (!subscription) return 'the subscription is gone';
  if (subscription.state !== 'active') return `the subscription is ${subscription.state}`;
  const isOvertaken = Temporal.Instant.compare(subscription.windowStart, delivery.windowEnd) >= 0;
  return isOvertaken ? 'a later briefing was delivered first and told its news' : undefined;
}

async function recordFailure(
  error: unknown,
  delivery: Delivery,
  subscription: Subscription,
  { storage, clock, log }: Pick<OutboxOptions, 'storage' | 'clock' | 'log'>,
): Promise<void> {
  const reason = error instanceof Error ? error.message : String(error);
  const facts = { deliveryId: delivery.id, attempt: delivery.attempts, err: error };
  const kind = (error as Partial<ChatError>).kind;
  if (kind === 'lost-channel' || kind === 'missing-permission') {
    await storage.deliveries.mark(delivery.id, 'suspended', reason);
    await storage.subscriptions.setState(subscription.id, 'suspended', reason);
    log.warn(facts, 'subscription suspended');
  } else if (kind === 'rejected' || delivery.attempts >= maximumAttempts) {
    await storage.deliveries.mark(delivery.id, 'dead', reason);
    log.error(facts, 'delivery dead');
  } else {
    const waitMs = (error as Partial<ChatError>).retryAfterMs ?? retryDelayMs(delivery.attempts);
    await storage.deliveries.markRetrying(delivery.id, clock.now().add({ milliseconds: waitMs }), reason);
    log.warn({ ...facts, waitMs }, 'delivery will be retried');
  }
}

/** 15 s, 30 s, 1 min ... at most an hour. */
function retryDelayMs(attempts: number): number {
  return Math.min(15_000 * 2 ** Math.max(0, attempts - 1), 3_600_000);
}
