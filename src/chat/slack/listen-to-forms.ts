import { setTimeout } from 'node:timers/promises';
import type { Caller, FormCall, Responder } from '../chat.ts';
import { wordsFor } from '../chat-calls.ts';
import { paragraph } from '../write.ts';
import { type HomePlace, readAnswers, readMetadata, renderSuggestions, takeChannel } from './forms.ts';
import { showHome } from './home.ts';
import { limits } from './limits.ts';
import { type OptionsPayload, optionsPayload, type ViewPayload, viewPayload } from './payloads.ts';
import { type AcknowledgeView, createSubmitResponder, keepUndo, resultCallback } from './view-responders.ts';
import type { Listening, Workspace } from './workspace.ts';

/** Suggestions that come later are of no use. */
const suggestWithinMs = limits.acknowledgeMs - 1_000;

/** Modals: what is suggested while a person types, and what they send. */
export function listenToForms({ app, queue, workspaceOf }: Listening): void {
  app.options(/^complete:/u, async ({ ack, body, context }) => {
    const found = suggest(optionsPayload.parse(body), workspaceOf(context));
    await ack({ options: await Promise.race([found, setTimeout(suggestWithinMs, [], { ref: false })]) });
  });
  app.view(/^(?:form|command):/u, async ({ ack, body, context }) => {
    await queue.now(() => onSubmit(viewPayload.parse(body), ack as AcknowledgeView, workspaceOf(context)));
  });
  app.view({ type: 'view_closed', callback_id: resultCallback }, async ({ ack, body, context }) => {
    await ack();
    await queue.run(() => keepUndo(viewPayload.parse(body), workspaceOf(context)), { isUrgent: true });
  });
}

async function suggest({ action_id: id, value: typed, user, view }: OptionsPayload, { callers, handlers }: Workspace) {
  const [, command = '', option = ''] = id.split(':');
  const channelId = readMetadata(view?.private_metadata ?? '').channelId ?? user.id;
  const caller = await callers.callerInView({ userId: user.id, userName: user.name, channelId });
  return renderSuggestions(typed, await handlers.complete({ caller, command, option, typed }));
}

async function onSubmit(payload: ViewPayload, ack: AcknowledgeView, workspace: Workspace): Promise<void> {
  const { user, view } = payload;
  const { channelId: chosen, answers, field } = takeChannel(readAnswers(payload));
  const { channelId: given = user.id, reference, home } = readMetadata(view.private_metadata);
  // The form of a command is for the channel chosen in it; one about a channel's own may pick another one.
  const isOwn = view.callback_id.startsWith('form:');
  const channelId = isOwn ? given : (chosen ?? given);
  const looked = workspace.callers.callerInView({ userId: user.id, userName: user.name, channelId });
  const fields = Object.keys(view.state?.values ?? {});
  const responder = createSubmitResponder({ ...workspace, caller: looked, ack, viewId: view.id, fields });
  try {
    const caller = await looked;
    if (chosen !== undefined && !(await workspace.callers.isMember(user.id, chosen)))
      return await refuse(field, caller, responder, workspace);
    const callerInPicked =
      isOwn && chosen !== undefined
        ? await workspace.callers.caller({ userId: user.id, channelId: chosen })
        : undefined;
    const form = {
      caller,
      answers,
      ...(reference !== undefined && { reference }),
      ...(callerInPicked && { callerInPicked }),
    };
    await submit(view.callback_id, form, responder, workspace);
    if (home !== undefined) await showAgain({ own: home, shown: channelId }, caller, workspace);
  } finally {
    await responder.finish();
  }
}

async function submit(
  callbackId: string,
  form: Pick<FormCall, 'caller' | 'answers' | 'reference' | 'callerInPicked'>,
  responder: Responder,
  { handlers }: Workspace,
): Promise<void> {
  const [kind, ...rest] = callbackId.split(':');
  const name = rest.join(':');
  if (kind === 'form') await handlers.onForm({ ...form, action: name }, responder);
  else await handlers.onCommand({ caller: form.caller, command: name, options: form.answers }, responder);
}

/** A person speaks for the channels that they are in alone. */
async function refuse(field: string, caller: Caller, responder: Responder, { handlers }: Workspace): Promise<void> {
  const { notThere } = (await wordsFor(caller, handlers)).slack;
  const message = { summary: notThere, blocks: [paragraph(notThere)] };
  await responder.respond(message, { onlyCaller: true, trouble: { field } });
}

/** The home tab that a form was opened from, with what the form changed. */
async function showAgain(place: HomePlace, caller: Caller, workspace: Workspace): Promise<void> {
  try {
    await showHome(place, caller, workspace);
  } catch (err) {
    workspace.log.warn({ err, user: caller.userId }, 'a home tab could not be redrawn');
  }
}
