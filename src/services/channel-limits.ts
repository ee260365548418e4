import type { ChannelLimit, ChannelRef, Chat, ChatHandlers } from '../chat/chat.ts';
import { sendOwnerNotices } from '../deliveries/owner-notices.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Log } from '../runtime/log.ts';
import { createOutboxStorage } from '../storage/deliveries/outbox.ts';
import type { Storage } from '../storage/storage.ts';

interface ChannelLimitsOptions {
  readonly storage: Storage;
  readonly chats: readonly Chat[];
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Tells the owners of a channel's subscriptions, once for each limit, what its posts lack and how to change that. Their notices are stored before
 * they are sent, so that neither a platform that asks to wait nor a restart loses one.
 */
export function createChannelLimits({
  storage,
  chats,
  clock,
  log,
}: ChannelLimitsOptions): Required<Pick<ChatHandlers, 'onChannelLimited'>> {
  /** Of this process: several posts may meet the limit at once. */
  const noticed = new Set<string>();
  const notices = { storage: createOutboxStorage(storage), chats, clock, log };
  return {
    onChannelLimited(channel, limit) {
      const key = `told of ${limit} ${channel.platform}:${channel.workspaceId}:${channel.channelId}`;
      if (noticed.has(key)) return;
      noticed.add(key);
      keep(channel, limit, key)
        .then(() => sendOwnerNotices(notices))
        .catch((err: unknown) => {
          noticed.delete(key);
          log.warn({ err, channel, limit }, 'the owners could not be notified of a limit of their channel');
        });
    },
  };

  async function keep(channel: ChannelRef, limit: ChannelLimit, key: string): Promise<void> {
    await storage.transaction(async ({ serviceFacts, subscriptions, ownerNotices }) => {
      if ((await serviceFacts.find(key)) !== undefined) return;
      log.warn({ channel, limit }, 'a channel limits what is posted');
      const owners = Map.groupBy(await subscriptions.ofChannel(channel), ({ createdBy }) => createdBy);
      if (owners.size === 0) {
        // Whoever subscribes there later is notified when one of their posts is affected.
        noticed.delete(key);
        return;
      }
      const about = [...owners].map(([userId, theirs]) => ({
        channel,
        userId,
        kind: limit,
        subscriptionIds: theirs.map(({ id }) => id),
      }));
      await ownerNotices.add(about, clock.now());
      await serviceFacts.save(key, 'told');
    });
  }
}
