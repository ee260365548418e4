import { RESTJSONErrorCodes, Routes } from 'discord.js';
import { hasCode } from './discord-error.ts';
import type { DiscordRest } from './discord-rest.ts';
import { inOpenThread } from './in-open-thread.ts';

/** Removes a message; one that is gone already does no harm. */
export async function removeMessage(
  channelId: string,
  messageId: string,
  rest: Pick<DiscordRest, 'delete' | 'patch'>,
): Promise<void> {
  try {
    await inOpenThread(channelId, rest, () => rest.delete(Routes.channelMessage(channelId, messageId)));
  } catch (error) {
    if (!hasCode(error, RESTJSONErrorCodes.UnknownMessage)) throw error;
  }
}
