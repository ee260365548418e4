import type { Asker, Responder } from '../chat.ts';
import { placeInHome, readMetadata } from './forms.ts';
import { showHome } from './home.ts';
import { type ActionPayload, actionPayload } from './payloads.ts';
import { actionId, actionNameOf, channelOfRow, linkActionId } from './render-actions.ts';
import { createUrlResponder } from './responders.ts';
import { createResponseUrl } from './response-url.ts';
import { createViewButtonResponder } from './view-responders.ts';
import type { Listening, Workspace } from './workspace.ts';

/** Buttons and selects of messages, modals and the home tab. */
export function listenToButtons({ app, queue, workspaceOf }: Listening): void {
  app.action(actionId, async ({ ack, body, context }) => {
    await ack();
    await queue.run(() => onPressed(actionPayload.parse(body), workspaceOf(context)), { isUrgent: true });
  });
  // The browser opens the link; Slack wants to hear that we know.
  app.action(linkActionId, ({ ack }) => ack());
}

async function onPressed(payload: ActionPayload, workspace: Workspace): Promise<void> {
  const [pressed] = payload.actions;
  if (!pressed) return;
  const asker = await askerOf(payload, workspace);
  const action = actionNameOf(pressed.action_id);
  const value = pressed.selected_option?.value ?? pressed.value ?? '';
  const { message_ts: messageId = '', thread_ts: threadId } = payload.container;
  const post = { ...asker.channel, messageId, ...(threadId && { threadId }) };
  const responder = responderFor(payload, asker, workspace);
  await workspace.handlers.onAction({ asker, action, value, post }, responder);
}

/** Who pressed; in the home tab and in modals the channel is the one that we put there. */
function askerOf(payload: ActionPayload, { askers }: Workspace): Promise<Asker> {
  const { actions, channel, container, user, view } = payload;
  const ofView = view && (channelOfRow(actions[0]?.block_id ?? '') ?? readMetadata(view.private_metadata).channelId);
  const person = { userId: user.id, userName: user.username ?? user.name };
  const channelId = channel?.id ?? container.channel_id;
  if (channelId !== undefined) return askers.asker({ ...person, channelId });
  return askers.askerInView({ ...person, channelId: ofView ?? user.id });
}

function responderFor(payload: ActionPayload, asker: Asker, workspace: Workspace): Responder {
  const { response_url: url, trigger_id: triggerId, view } = payload;
  if (url) {
    const { message_ts: ts, thread_ts: threadTs } = payload.container;
    // Of a message that begins a thread Slack names that thread, too: its answers stand beside it.
    const responseUrl = createResponseUrl({ url, threadTs: threadTs === ts ? undefined : threadTs });
    return createUrlResponder({ ...workspace, asker, triggerId, responseUrl });
  }
  const place = placeInHome(view?.private_metadata, asker.userId);
  return createViewButtonResponder({
    ...workspace,
    asker,
    triggerId,
    ...(view?.type === 'home' && { home: place.own }),
    view: view ?? { id: '', type: 'modal' },
    publishHome: (panel) => showHome(place, asker, workspace, panel),
  });
}
