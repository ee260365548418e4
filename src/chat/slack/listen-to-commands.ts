import type { LinePlace } from '../../intents/line.ts';
import type { Caller, Responder } from '../chat.ts';
import { wordsFor } from '../chat-calls.ts';
import { obeyLine } from '../obey-line.ts';
import type { ParsedLine } from '../parse-command-line.ts';
import { openCommandForm } from './forms.ts';
import { globalPrefix, messageShortcuts } from './manifest.ts';
import {
  type CommandPayload,
  commandPayload,
  type MessageEvent,
  messageEvent,
  type ShortcutPayload,
  type SpokenMessage,
  shortcutPayload,
} from './payloads.ts';
import { messageWords, plainText, readSlashText, readSpokenText, spokenWords } from './read-words.ts';
import { actionNameOf } from './render-actions.ts';
import { createSpokenResponder, createUrlResponder } from './responders.ts';
import { createResponseUrl } from './response-url.ts';
import type { Listening, Workspace } from './workspace.ts';

/** `/dw ...`, and the same words in an @mention and a direct message. */
export function listenToCommands({ app, queue, workspaceOf }: Listening): void {
  app.command(/^\//u, async ({ ack, payload, context }) => {
    await ack();
    await queue.run(() => onSlash(commandPayload.parse(payload), workspaceOf(context)));
  });
  app.event('app_mention', ({ event, context }) => queue.run(() => onSpoken(event, workspaceOf(context))));
  app.message(({ message, context }) => queue.run(() => onDirectMessage(message, workspaceOf(context))));
}

async function onSlash(payload: CommandPayload, workspace: Workspace): Promise<void> {
  const { channel_id: channelId, user_id: userId, user_name: userName, trigger_id: triggerId } = payload;
  const caller = await workspace.callers.caller({ userId, userName, channelId });
  const line = readSlashText(payload.text, await lineOptions(caller, workspace));
  const bare = workspace.commands.find(({ name }) => name === payload.text.trim().toLowerCase());
  if (bare && line.kind === 'unclear') return openCommandForm(bare.name, { caller, triggerId }, workspace);
  const responder = createUrlResponder({
    ...workspace,
    caller,
    triggerId,
    responseUrl: createResponseUrl({ url: payload.response_url }),
  });
  await obey({ line, text: plainText(payload.text), place: 'slash' }, caller, responder, workspace);
}

/** What is said to the bot alone; everything else in its channels is none of its business. */
async function onDirectMessage(message: unknown, workspace: Workspace): Promise<void> {
  const event = messageEvent.safeParse(message).data;
  if (event?.channel_type !== 'im' || event.subtype !== undefined || event.bot_id !== undefined) return;
  await onSpoken(message, workspace);
}

async function onSpoken(raw: unknown, workspace: Workspace): Promise<void> {
  const event: MessageEvent = messageEvent.parse(raw);
  // A workflow or another bot: there is nobody to answer, and two bots could talk for ever.
  if (event.user === undefined) {
    workspace.log.info({ channel: event.channel, bot: event.bot_id }, 'a mention that no person wrote is not answered');
    return;
  }
  const { botUserId } = await workspace.api.identity();
  const caller = await workspace.callers.caller({ userId: event.user, channelId: event.channel });
  const isDirect = event.channel_type === 'im';
  const thread = { ...caller.channel, messageId: event.ts, ...(event.thread_ts && { threadId: event.thread_ts }) };
  const inThread = !isDirect || event.thread_ts !== undefined;
  const options = await lineOptions(caller, workspace);
  const status = isDirect ? { status: options.say.slack.working } : {};
  const line = readSpokenText(event.text, botUserId, options);
  const asked = isDirect && line.kind === 'call' ? { asked: line } : {};
  const responder = createSpokenResponder({ ...workspace, caller, ...(inThread && { thread }), ...status, ...asked });
  const place = isDirect ? 'dm' : event.thread_ts === undefined ? 'mention' : 'thread';
  await obey({ line, text: spokenWords(event.text, botUserId), place }, caller, responder, workspace);
}

interface Spoken {
  readonly line: ParsedLine;
  readonly text: string;
  readonly place: LinePlace;
}

function obey({ line, ...typed }: Spoken, caller: Caller, responder: Responder, workspace: Workspace): Promise<void> {
  const { handlers, commands } = workspace;
  return obeyLine({ ...typed, parsed: line, commands }, caller, { handlers, responder });
}

async function lineOptions(caller: Caller, { commands, handlers, naming }: Workspace) {
  return { commands, slashCommand: naming.slashCommand, say: await wordsFor(caller, handlers) };
}

/** Shortcuts: those of a message's menu, and those that start from anywhere. */
export function listenToShortcuts({ app, queue, workspaceOf }: Listening): void {
  app.shortcut(/^(?:message|global)-/u, async ({ ack, payload, context }) => {
    await ack();
    // Those of a message are answered in words, the others by a form.
    const isUrgent = payload.callback_id.startsWith(globalPrefix);
    await queue.run(() => onShortcut(shortcutPayload.parse(payload), workspaceOf(context)), { isUrgent });
  });
}

async function onShortcut(payload: ShortcutPayload, workspace: Workspace): Promise<void> {
  const { channel, message, response_url: url, trigger_id: triggerId, user, callback_id: name } = payload;
  const caller = await workspace.callers.caller({
    userId: user.id,
    userName: user.name,
    channelId: channel?.id ?? user.id,
  });
  if (!message || !url) {
    return openCommandForm(name.slice(globalPrefix.length), { caller, triggerId }, workspace);
  }
  const threadTs = message.thread_ts === message.ts ? undefined : message.thread_ts;
  const responseUrl = createResponseUrl({ url, threadTs });
  const responder = createUrlResponder({ ...workspace, caller, triggerId, responseUrl });
  const command = name === messageShortcuts.who ? 'who' : 'background';
  const action = command === 'who' ? 'whos-who' : 'background';
  const value = referenceIn(message.blocks, action);
  const post = { ...caller.channel, messageId: '' };
  if (value !== undefined) return workspace.handlers.onAction({ caller, action, value, post }, responder);
  await workspace.handlers.onMessageCommand?.({ caller, command, text: messageWords(message) }, responder);
}

/** Of one of our own messages: what its first button of that name refers to. */
function referenceIn(blocks: SpokenMessage['blocks'], action: string): string | undefined {
  const buttons = blocks.flatMap(({ elements = [] }) => elements as { action_id?: unknown; value?: unknown }[]);
  const found = buttons.find(({ action_id: id }) => typeof id === 'string' && actionNameOf(id) === action);
  return typeof found?.value === 'string' ? found.value : undefined;
}
