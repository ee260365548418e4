import type { Asker } from '../chat.ts';
import type { Message } from '../message.ts';
import { wordsFor } from '../words-for.ts';
import { paragraph } from '../write.ts';
import { type HomePlace, renderHome } from './home.ts';
import type { Workspace } from './listen.ts';
import { nameCommands } from './name-commands.ts';
import { createCapture } from './responders.ts';

/** Shows a person their home tab anew. `given` takes the place of the panel of the channel that the asker acts in. */
export async function showHome(place: HomePlace, asker: Asker, workspace: Workspace, given?: Message): Promise<void> {
  const words = (await wordsFor(asker, workspace.handlers)).slack;
  const isChosen = place.shown !== undefined && place.shown !== place.own;
  const ask = (command: string, channelId: string) => answerTo(command, { asker, channelId }, workspace);
  const panelOf = (channelId: string) =>
    given && asker.channel.channelId === channelId ? given : ask('subscriptions', channelId);
  const content = {
    own: (await panelOf(place.own)) ?? saying(words.nothing),
    shown: isChosen ? await panelOf(place.shown) : undefined,
    settings: await ask('settings', isChosen ? place.shown : place.own),
  };
  const view = renderHome(place, mapMessages(content, workspace), words);
  await workspace.api.call(({ views }) => views.publish({ user_id: asker.userId, view }));
}

/** What a command without options answers in a channel; undefined where it says nothing, or is not there. */
async function answerTo(
  command: string,
  { asker, channelId }: { readonly asker: Asker; readonly channelId: string },
  { askers, commands, handlers }: Workspace,
): Promise<Message | undefined> {
  if (!commands.some(({ name }) => name === command)) return undefined;
  const capture = createCapture();
  const { userId, userName } = asker;
  const there = await askers.asker({ userId, userName, channelId });
  await handlers.onCommand({ asker: there, command, options: {} }, capture);
  return capture.message();
}

function mapMessages<Content extends Readonly<Record<string, Message | undefined>>>(
  content: Content,
  { naming }: Workspace,
) {
  const entries = Object.entries(content).map(([name, message]) => [name, message && nameCommands(message, naming)]);
  return Object.fromEntries(entries) as Content;
}

function saying(text: string): Message {
  return { summary: text, blocks: [paragraph(text)] };
}
