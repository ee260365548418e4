import type { ChannelRef, Chat, ChatError } from '../chat/chat.ts';
import type { Message, Span } from '../chat/message.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Log } from '../runtime/log.ts';
import { describeWhen, type Subscription } from '../subscriptions/subscription.ts';
import { type Reason, reasonInEnglish, reasonOf, reasonWords } from '../wording/reason.ts';
import { wordingFor } from '../wording/wording-for.ts';
import type { Delivery } from './delivery.ts';
import type { OutboxStorage } from './outbox-storage.ts';
import { boundedWait } from './pacing.ts';

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
  const reason = reasonOf(error);
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

/** A channel, or with the scope `workspace` all of its workspace, where nothing can be posted and why. */
export interface LostPlace {
  readonly channel: ChannelRef;
  readonly scope: 'channel' | 'workspace';
  readonly reason: Reason;
}

export interface SuspendOptions {
  readonly storage: {
    /** Gives those that were active until now. */
    suspend(
      channel: ChannelRef,
      how: Omit<LostPlace, 'channel'> & { readonly probeAt: Temporal.Instant },
    ): Promise<readonly Subscription[]>;
  };
  readonly chats: readonly Chat[];
  readonly clock: Clock;
  readonly log: Log;
}

/** A suspended channel is tried once a day at most; less than a day, so that a slot at the same time every day is not always too early. */
const probeAfterHours = 20;

/** Gives what was active until now, whose owners are to be told: so once, however often trouble is heard of. */
export async function suspendPlace(
  { channel, scope, reason }: LostPlace,
  { storage, clock, log }: SuspendOptions,
): Promise<readonly Subscription[]> {
  const probeAt = clock.now().add({ hours: probeAfterHours });
  const suspended = await storage.suspend(channel, { scope, reason, probeAt });
  if (suspended.length > 0)
    log.warn({ scope, channel, subscriptions: suspended.length, reason: reasonInEnglish(reason) }, 'suspended');
  return suspended;
}

/** A direct message to each owner of what was suspended. */
export async function tellOwners(
  suspended: readonly Subscription[],
  { channel, reason }: LostPlace,
  { chats, log }: Pick<SuspendOptions, 'chats' | 'log'>,
): Promise<void> {
  const chat = chats.find(({ platform }) => platform === channel.platform);
  for (const [userId, theirs] of Map.groupBy(suspended, ({ createdBy }) => createdBy)) {
    try {
      await chat?.tellUser?.({ workspaceId: channel.workspaceId, userId }, suspensionMessage(theirs, reason));
    } catch (error) {
      log.warn({ userId, channel, err: error }, 'the owner could not be told of the suspension');
    }
  }
}

/** What the owner of subscriptions is told when their channel refuses briefings, in the language of the first. */
function suspensionMessage(subscriptions: readonly Subscription[], reason: Reason): Message {
  const say = wordingFor(subscriptions[0]?.language);
  const { suspendedTitle, suspendedSummary: summary, suspendedNote, platformSays } = say.subscription;
  return {
    summary,
    blocks: [
      { kind: 'heading', level: 2, spans: [text(suspendedTitle)] },
      { kind: 'paragraph', spans: [text(`${summary} ${platformSays(reasonWords(reason, say))}`)] },
      { kind: 'list', items: subscriptions.map((one) => [text(`${one.interest}, ${describeWhen(one, say)}`)]) },
      { kind: 'context', spans: [text(suspendedNote)] },
    ],
  };
}

function text(words: string): Span {
  return { kind: 'text', text: words };
}
