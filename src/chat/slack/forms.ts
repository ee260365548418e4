import type { types } from '@slack/bolt';
import { wordingFor } from '../../wording/wording-for.ts';
import type { Caller } from '../chat.ts';
import { wordsFor } from '../chat-calls.ts';
import { commandIn } from '../command.ts';
import { commandForm } from '../command-form.ts';
import type { Choice, Form, FormField } from '../message.ts';
import { limits } from './limits.ts';
import type { ViewPayload } from './payloads.ts';
import { renderChoice } from './render-actions.ts';
import { shortLabel } from './rich-text.ts';
import type { SlackApi } from './slack-api.ts';
import type { Workspace } from './workspace.ts';

/** What a modal brings back with the answers. */
export interface FormMetadata {
  readonly channelId?: string;
  readonly reference?: string;
  /** The conversation of the person from whose home tab a form was opened, or whose home tab it is. */
  readonly home?: string;
  /** Its first blocks report a change, with Undo the last of them. */
  readonly undo?: { readonly blocks: number; readonly summary: string };
}

/** Whose home tab it is, by their conversation with us, and the channel that they look at in it, if they chose one. */
export interface HomePlace {
  readonly own: string;
  readonly shown?: string | undefined;
}

/** A form as a modal. `callback_id` names its handler: `form:<action>`, or `command:<name>` for a command's own form. */
export function renderForm(
  form: Form,
  callbackId: string,
  { metadata, locale }: { readonly metadata: FormMetadata; readonly locale: string },
): types.ModalView {
  return {
    type: 'modal',
    callback_id: shortLabel(callbackId, limits.id),
    private_metadata: JSON.stringify(metadata),
    title: plainText(form.title, limits.view.title),
    submit: plainText(form.submitLabel, limits.view.button),
    close: plainText(wordingFor(locale).slack.cancel, limits.view.button),
    blocks: form.fields.map(inputBlock),
  };
}

const channelName = 'channel';

/** The field in which a person says where: a list of their own channels, beginning with the one they are in or look at. */
function channelField(locale: string, value?: string): FormField {
  return {
    name: channelName,
    label: wordingFor(locale).slack.channel,
    required: true,
    ...(value !== undefined && { value }),
  };
}

/** What was chosen in it, and the other answers. */
export function takeChannel({ [channelName]: channelId, ...answers }: Readonly<Record<string, string>>) {
  return { channelId, answers, field: channelName };
}

function inputBlock(field: FormField): types.InputBlock {
  return {
    type: 'input',
    block_id: field.name,
    label: plainText(field.label, limits.input.label),
    optional: !field.required,
    element: fieldElement(field),
    ...(field.hint && { hint: plainText(field.hint, limits.input.hint) }),
  };
}

/** An external select cannot show a value longer than its options may be; such a value is edited as text. */
function fieldElement(field: FormField): types.InputBlock['element'] {
  const { name, value, choices, completes } = field;
  const options = choices?.flatMap(renderChoice);
  const initial = value ? renderChoice({ label: value, value })[0] : undefined;
  if (name === channelName) {
    return {
      type: 'conversations_select',
      action_id: name,
      ...(value ? { initial_conversation: value } : { default_to_current_conversation: field.picks !== 'channel' }),
      filter: {
        include: field.picks === 'channel' ? ['public', 'private'] : ['public', 'private', 'im'],
        exclude_bot_users: true,
      },
    };
  }
  if (options && options.length > 0) {
    const chosen = options.find((option) => option.value === value);
    return { type: 'static_select', action_id: name, options, ...(chosen && { initial_option: chosen }) };
  }
  if (completes && (value ?? '').length <= limits.option.text) {
    const action = `complete:${completes.command}:${completes.option}`;
    return {
      type: 'external_select',
      action_id: action,
      min_query_length: 0,
      ...(initial && { initial_option: initial }),
    };
  }
  return {
    type: 'plain_text_input',
    action_id: name,
    ...(value && { initial_value: value.slice(0, limits.input.value) }),
  };
}

