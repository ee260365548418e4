import type { ChatHandlers } from '../chat/chat.ts';
import { type LostPlace, type SuspendOptions, suspendPlace, tellOwners } from '../deliveries/record-failure.ts';
import type { Queries } from '../storage/storage.ts';

interface ChannelsLostOptions extends Omit<SuspendOptions, 'storage'> {
  readonly storage: Pick<Queries, 'subscriptions'>;
}

/** What a chat hears of lost channels suspends their subscriptions at once, and their owners are told; they are tried again as after a failed delivery. */
export function createChannelsLost({
  storage,
  ...options
}: ChannelsLostOptions): Required<Pick<ChatHandlers, 'onChannelLost' | 'onWorkspaceLost'>> {
  const suspend = (place: LostPlace): void => {
    suspendPlace(place, { ...options, storage: storage.subscriptions })
      .then((suspended) => tellOwners(suspended, place, options))
      .catch((err: unknown) => options.log.error({ err, ...place }, 'a lost channel could not be recorded'));
  };
  return {
    onChannelLost: (channel, reason) => suspend({ channel, scope: 'channel', reason }),
    onWorkspaceLost: (workspace, reason) =>
      suspend({ channel: { ...workspace, channelId: '' }, scope: 'workspace', reason }),
  };
}
