import type { Chat, ChatHandlers } from '../chat/chat.ts';
import type { OutboxStorage } from '../deliveries/outbox-storage.ts';
import { sendOwnerNotices } from '../deliveries/owner-notices.ts';
import { type LostPlace, type SuspendOptions, suspendPlace } from '../deliveries/record-failure.ts';
import type { Log } from '../runtime/log.ts';
import type { Queries } from '../storage/storage.ts';

interface ChannelsLostOptions extends SuspendOptions {
  readonly storage: Pick<OutboxStorage, 'suspend' | 'notices' | 'findSubscriptions'>;
  readonly chats: readonly Chat[];
}

/** When a chat reports a lost channel, its subscriptions are suspended at once and their owners notified; they are tried again as after a failed delivery. */
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

/** What a problem suspended resumes at once when a chat reports that the channel, or the whole workspace, is there again. */
export function createChannelsBack({
  storage,
  log,
}: {
  readonly storage: Pick<Queries, 'subscriptions'>;
  readonly log: Log;
}): Required<Pick<ChatHandlers, 'onChannelBack' | 'onWorkspaceBack'>> {
  const resume = (place: Parameters<Queries['subscriptions']['resumeIn']>[0]): void => {
    storage.subscriptions
      .resumeIn(place)
      .then((resumed) => resumed > 0 && log.info({ ...place, subscriptions: resumed }, 'resumed: it works again'))
      .catch((err: unknown) => log.error({ err, ...place }, 'a channel that is back could not be resumed'));
  };
  return { onChannelBack: resume, onWorkspaceBack: resume };
}
