import type { types } from '@slack/bolt';
import { wordingFor } from '../../wording/wording-for.ts';
import type { Command } from '../command.ts';
import type { Form, FormField } from '../message.ts';
import { limits } from './limits.ts';
import { shortLabel } from './plain-parts.ts';
import { renderChoice } from './render-actions.ts';

/** What a modal brings back with the answers. */
export interface FormMetadata {
  readonly channelId?: string;
  readonly reference?: string;
  /** The conversation of the person from whose home tab a form was opened, or whose home tab it is. */
  readonly home?: string;
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

/** The form of a command, from its definition: what a person may leave out when typing, they can fill in. */
export function commandForm(command: Pick<Command, 'name' | 'description' | 'options'>, channel?: FormField): Form {
  const fields = Object.entries(command.options).map(
    ([name, { description, required, choices, completes }]): FormField => ({
      name,
      label: capitalize(name),
      hint: description,
      required: required ?? false,
      ...(choices && { choices }),
      ...(completes && { completes: { command: command.name, option: name } }),
    }),
  );
  return {
    action: command.name,
    title: capitalize(command.name),
    submitLabel: capitalize(command.name),
    fields: channel ? [channel, ...fields] : fields,
  };
}

const channelName = 'channel';

/** The field in which a person says where: a list of their own channels, beginning with the one they are in or look at. */
export function channelField(locale: string, value?: string): FormField {
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
      ...(value ? { initial_conversation: value } : { default_to_current_conversation: true }),
      filter: { include: ['public', 'private', 'im'], exclude_bot_users: true },
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

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