function plainText(text: string, maximum: number): types.PlainTextElement {
  return { type: 'plain_text', text: shortLabel(text, maximum) || '\u2026', emoji: false };
}

/** The answers of a modal by field; what was left empty is left out. */
export function readAnswers({ view }: Pick<ViewPayload, 'view'>): Readonly<Record<string, string>> {
  const answers = Object.entries(view.state?.values ?? {}).flatMap(([field, elements]) => {
    const [element] = Object.values(elements);
    const value = element?.value ?? element?.selected_option?.value ?? element?.selected_conversation;
    return value ? [[field, value] as const] : [];
  });
  return Object.fromEntries(answers);
}

/** What we put into a view; empty for one that is of an older version, or not ours. */
export function readMetadata(text: string): FormMetadata {
  try {
    const { channelId, reference, home, undo } = JSON.parse(text) as FormMetadata;
    return {
      ...(typeof channelId === 'string' && { channelId }),
      ...(typeof reference === 'string' && { reference }),
      ...(typeof home === 'string' && { home }),
      ...(typeof undo?.blocks === 'number' && { undo }),
    };
  } catch {
    return {};
  }
}

/** What `readMetadata` reads. */
export function writeMetadata(metadata: FormMetadata): string {
  return JSON.stringify(metadata);
}

/** What a home tab shows; of one that is of an older version, or not there yet, the person's own conversation. */
export function placeInHome(metadata: string | undefined, fallback: string): HomePlace {
  const { channelId, home: own = channelId ?? fallback } = readMetadata(metadata ?? '');
  return channelId === own ? { own } : { own, shown: channelId };
}

/** Suggestions for an external select. It takes only what it lists, so what was typed is listed too. */
export function renderSuggestions(typed: string, found: readonly Choice[]): types.PlainTextOption[] {
  const own = typed.trim();
  const isKnown = found.some(({ label, value }) =>
    [label, value].some((each) => each.toLowerCase() === own.toLowerCase()),
  );
  const all = own === '' || isKnown ? found : [{ label: own, value: own }, ...found];
  return all.flatMap(renderChoice).slice(0, limits.select.options);
}

interface OpenOptions {
  readonly api: SlackApi;
  readonly triggerId: string;
  readonly callbackId?: string;
  /** Whose home tab the form is opened from, to be redrawn when it is sent. */
  readonly home?: string | undefined;
}

/** Opens a form as a modal, within three seconds of what the trigger is of. */
export async function openForm(form: Form, caller: Caller, options: OpenOptions): Promise<void> {
  const { api, triggerId, callbackId = `form:${form.action}`, home } = options;
  const metadata: FormMetadata = {
    channelId: caller.channel.channelId,
    ...(form.reference !== undefined && { reference: form.reference }),
    ...(home !== undefined && { home }),
  };
  const view = renderForm(form, callbackId, { metadata, locale: caller.locale });
  await api.call(({ views }) => views.open({ trigger_id: triggerId, view }));
}

interface CommandFormOptions {
  readonly caller: Caller;
  readonly triggerId: string;
  readonly home?: string;
  /** The form asks in which channel; where nothing is said it does for what changes a channel, called from nowhere. */
  readonly choosesChannel?: boolean;
}

/** The form of a command that was called without its words. */
export async function openCommandForm(
  name: string,
  { caller, triggerId, home, choosesChannel }: CommandFormOptions,
  { api, commands, handlers }: Pick<Workspace, 'api' | 'commands' | 'handlers'>,
): Promise<void> {
  const command = commands.find((each) => each.name === name);
  if (!command) return;
  const { channelId } = caller.channel;
  const isSomewhere = /^[CDG]/u.test(channelId);
  const asksWhere = choosesChannel ?? (command.managesChannel === true && !isSomewhere);
  const field = asksWhere ? channelField(caller.locale, isSomewhere ? channelId : undefined) : undefined;
  await openForm(commandForm(commandIn(command, await wordsFor(caller, handlers)), field), caller, {
    api,
    triggerId,
    callbackId: `command:${name}`,
    home,
  });
}
