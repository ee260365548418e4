import type { Asker } from '../chat.ts';
import { commandIn } from '../command-words.ts';
import type { Form } from '../message.ts';
import { wordsFor } from '../words-for.ts';
import type { Workspace } from './listen.ts';
import { channelField, commandForm, type FormMetadata, renderForm } from './render-form.ts';
import type { SlackApi } from './slack-api.ts';

interface OpenOptions {
  readonly api: SlackApi;
  readonly triggerId: string;
  readonly callbackId?: string;
  /** Whose home tab the form is opened from, to be shown anew when it is sent. */
  readonly home?: string | undefined;
}

/** Opens a form as a modal, within three seconds of what the trigger is of. */
export async function openForm(form: Form, asker: Asker, options: OpenOptions): Promise<void> {
  const { api, triggerId, callbackId = `form:${form.action}`, home } = options;
  const metadata: FormMetadata = {
    channelId: asker.channel.channelId,
    ...(form.reference !== undefined && { reference: form.reference }),
    ...(home !== undefined && { home }),
  };
  const view = renderForm(form, callbackId, { metadata, locale: asker.locale });
  await api.call(({ views }) => views.open({ trigger_id: triggerId, view }));
}

interface CommandFormOptions {
  readonly asker: Asker;
  readonly triggerId: string;
  readonly home?: string;
  /** The form asks in which channel; where nothing is said it does for what changes a channel, called from nowhere. */
  readonly choosesChannel?: boolean;
}

/** The form of a command that was called without its words. */
export async function openCommandForm(
  name: string,
  { asker, triggerId, home, choosesChannel }: CommandFormOptions,
  { api, commands, handlers }: Pick<Workspace, 'api' | 'commands' | 'handlers'>,
): Promise<void> {
  const command = commands.find((each) => each.name === name);
  if (!command) return;
  const { channelId } = asker.channel;
  const isSomewhere = /^[CDG]/u.test(channelId);
  const asksWhere = choosesChannel ?? (command.managesChannel === true && !isSomewhere);
  const field = asksWhere ? channelField(asker.locale, isSomewhere ? channelId : undefined) : undefined;
  await openForm(commandForm(commandIn(command, await wordsFor(asker, handlers)), field), asker, {
    api,
    triggerId,
    callbackId: `command:${name}`,
    home,
  });
}
