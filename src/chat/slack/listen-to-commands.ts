import type { Asker, Responder } from '../chat.ts';
import type { ParsedLine } from '../parse-command-line.ts';
import { paragraph } from '../write.ts';
import type { Ears, SlackCommand } from './listen.ts';
import {
  type CommandPayload,
  commandPayload,
  type MessageEvent,
  messageEvent,
  type ShortcutPayload,
  shortcutPayload,
} from './payloads.ts';
import { plainText, readSlashText, readSpokenText } from './read-line.ts';
import { actionNameOf } from './render-actions.ts';
import { channelField, commandForm } from './render-form.ts';
import { createSpokenResponder, createUrlResponder, openForm } from './responders.ts';
import { createResponseUrl } from './response-url.ts';
import { messageShortcuts } from './shortcuts.ts';

/** The command that takes a line whole, where people just ask. */
const plainTextCommand = 'ask';

/** `/dw ...`, the same words in an @mention and a direct message, and the shortcuts. */
export function listenToCommands(ears: Ears): void {
  const { app } = ears;
  app.command(/^\//u, async ({ ack, payload }) => {
    await ack();
    await ears.turns.run(() => onSlash(commandPayload.parse(payload), ears));
  });
  app.event('app_mention', ({ event }) => ears.turns.run(() => onSpoken(event, ears)));
  app.message(({ message }) => ears.turns.run(() => onDirectMessage(message, ears)));
  app.shortcut(/^(?:message|global)-/u, async ({ ack, payload }) => {
    await ack();
    await ears.turns.run(() => onShortcut(shortcutPayload.parse(payload), ears));
  });
}

async function onSlash(payload: CommandPayload, ears: Ears): Promise<void> {
  const { channel_id: channelId, user_id: userId, user_name: userName, trigger_id: triggerId } = payload;
  const asker = await ears.askers.asker({ userId, userName, channelId });
  const line = readSlashText(payload.text, lineOptions(ears));
  const bare = ears.commands.find(({ name }) => name === payload.text.trim().toLowerCase());
  if (bare && line.kind === 'unclear') return openCommandForm(bare, asker, triggerId, ears);
  const responder = createUrlResponder({
    ...ears,
    asker,
    triggerId,
    responseUrl: createResponseUrl({ url: payload.response_url }),
    ...(line.kind === 'call' && { shareable: { ...line, kind: 'command' as const } }),
  });
  await obey(line, asker, responder, ears);
}

/** What is said to the bot alone; everything else in its channels is none of its business. */
async function onDirectMessage(message: unknown, ears: Ears): Promise<void> {
  const event = messageEvent.safeParse(message).data;
  if (event?.channel_type !== 'im' || event.subtype !== undefined || event.bot_id !== undefined) return;
  await onSpoken(message, ears);
}

async function onSpoken(raw: unknown, ears: Ears): Promise<void> {
  const event: MessageEvent = messageEvent.parse(raw);
  const { botUserId } = await ears.api.identity();
  const asker = await ears.askers.asker({ userId: event.user, channelId: event.channel });
  const isDirect = event.channel_type === 'im';
  const thread = { ...asker.channel, messageId: event.ts, ...(event.thread_ts && { threadId: event.thread_ts }) };
  const inThread = !isDirect || event.thread_ts !== undefined;
  const responder = createSpokenResponder({ ...ears, asker, ...(inThread && { thread }) });
  await obey(readSpokenText(event.text, botUserId, lineOptions(ears)), asker, responder, ears);
}

async function onShortcut(payload: ShortcutPayload, ears: Ears): Promise<void> {
  const { channel, message, response_url: url, trigger_id: triggerId, user, callback_id: name } = payload;
  const asker = await ears.askers.asker({ userId: user.id, userName: user.name, channelId: channel?.id ?? user.id });
  if (!message || !url) {
    const command = ears.commands.find((each) => `global-${each.name}` === name);
    return command && openCommandForm(command, asker, triggerId, ears);
  }
  const responder = createUrlResponder({ ...ears, asker, triggerId, responseUrl: createResponseUrl({ url }) });
  const action = name === messageShortcuts.who ? 'whos-who' : 'background';
  const value = referenceIn(message.blocks, action);
  const post = { ...asker.channel, messageId: '' };
  if (value !== undefined) return ears.handlers.onAction({ asker, action, value, post }, responder);
  // Background tells who takes part, too.
  await obey(
    { kind: 'call', command: 'background', options: { topic: topicOf(message.text) } },
    asker,
    responder,
    ears,
  );
}

/** Of one of our own messages: what its first button of that name refers to. */
function referenceIn(blocks: NonNullable<ShortcutPayload['message']>['blocks'], action: string): string | undefined {
  const buttons = blocks.flatMap(({ elements = [] }) => elements as { action_id?: unknown; value?: unknown }[]);
  const found = buttons.find(({ action_id: id }) => typeof id === 'string' && actionNameOf(id) === action);
  return typeof found?.value === 'string' ? found.value : undefined;
}

async function openCommandForm(command: SlackCommand, asker: Asker, triggerId: string, ears: Ears): Promise<void> {
  const isGlobal = !/^[CDG]/u.test(asker.channel.channelId);
  const form = commandForm(command, isGlobal ? channelField : undefined);
  await openForm(form, asker, { api: ears.api, triggerId, callbackId: `command:${command.name}` });
}

async function obey(line: ParsedLine, asker: Asker, responder: Responder, { handlers }: Ears): Promise<void> {
  if (line.kind === 'call') return handlers.onCommand({ asker, ...line }, responder);
  const { problem } = line;
  await responder.respond({ summary: problem, blocks: [paragraph(problem)] }, { onlyAsker: true, trouble: {} });
}

function lineOptions({ commands, naming }: Ears) {
  return { commands, slashCommand: naming.slashCommand, plainTextCommand };
}

const topicLength = 200;

/** What a message is about, as far as words tell: its first line that is one, without addresses. */
function topicOf(text: string): string {
  const lines = plainText(text)
    .replaceAll(/https?:\/\/\S+/gu, ' ')
    .split('\n')
    .map((line) => line.replaceAll(/[*_~`>]/gu, ' ').trim())
    .filter(Boolean);
  return (lines[0] ?? plainText(text)).slice(0, topicLength);
}
