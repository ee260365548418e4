import type { GatewayMessageCreateDispatchData } from 'discord.js';
import type { ChatHandlers } from '../chat.ts';
import type { Message } from '../message.ts';
import { createReplyResponder, type ReplyOptions } from './reply-responder.ts';

const mostLinks = 3;

/** Replies to a message with a line for each link that the service tells, in a channel that asked for it. */
export async function unfoldLinks(
  { content, id, channel_id: channelId, guild_id: guildId }: GatewayMessageCreateDispatchData,
  options: Pick<ReplyOptions, 'sender' | 'style'> & { readonly handlers: Pick<ChatHandlers, 'unfurl'> },
): Promise<void> {
  const channel = { platform: 'discord', workspaceId: guildId ?? '@me', channelId } as const;
  const told: Message[] = [];
  for (const url of linksIn(content)) {
    const message = await options.handlers.unfurl?.({ channel, url });
    if (message) told.push(message);
  }
  const responder = createReplyResponder({ ...options, channelId, messageId: id });
  for (const message of told) await responder.respond(message, { onlyAsker: false });
}

/** In code and in `<...>` too: who writes an address means the article. */
function linksIn(content: string): readonly string[] {
  const found = content.match(/https?:\/\/(?:[\w-]+\.)*dw\.com\/[^\s<>()\]`|*]+/giu) ?? [];
  return [...new Set(found.map((url) => url.replace(/[.,;:!?'"]+$/u, '')))].slice(0, mostLinks);
}
