import { type GatewayMessageCreateDispatchData, MessageType } from 'discord.js';
import type { Log } from '../../runtime/log.ts';
import type { Catalog } from '../../wording/catalog.ts';
import type { Asker, ChatHandlers } from '../chat.ts';
import type { CommandSyntax } from '../parse-command-line.ts';
import { readSpokenLine } from '../read-spoken-line.ts';
import { wordsFor } from '../words-for.ts';
import { paragraph } from '../write.ts';
import type { Reads } from './gateway.ts';
import type { MessageStyle } from './render-message.ts';
import { createReplyResponder } from './reply-responder.ts';
import type { Sender } from './sender.ts';
import { unfoldLinks } from './unfold-links.ts';

export interface MessageOptions {
  readonly handlers: ChatHandlers;
  readonly commands: readonly CommandSyntax[];
  readonly sender: Sender;
  readonly style: MessageStyle;
  readonly reads: Reads;
  readonly ownId: () => Promise<string>;
  readonly log: Log;
}

/** Answers what is said to the bot, and tells posted links where the channel asked for it. Never throws. */
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
  const words = content.replace(new RegExp(`<@!?${ownId}>`, 'gu'), ' ');
  return guildId === undefined || words !== content ? words.trim() : undefined;
}

async function obey(spoken: string, message: GatewayMessageCreateDispatchData, options: MessageOptions): Promise<void> {
  const { handlers, commands } = options;
  const asker = askerOf(message);
  const say = await wordsFor(asker, handlers);
  const responder = createReplyResponder({ ...options, channelId: message.channel_id, messageId: message.id, say });
  const line = readSpokenLine(spoken, commands, { say });
  if (line.kind === 'call') return handlers.onCommand({ asker, ...line }, responder);
  const { problem } = line;
  await responder.respond({ summary: problem, blocks: [paragraph(problem)] }, { onlyAsker: false, trouble: {} });
}

function askerOf({
  author,
  member,
  channel_id: channelId,
  guild_id: guildId,
}: GatewayMessageCreateDispatchData): Asker {
  return {
    channel: { platform: 'discord', workspaceId: guildId ?? '@me', channelId },
    userId: author.id,
    userName: member?.nick ?? author.global_name ?? author.username,
    // A message does not tell what its author may do; a command of Discord's does.
    mayManage: guildId === undefined,
    ...(guildId !== undefined && {
      whyNotManage: ({ refusals }: Catalog) => refusals.commandsOnly,
    }),
    locale: 'en-US',
  };
}
