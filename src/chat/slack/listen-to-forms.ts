import { setTimeout } from 'node:timers/promises';
import type { Asker, FormCall, Responder } from '../chat.ts';
import { wordsFor } from '../chat-calls.ts';
import { paragraph } from '../write.ts';
import { type HomePlace, readAnswers, readMetadata, renderSuggestions, takeChannel } from './forms.ts';
import { showHome } from './home.ts';
import { limits } from './limits.ts';
import { type OptionsPayload, optionsPayload, type ViewPayload, viewPayload } from './payloads.ts';
import { type AcknowledgeView, createSubmitResponder } from './view-responders.ts';
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
}

async function suggest({ action_id: id, value: typed, user, view }: OptionsPayload, { askers, handlers }: Workspace) {
  const [, command = '', option = ''] = id.split(':');
  const channelId = readMetadata(view?.private_metadata ?? '').channelId ?? user.id;
  const asker = await askers.askerInView({ userId: user.id, userName: user.name, channelId });
  return renderSuggestions(typed, await handlers.complete({ asker, command, option, typed }));
}

async function onSubmit(payload: ViewPayload, ack: AcknowledgeView, workspace: Workspace): Promise<void> {
  const { user, view } = payload;
  const { channelId: chosen, answers, field } = takeChannel(readAnswers(payload));
  const { channelId: given = user.id, reference, home } = readMetadata(view.private_metadata);
  // The form of a command is for the channel chosen in it; one about a channel's own may pick another one.
  const isOwn = view.callback_id.startsWith('form:');
  const channelId = isOwn ? given : (chosen ?? given);
  const looked = workspace.askers.askerInView({ userId: user.id, userName: user.name, channelId });
  const fields = Object.keys(view.state?.values ?? {});
  const responder = createSubmitResponder({ ...workspace, asker: looked, ack, viewId: view.id, fields });
  try {
    const asker = await looked;
    if (chosen !== undefined && !(await workspace.askers.isMember(user.id, chosen)))
      return await refuse(field, asker, responder, workspace);
    const askerInPicked =
      isOwn && chosen !== undefined ? await workspace.askers.asker({ userId: user.id, channelId: chosen }) : undefined;
    const form = {
      asker,
      answers,
      ...(reference !== undefined && { reference }),
      ...(askerInPicked && { askerInPicked }),
    };
    await submit(view.callback_id, form, responder, workspace);
    if (home !== undefined) await showAgain({ own: home, shown: channelId }, asker, workspace);
  } finally {
    await responder.finish();
  }
}

async function submit(
  callbackId: string,
  form: Pick<FormCall, 'asker' | 'answers' | 'reference' | 'askerInPicked'>,
  responder: Responder,
  { handlers }: Workspace,
): Promise<void> {
  const [kind, ...rest] = callbackId.split(':');
  const name = rest.join(':');
  if (kind === 'form') await handlers.onForm({ ...form, action: name }, responder);
  else await handlers.onCommand({ asker: form.asker, command: name, options: form.answers }, responder);
}

/** A person speaks for the channels that they are in alone. */
async function refuse(field: string, asker: Asker, responder: Responder, { handlers }: Workspace): Promise<void> {
  const { notThere } = (await wordsFor(asker, handlers)).slack;
  const message = { summary: notThere, blocks: [paragraph(notThere)] };
  await responder.respond(message, { onlyAsker: true, trouble: { field } });
}

/** The home tab that a form was opened from, with what the form changed. */
async function showAgain(place: HomePlace, asker: Asker, workspace: Workspace): Promise<void> {
  try {
    await showHome(place, asker, workspace);
  } catch (err) {
    workspace.log.warn({ err, user: asker.userId }, 'a home tab could not be shown anew');
  }
}
