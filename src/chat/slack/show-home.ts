import type { Catalog } from '../../wording/catalog.ts';
import { saidIn } from '../../wording/said.ts';
import type { Asker } from '../chat.ts';
import type { Message } from '../message.ts';
import { wordsFor } from '../words-for.ts';
import { paragraph } from '../write.ts';
import { type HomePlace, renderHome } from './home.ts';
import type { Workspace } from './listen.ts';
import { nameCommands } from './name-commands.ts';
import { createCapture } from './responders.ts';

/**
 * Shows a person their home tab anew. `given` takes the place of the panel of the channel that the asker acts in. Of a channel that the
 * person is not in any more it says so, and shows nothing else.
 */
export async function showHome(place: HomePlace, asker: Asker, workspace: Workspace, given?: Message): Promise<void> {
  const say = await wordsFor(asker, workspace.handlers);
  const isChosen = place.shown !== undefined && place.shown !== place.own;
  const own = await askerAt(place.own, asker, workspace);
  const there = isChosen ? await askerAt(place.shown, asker, workspace) : own;
  const isAllowed = !isChosen || there.channel.channelId === place.shown;
  const panelOf = (at: Asker) =>
    given && asker.channel.channelId === at.channel.channelId ? given : answerTo('subscriptions', at, workspace);
  const content = {
    own: (await panelOf(own)) ?? saying(say.slack.nothing),
    shown: isChosen ? await (isAllowed ? panelOf(there) : saying(whyNot(there, say))) : undefined,
    settings: await answerTo('settings', isAllowed ? there : own, workspace),
  };
  const view = renderHome(place, mapMessages(content, workspace), say.slack);
  await workspace.api.call(({ views }) => views.publish({ user_id: asker.userId, view }));
}

/** A person as they may act in a channel of their home tab. */
function askerAt(channelId: string, { userId, userName }: Asker, { askers }: Workspace): Promise<Asker> {
  return askers.askerInView({ userId, userName, channelId });
}

function whyNot({ whyNotManage }: Asker, say: Catalog): string {
  return saidIn(whyNotManage ?? (({ slack }) => slack.notThere), say);
}

/** What a command without options answers; undefined where it says nothing, or is not there. */
async function answerTo(
  command: string,
  asker: Asker,
  { commands, handlers }: Workspace,
): Promise<Message | undefined> {
  if (!commands.some(({ name }) => name === command)) return undefined;
  const capture = createCapture();
  await handlers.onCommand({ asker, command, options: {} }, capture);
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
