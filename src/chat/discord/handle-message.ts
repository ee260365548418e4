import { type GatewayMessageCreateDispatchData, MessageType } from 'discord.js';
import type { Log } from '../../runtime/log.ts';
import type { Catalog } from '../../wording/catalog.ts';
import { en } from '../../wording/en/index.ts';
import type { Caller, ChatHandlers, Responder } from '../chat.ts';
import { wordsFor } from '../chat-calls.ts';
import type { Message } from '../message.ts';
import { obeyLine } from '../obey-line.ts';
import { type CommandSyntax, readSpokenLine } from '../parse-command-line.ts';
import { paragraph } from '../write.ts';
import { nonceOf } from './delivery-mark.ts';
import type { Reads } from './gateway.ts';
import { inChannel, mentionedChannel, type ReadingOptions, rights } from './read-interaction.ts';
import type { Rendering } from './render-blocks.ts';
import { type MessageStyle, renderMessage } from './render-message.ts';
import type { Sender } from './sender.ts';

interface MessageOptions {
  readonly handlers: ChatHandlers;
  readonly commands: readonly CommandSyntax[];
  readonly sender: Sender;
  readonly style: MessageStyle;
  readonly rendering: () => Rendering;
  readonly reads: Reads;
  readonly reading: ReadingOptions;
  readonly ownId: () => Promise<string>;
  readonly log: Log;
}

/** Answers messages to the bot, and summarizes posted links in channels that asked for it. Never throws. */
export async function handleMessage(message: GatewayMessageCreateDispatchData, options: MessageOptions): Promise<void> {
  if (message.author.bot || message.webhook_id !== undefined || !isWritten(message.type)) return;
  try {
    const spoken = spokenTo(await options.ownId(), message);
    if (spoken !== undefined) await obey(spoken, message, options);
    else if (options.reads === 'links') await unfoldLinks(message, options);
  } catch (err) {
    const { id, channel_id: channel } = message;
    options.log.error({ err, message: id, channel }, 'a message could not be answered');
  }
}

function isWritten(type: MessageType): boolean {
  return type === MessageType.Default || type === MessageType.Reply;
}

/** What is said to us: all of a direct message, of others what mentions us in its words. A reply alone says nothing to us. */
function spokenTo(ownId: string, { content, guild_id: guildId }: GatewayMessageCreateDispatchData): string | undefined {
  const words = content.replaceAll(`<@${ownId}>`, ' ').replaceAll(`<@!${ownId}>`, ' ');
  return guildId === undefined || words !== content ? words.trim() : undefined;
}

async function obey(spoken: string, message: GatewayMessageCreateDispatchData, options: MessageOptions): Promise<void> {
  const { handlers, commands } = options;
  const caller = callerOf(message, options.reading);
  const say = await wordsFor(caller, handlers);
  const responder = createReplyResponder({ ...options, channelId: message.channel_id, messageId: message.id, say });
  const line = readSpokenLine(spoken, commands, { say });
  const place = message.guild_id === undefined ? 'dm' : 'mention';
  const typed = { text: spoken, place, parsed: line, commands } as const;
  await obeyLine(typed, caller, { handlers, responder, onlyCaller: false });
}

function callerOf(
  { author, member, channel_id: channelId, guild_id: guildId }: GatewayMessageCreateDispatchData,
  options: ReadingOptions,
): Caller {
  const { directMessages, managedBy, permissionsIn } = options;
  // By the roles that come with the message; for a server not known yet, only Discord's own commands carry the permissions.
  const where =
    guildId === undefined ? undefined : { guildId, channelId, userId: author.id, roles: member?.roles ?? [] };
  const permissions = where && permissionsIn(where);
  const caller: Caller = {
    channel: { platform: 'discord', workspaceId: guildId ?? '@me', channelId },
    userId: author.id,
    userName: member?.nick ?? author.global_name ?? author.username,
    mayManage: guildId === undefined,
    ...(guildId === undefined && { isAlone: true }),
    ...(guildId !== undefined && {
      whyNotManage: ({ refusals }: Catalog) => refusals.commandsOnly,
      directMessages: () => directMessages(author.id),
    }),
    ...(permissions !== undefined && rights(permissions, managedBy)),
    locale: 'en-US',
  };
  if (!where) return caller;
  const elsewhere = async (typed: string) => {
    const other = mentionedChannel(typed);
    return inChannel(caller, other, permissionsIn({ ...where, channelId: other }) ?? 0n, options);
  };
  return { ...caller, inChannel: elsewhere };
}

const mostLinks = 3;

/** Replies to a message with a line for each link that the service can summarize, in a channel that asked for it. */
async function unfoldLinks(
  { content, id, channel_id: channelId, guild_id: guildId }: GatewayMessageCreateDispatchData,
  options: Pick<ReplyOptions, 'sender' | 'style' | 'rendering'> & { readonly handlers: Pick<ChatHandlers, 'unfurl'> },
): Promise<void> {
  const channel = { platform: 'discord', workspaceId: guildId ?? '@me', channelId } as const;
  const unfurled: Message[] = [];
  for (const url of linksIn(content)) {
    const message = await options.handlers.unfurl?.({ channel, url });
    if (message) unfurled.push(message);
  }
  const responder = createReplyResponder({ ...options, channelId, messageId: id });
  for (const message of unfurled) await responder.respond(message, { onlyCaller: false });
}

/** In code and in `<...>` too: who writes an address means the article. */
function linksIn(content: string): readonly string[] {
  const found = content.match(/https?:\/\/(?:[\w-]+\.)*dw\.com\/[^\s<>()\]`|*]+/giu) ?? [];
  return [...new Set(found.map((url) => url.replace(/(?<![.,;:!?'"])[.,;:!?'"]+$/u, '')))].slice(0, mostLinks);
}

interface ReplyOptions {
  readonly sender: Sender;
  readonly style: MessageStyle;
  readonly rendering: () => Rendering;
  readonly channelId: string;
  /** What is replied to; an event that comes twice is answered once. */
  readonly messageId: string;
  /** Our own words; English where a message does not tell its author's language. */
  readonly say?: Catalog;
}

/** Answers a message with replies to it, that everybody in the channel sees. */
function createReplyResponder({ sender, style, rendering, channelId, messageId, say = en }: ReplyOptions): Responder {
  let replies = 0;
  const reply = async (message: Message): Promise<void> => {
    for (const part of renderMessage(message, style, undefined, rendering())) {
      const nonce = nonceOf(`reply to ${messageId}`, replies);
      replies += 1;
      await sender.message(channelId, part, { nonce, replyTo: messageId });
    }
  };
  return {
    acknowledge: () => sender.typing(channelId),
    respond: reply,
    update: reply,
    openForm: ({ title }) => reply({ summary: title, blocks: [paragraph(say.refusals.formNotHere)] }),
  };
}
