import type { ChannelRef, Chat } from '../chat/chat.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Log } from '../runtime/log.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import { suspensionMessage } from './suspension-message.ts';

/** A channel, or with the scope `workspace` all of its workspace, where nothing can be posted for a reason in words. */
export interface LostPlace {
  readonly channel: ChannelRef;
  readonly scope: 'channel' | 'workspace';
  readonly reason: string;
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
  if (suspended.length > 0) log.warn({ scope, channel, subscriptions: suspended.length, reason }, 'suspended');
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
