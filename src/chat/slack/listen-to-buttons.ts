import type { Caller, Responder } from '../chat.ts';
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
  const caller = await callerOf(payload, workspace);
  const action = actionNameOf(pressed.action_id);
  const value = pressed.selected_option?.value ?? pressed.value ?? '';
  const { message_ts: messageId = '', thread_ts: threadId } = payload.container;
  const post = { ...caller.channel, messageId, ...(threadId && { threadId }) };
  const responder = responderFor(payload, caller, workspace);
  await workspace.handlers.onAction({ caller, action, value, post }, responder);
}

/** Who pressed; in the home tab and in modals the channel is the one that we put there. */
function callerOf(payload: ActionPayload, { callers }: Workspace): Promise<Caller> {
  const { actions, channel, container, user, view } = payload;
  const ofView = view && (channelOfRow(actions[0]?.block_id ?? '') ?? readMetadata(view.private_metadata).channelId);
  const person = { userId: user.id, userName: user.username ?? user.name };
  const channelId = channel?.id ?? container.channel_id;
  if (channelId !== undefined) return callers.caller({ ...person, channelId });
  return callers.callerInView({ ...person, channelId: ofView ?? user.id });
}

function responderFor(payload: ActionPayload, caller: Caller, workspace: Workspace): Responder {
  const { response_url: url, trigger_id: triggerId, view } = payload;
  if (url) {
    const { message_ts: ts, thread_ts: threadTs } = payload.container;
    // Of a message that begins a thread Slack names that thread, too: its answers stand beside it.
    const responseUrl = createResponseUrl({ url, threadTs: threadTs === ts ? undefined : threadTs });
    return createUrlResponder({ ...workspace, caller, triggerId, responseUrl });
  }
  const place = placeInHome(view?.private_metadata, caller.userId);
  return createViewButtonResponder({
    ...workspace,
    caller,
    triggerId,
    ...(view?.type === 'home' && { home: place.own }),
    view: view ?? { id: '', type: 'modal' },
    publishHome: (panel) => showHome(place, caller, workspace, panel),
  });
}
