import type { Asker } from '../chat.ts';
import { type HomePlace, homeActions } from './home.ts';
import type { Listening, Workspace } from './listen.ts';
import { openCommandForm } from './open-forms.ts';
import { type ActionPayload, actionPayload, homeEvent } from './payloads.ts';
import { placeInHome } from './read-form.ts';
import { showHome } from './show-home.ts';
import { createViewButtonResponder } from './view-responders.ts';

/** The home tab: shown when it is opened, and shown anew with another channel's subscriptions. */
export function listenToHome({ app, queue, workspaceOf }: Listening): void {
  app.event('app_home_opened', ({ event, context }) => queue.run(() => onOpened(event, workspaceOf(context))));
  app.action(/^home:/u, async ({ ack, body, context }) => {
    await ack();
    await queue.run(() => onHomeAction(actionPayload.parse(body), workspaceOf(context)), { isUrgent: true });
  });
}

async function onOpened(raw: unknown, workspace: Workspace): Promise<void> {
  const { user, channel, tab, view } = homeEvent.parse(raw);
  if (tab !== 'home') return;
  // Slack brings the tab as the person left it.
  const { shown } = placeInHome(view?.private_metadata, channel);
  const place = { own: channel, shown };
  await showHome(place, await workspace.askers.asker({ userId: user, channelId: channel }), workspace);
}

async function onHomeAction(payload: ActionPayload, workspace: Workspace): Promise<void> {
  const { actions, user, view } = payload;
  const [action] = actions;
  const place = placeInHome(view?.private_metadata, user.id);
  const channelId = place.shown ?? place.own;
  const asker = await workspace.askers.askerInView({
    userId: user.id,
    userName: user.username ?? user.name,
    channelId,
  });
  const open = (name: string) =>
    openCommandForm(
      name,
      { asker, triggerId: payload.trigger_id, home: place.own, choosesChannel: name === 'subscribe' },
      workspace,
    );
  const id = action?.action_id;
  if (id === homeActions.search) await search(action?.value ?? '', { asker, place, payload }, workspace);
  else if (id === homeActions.channel)
    await showHome({ own: place.own, shown: action?.selected_conversation ?? undefined }, asker, workspace);
  else if (id === homeActions.brief) await open('brief');
  else if (id === homeActions.subscribe) await open('subscribe');
  else if (id === homeActions.settings) {
    // Whoever left the channel is told so, rather than shown a form of their own.
    if (asker.channel.channelId === channelId) await open('settings');
    else await showHome(place, asker, workspace);
  }
}

interface Where {
  readonly asker: Asker;
  readonly place: HomePlace;
}

async function search(
  text: string,
  { asker, place, payload }: Where & { readonly payload: ActionPayload },
  workspace: Workspace,
): Promise<void> {
  if (text.trim() === '') return;
  const isQuestion = text.trim().endsWith('?');
  const call = isQuestion
    ? { asker, command: 'ask', options: { question: text } }
    : { asker, command: 'search', options: { words: text } };
  const { trigger_id: triggerId, view } = payload;
  const responder = createViewButtonResponder({
    ...workspace,
    asker,
    triggerId,
    view: view ?? { id: '', type: 'home' },
    publishHome: (panel) => showHome(place, asker, workspace, panel),
  });
  await workspace.handlers.onCommand(call, responder);
}
