import type { Asker } from '../chat.ts';
import type { Ears, Listening } from './listen.ts';
import { type OptionsPayload, optionsPayload, type ViewPayload, viewPayload } from './payloads.ts';
import { readAnswers, readMetadata, renderSuggestions } from './read-form.ts';
import { channelField } from './render-form.ts';
import { type AcknowledgeView, createSubmitResponder } from './view-responders.ts';

/** Modals: what is suggested while a person types, and what they send. */
export function listenToForms({ app, turns, at }: Listening): void {
  app.options(/^complete:/u, async ({ ack, body, context }) => {
    await ack({ options: await suggest(optionsPayload.parse(body), at(context)) });
  });
  app.view(/^(?:form|command):/u, async ({ ack, body, context }) => {
    await turns.now(() => onSubmit(viewPayload.parse(body), ack as AcknowledgeView, at(context)));
  });
}

async function suggest({ action_id: id, value: typed, user, view }: OptionsPayload, { askers, handlers }: Ears) {
  const [, command = '', option = ''] = id.split(':');
  const channelId = readMetadata(view?.private_metadata ?? '').channelId ?? user.id;
  const asker = await askers.asker({ userId: user.id, userName: user.name, channelId });
  return renderSuggestions(typed, await handlers.complete({ asker, command, option, typed }));
}

async function onSubmit(payload: ViewPayload, ack: AcknowledgeView, ears: Ears): Promise<void> {
  const { user, view } = payload;
  const { [channelField.name]: chosen, ...answers } = readAnswers(payload);
  const { channelId = user.id, reference } = readMetadata(view.private_metadata);
  if (chosen !== undefined && !(await mayUse(user.id, chosen, ears))) {
    const problem = 'I am not in that channel, or you are not. Invite me with /invite, or choose another.';
    return ack({ response_action: 'errors', errors: { [channelField.name]: problem } });
  }
  const asker = await ears.askers.asker({ userId: user.id, userName: user.name, channelId: chosen ?? channelId });
  const fields = Object.keys(view.state?.values ?? {});
  const responder = createSubmitResponder({ ...ears, asker, ack, viewId: view.id, fields });
  await submit(view.callback_id, { asker, answers, ...(reference !== undefined && { reference }) }, responder, ears);
  await responder.finish();
}

async function submit(
  callbackId: string,
  form: { readonly asker: Asker; readonly answers: Readonly<Record<string, string>>; readonly reference?: string },
  responder: ReturnType<typeof createSubmitResponder>,
  { handlers }: Ears,
): Promise<void> {
  const [kind, ...rest] = callbackId.split(':');
  const name = rest.join(':');
  if (kind === 'form') await handlers.onForm({ ...form, action: name }, responder);
  else await handlers.onCommand({ asker: form.asker, command: name, options: form.answers }, responder);
}

/** A person may speak for the channels they are in; a direct conversation is chosen from their own list alone. */
async function mayUse(userId: string, channelId: string, { askers }: Ears): Promise<boolean> {
  return askers.isMember(userId, channelId);
}
