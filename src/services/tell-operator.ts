import { type ChannelRef, type Chat, ChatError } from '../chat/chat.ts';
import type { Message } from '../chat/message.ts';
import type { Config } from '../config/config.ts';
import { alertMessage } from '../ingest/alert-message.ts';
import type { PollerOptions } from '../ingest/poll-feeds.ts';
import type { Log } from '../runtime/log.ts';
import type { ChannelStore } from '../subscriptions/channel-settings.ts';
import type { Catalog } from '../wording/catalog.ts';
import { wordingFor } from '../wording/wording-for.ts';

interface OperatorPostOptions {
  readonly config: Config;
  readonly log: Log;
  readonly storage: { readonly channels: Pick<ChannelStore, 'find'> };
}

/** Posts to the operator's channel, in its language, where one is configured; the log tells in any case. False where a later try may help. */
export function createOperatorPost(
  { config, log, storage }: OperatorPostOptions,
  chats: readonly Chat[],
): (messageIn: (say: Catalog) => Message) => Promise<boolean> {
  const { channel } = config.alerts;
  return async (messageIn) => {
    if (!channel) return true;
    const chat = chats.find(({ platform }) => platform === channel.platform);
    try {
      if (!chat) throw new Error(`No chat runs for ${channel.platform}`);
      await chat.post(channel, messageIn(wordingFor(await languageOf(channel))));
      return true;
    } catch (err) {
      log.error({ err, ...channel }, "an alert could not be posted to the operator's channel");
      // What a later try cannot mend is in the log, and is not tried again each minute.
      return !(err instanceof ChatError && err.kind === 'retryable');
    }
  };

  /** An archive that cannot be read may be what the operator has to be told of. */
  async function languageOf(of: ChannelRef): Promise<string | undefined> {
    try {
      return (await storage.channels.find(of))?.language;
    } catch (err) {
      log.warn({ err, ...of }, "the language of the operator's channel could not be read");
      return undefined;
    }
  }
}

/** Tells the operator of feeds that are not read, or are again. */
export function createFeedAlerts(
  newsroom: OperatorPostOptions,
  chats: readonly Chat[],
): NonNullable<PollerOptions['onAlert']> {
  const post = createOperatorPost(newsroom, chats);
  return (alert) => post((say) => alertMessage(alert, newsroom.config.briefings.zone, say));
}
