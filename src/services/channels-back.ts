import type { ChatHandlers } from '../chat/chat.ts';
import type { Log } from '../runtime/log.ts';
import type { Queries } from '../storage/storage.ts';

/** What trouble suspended goes on at once when a chat hears that the channel, or the whole workspace, is there again. */
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
