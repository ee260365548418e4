import { RESTJSONErrorCodes, Routes, ThreadAutoArchiveDuration } from 'discord.js';
import type { ChannelFacts } from './channel-facts.ts';
import { hasCode } from './discord-error.ts';
import type { DiscordRest } from './discord-rest.ts';
import { shortLabel } from './escape-text.ts';
import { limits } from './limits.ts';

/** The thread under a message, made where there is none; it has the message's own id. Where no thread can be, the channel itself. */
export async function threadUnder(
  message: { readonly channel: ChannelFacts; readonly messageId: string },
  name: string,
  rest: Pick<DiscordRest, 'post'>,
): Promise<string> {
  const { channel, messageId } = message;
  if (channel.kind === 'direct' || channel.kind === 'thread') return channel.id;
  try {
    await rest.post(Routes.threads(channel.id, messageId), {
      body: { name: threadName(name), auto_archive_duration: ThreadAutoArchiveDuration.OneDay },
    });
  } catch (error) {
    // The chat of a voice channel knows no threads.
    if (hasCode(error, RESTJSONErrorCodes.CannotExecuteActionOnThisChannelType)) return channel.id;
    if (!hasCode(error, RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage)) throw error;
  }
  return messageId;
}

/** A name for a thread or forum post, from the one line that says what a message is. */
export function threadName(summary: string): string {
  return shortLabel(summary, limits.threadName) || 'Briefing';
}
