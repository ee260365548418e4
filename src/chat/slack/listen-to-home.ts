import type { Asker } from '../chat.ts';
import type { Message } from '../message.ts';
import { paragraph } from '../write.ts';
import { homeActions, publishHome } from './home.ts';
import type { Ears, Listening } from './listen.ts';
import { type ActionPayload, actionPayload, homeEvent } from './payloads.ts';
import { readMetadata } from './read-form.ts';
import { channelField, commandForm } from './render-form.ts';
import { createCapture, openForm } from './responders.ts';
import { createViewButtonResponder } from './view-responders.ts';

/** The home tab: shown when it is opened, and shown anew with another channel's subscriptions. */
export function listenToHome({ app, turns, at }: Listening): void {
  app.event('app_home_opened', ({ event, context }) => turns.run(() => onOpened(event, at(context))));
  app.action(/^home:/u, async ({ ack, body, context }) => {
    await ack();
    await turns.run(() => onHomeAction(actionPayload.parse(body), at(context)));
  });
}

async function onOpened(raw: unknown, ears: Ears): Promise<void> {
  const { user, channel, tab } = homeEvent.parse(raw);
  if (tab !== 'home') return;
  await showChannel(await ears.askers.asker({ userId: user, channelId: channel }), ears);
}

async function onHomeAction(payload: ActionPayload, ears: Ears): Promise<void> {
  const { actions, user, view } = payload;
  const [action] = actions;
  const { channelId = user.id } = readMetadata(view?.private_metadata ?? '');
  const asker = await ears.askers.asker({ userId: user.id, userName: user.username ?? user.name, channelId });
  const id = action?.action_id;
  if (id === homeActions.search) await search(action?.value ?? '', asker, payload, ears);
  else if (id === homeActions.channel) await chooseChannel(action?.selected_conversation ?? '', asker, ears);
  else if (id === homeActions.brief) await openCommand('brief', asker, payload, ears);
  else if (id === homeActions.subscribe) await openCommand('subscribe', asker, payload, ears);
}

async function showChannel(asker: Asker, ears: Ears): Promise<void> {
  const capture = createCapture();
  await ears.handlers.onCommand({ asker, command: 'subscriptions', options: {} }, capture);
  await publishHome(capture.message() ?? saying('Nothing is there yet.'), asker, ears);
}

async function chooseChannel(channelId: string, asker: Asker, ears: Ears): Promise<void> {
  const chosen: Asker = { ...asker, channel: { ...asker.channel, channelId } };
  if (await ears.askers.isMember(asker.userId, channelId)) return showChannel(chosen, ears);
  await publishHome(saying('I am not in that channel, or you are not. Invite me there with /invite.'), asker, ears);
}

async function search(text: string, asker: Asker, payload: ActionPayload, ears: Ears): Promise<void> {
  if (text.trim() === '') return;
  const isQuestion = text.trim().endsWith('?');
  const call = isQuestion
    ? { asker, command: 'ask', options: { question: text } }
    : { asker, command: 'search', options: { words: text } };
  const { trigger_id: triggerId, view } = payload;
  const responder = createViewButtonResponder({
    ...ears,
    asker,
    triggerId,
    view: view ?? { id: '', type: 'home' },
    publishHome: (panel) => publishHome(panel, asker, ears),
  });
  await ears.handlers.onCommand(call, responder);
}

async function openCommand(name: string, asker: Asker, payload: ActionPayload, ears: Ears): Promise<void> {
  const command = ears.commands.find((each) => each.name === name);
  if (!command) return;
  const form = commandForm(command, name === 'subscribe' ? channelField : undefined);
  const { trigger_id: triggerId } = payload;
  await openForm(form, asker, { api: ears.api, triggerId, callbackId: `command:${name}` });
}

function saying(text: string): Message {
  return { summary: text, blocks: [paragraph(text)] };
}
