import type { Asker, Responder } from '../chat.ts';
import type { ParsedLine } from '../parse-command-line.ts';
import { wordsFor } from '../words-for.ts';
import { paragraph } from '../write.ts';
import type { Listening, Workspace } from './listen.ts';
import { openCommandForm } from './open-forms.ts';
import { type CommandPayload, commandPayload, type MessageEvent, messageEvent } from './payloads.ts';
import { readSlashText, readSpokenText } from './read-line.ts';
import { createSpokenResponder, createUrlResponder } from './responders.ts';
import { createResponseUrl } from './response-url.ts';

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
  const asker = await workspace.askers.asker({ userId, userName, channelId });
  const line = readSlashText(payload.text, await lineOptions(asker, workspace));
  const bare = workspace.commands.find(({ name }) => name === payload.text.trim().toLowerCase());
  if (bare && line.kind === 'unclear') return openCommandForm(bare.name, { asker, triggerId }, workspace);
  const responder = createUrlResponder({
    ...workspace,
    asker,
    triggerId,
    responseUrl: createResponseUrl({ url: payload.response_url }),
  });
  await obey(line, asker, responder, workspace);
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
  const asker = await workspace.askers.asker({ userId: event.user, channelId: event.channel });
  const isDirect = event.channel_type === 'im';
  const thread = { ...asker.channel, messageId: event.ts, ...(event.thread_ts && { threadId: event.thread_ts }) };
  const inThread = !isDirect || event.thread_ts !== undefined;
  const responder = createSpokenResponder({ ...workspace, asker, ...(inThread && { thread }) });
  const line = readSpokenText(event.text, botUserId, await lineOptions(asker, workspace));
  await obey(line, asker, responder, workspace);
}

async function obey(line: ParsedLine, asker: Asker, responder: Responder, { handlers }: Workspace): Promise<void> {
  if (line.kind === 'call') return handlers.onCommand({ asker, ...line }, responder);
  const { problem } = line;
  await responder.respond({ summary: problem, blocks: [paragraph(problem)] }, { onlyAsker: true, trouble: {} });
}

async function lineOptions(asker: Asker, { commands, handlers, naming }: Workspace) {
  return { commands, slashCommand: naming.slashCommand, say: await wordsFor(asker, handlers) };
}
