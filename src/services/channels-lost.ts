import type { Chat, ChatHandlers } from '../chat/chat.ts';
import type { OutboxStorage } from '../deliveries/outbox-storage.ts';
import { sendOwnerNotices } from '../deliveries/owner-notices.ts';
import { type LostPlace, type SuspendOptions, suspendPlace } from '../deliveries/record-failure.ts';

interface ChannelsLostOptions extends SuspendOptions {
  readonly storage: Pick<OutboxStorage, 'suspend' | 'notices' | 'findSubscriptions'>;
  readonly chats: readonly Chat[];
}

/** What a chat hears of lost channels suspends their subscriptions at once, and their owners are told; they are tried again as after a failed delivery. */
export function createChannelsLost(
  options: ChannelsLostOptions,
): Required<Pick<ChatHandlers, 'onChannelLost' | 'onWorkspaceLost'>> {
  const suspend = (place: LostPlace): void => {
    suspendPlace(place, options)
      .then(() => sendOwnerNotices(options))
      .catch((err: unknown) => options.log.error({ err, ...place }, 'a lost channel could not be recorded'));
  };
  return {
    onChannelLost: (channel, reason, { isRemoval = false } = {}) =>
      suspend({ channel, by: isRemoval ? 'removal' : 'channel', reason }),
    onWorkspaceLost: (workspace, reason) =>
      suspend({ channel: { ...workspace, channelId: '' }, by: 'workspace', reason }),
  };
}
