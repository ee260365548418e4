import type { ChannelLimit, ChannelRef, Chat, ChatHandlers } from '../chat/chat.ts';
import type { Message } from '../chat/message.ts';
import { paragraph, words } from '../chat/write.ts';
import type { Log } from '../runtime/log.ts';
import type { Queries } from '../storage/storage.ts';
import { describeWhen, type Subscription } from '../subscriptions/subscription.ts';

import { wordingFor } from '../wording/wording-for.ts';

interface ChannelLimitsOptions {
  readonly storage: Pick<Queries, 'subscriptions' | 'serviceFacts'>;
  readonly chats: readonly Chat[];
  readonly log: Log;
}

/** Tells the owners of a channel's subscriptions, once for each limit, what its posts lack and how to change that. */
export function createChannelLimits({
  storage,
  chats,
  log,
}: ChannelLimitsOptions): Required<Pick<ChatHandlers, 'onChannelLimited'>> {
  /** Of this process: several posts may meet the limit at once. */
  const noticed = new Set<string>();
  return {
    onChannelLimited(channel, limit) {
      const key = `told of ${limit} ${channel.platform}:${channel.workspaceId}:${channel.channelId}`;
      if (noticed.has(key)) return;
      noticed.add(key);
      notify(channel, limit, key).catch((err: unknown) => {
        noticed.delete(key);
        log.warn({ err, channel, limit }, 'the owners could not be told of a limit of their channel');
      });
    },
  };

  async function notify(channel: ChannelRef, limit: ChannelLimit, key: string): Promise<void> {
    if ((await storage.serviceFacts.find(key)) !== undefined) return;
    log.warn({ channel, limit }, 'a channel limits what is posted');
    const chat = chats.find(({ platform }) => platform === channel.platform);
    const subscriptions = await storage.subscriptions.ofChannel(channel);
    for (const [userId, theirs] of Map.groupBy(subscriptions, ({ createdBy }) => createdBy)) {
      await chat?.tellUser?.({ workspaceId: channel.workspaceId, userId }, limitMessage(theirs, limit));
    }
    await storage.serviceFacts.save(key, 'told');
  }
}

/** Which subscriptions it is about says which channel. */
function limitMessage(subscriptions: readonly Subscription[], limit: ChannelLimit): Message {
  const say = wordingFor(subscriptions[0]?.language);
  const { noThreadsSummary, noThreadsRemedy, refusedSummary, refusedNote, unpublishedSummary, unpublishedRemedy } =
    say.subscription;
  const { summary, remedy } = {
    'no-threads': { summary: noThreadsSummary, remedy: noThreadsRemedy },
    unpublished: { summary: unpublishedSummary, remedy: unpublishedRemedy },
    'plain-text': { summary: refusedSummary, remedy: refusedNote },
  }[limit];
  return {
    summary,
    blocks: [
      paragraph(summary),
      { kind: 'list', items: subscriptions.map((one) => [words(`${one.interest}, ${describeWhen(one, say)}`)]) },
      paragraph(remedy),
    ],
  };
}
