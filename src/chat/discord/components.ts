import {
  type APIButtonComponentWithCustomId,
  type APIButtonComponentWithURL,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APIStringSelectComponent,
  ButtonStyle,
  ChannelType,
  ComponentType,
  SelectMenuDefaultValueType,
  TextInputStyle,
} from 'discord.js';
import type { ActionItem, Choice, Form, FormField, Message } from '../message.ts';
import { limits } from './limits.ts';
import type { ActionRow } from './pieces.ts';
import { safeUrl, shortLabel } from './text.ts';

type Button = APIButtonComponentWithCustomId | APIButtonComponentWithURL;

/** Buttons and selects as rows: five buttons each, a select alone. `used` holds the message's custom ids and grows. */
export function renderRows(items: readonly ActionItem[], used: Set<string>): readonly ActionRow[] {
  const buttons = items.flatMap((item) => renderButton(item, used));
  const selects = items.flatMap((item) => (item.kind === 'select' ? renderSelects(item, used) : []));
  return [...inGroups(buttons, limits.buttonsInRow), ...selects.map((select) => [select])].map((components) => ({
    type: ComponentType.ActionRow,
    components,
  }));
}

function renderButton(item: ActionItem, used: Set<string>): Button[] {
  if (item.kind === 'select') return [];
  const label = shortLabel(item.label, limits.buttonLabel);
  if (!label) return [];
  if (item.kind === 'link-button') {
    const url = safeUrl(item.url);
    if (url === undefined || url.length > limits.buttonUrl) return [];
    return [{ type: ComponentType.Button, style: ButtonStyle.Link, label, url }];
  }
  const custom_id = freeId({ action: item.action, value: item.value ?? '' }, used);
  return custom_id === undefined ? [] : [{ type: ComponentType.Button, style: styleOf(item), label, custom_id }];
}

function styleOf({ tone }: Extract<ActionItem, { kind: 'button' }>): APIButtonComponentWithCustomId['style'] {
  if (tone === 'primary') return ButtonStyle.Primary;
  return tone === 'danger' ? ButtonStyle.Danger : ButtonStyle.Secondary;
}

/** More options than a select takes make more selects. */
function renderSelects(
  { label, action, options }: Extract<ActionItem, { kind: 'select' }>,
  used: Set<string>,
): APIStringSelectComponent[] {
  return inGroups(selectOptions(options), limits.selectOptions).flatMap((group) => {
    const custom_id = freeId({ action, value: '' }, used);
    if (custom_id === undefined) return [];
    const placeholder = shortLabel(label, limits.selectPlaceholder);
    return [{ type: ComponentType.StringSelect, custom_id, ...(placeholder && { placeholder }), options: group }];
  });
}

/** Choices as Discord takes them: values are unique and short enough to come back whole. */
function selectOptions(choices: readonly Choice[]): { label: string; value: string; description?: string }[] {
  const byValue = new Map(choices.map((choice) => [choice.value, choice]));
  return [...byValue.values()].flatMap(({ label, value, description }) => {
    const shown = shortLabel(label, limits.optionLabel);
    if (!shown || !value || value.length > limits.optionValue) return [];
    const about = description && shortLabel(description, limits.optionDescription);
    return [{ label: shown, value, ...(about ? { description: about } : {}) }];
  });
}

function freeId(reference: { action: string; value: string }, used: Set<string>): string | undefined {
  for (let ordinal = 0; ; ordinal += 1) {
    const id = writeCustomId(reference, ordinal);
    if (id === undefined) return undefined;
    if (used.has(id)) continue;
    used.add(id);
    return id;
  }
}

function inGroups<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

/** What a button, select or form says when it comes back: a handler's name and a reference it looks up. Nothing in it is trusted. */
interface ComponentReference {
  readonly action: string;
  readonly value: string;
  /** The channel it was shown for, if it is not the one it was posted in. */
  readonly channelId?: string;
}

/** The message for another channel than the one it is shown in: what is pressed there acts on that channel. */
export function aboutChannel(message: Message, channelId: string): Message {
  const about = <Item extends ActionItem>(item: Item): Item =>
    'action' in item ? { ...item, action: actionIn(channelId, item.action) } : item;
  return {
    ...message,
    blocks: message.blocks.map((block) =>
      block.kind === 'actions' ? { ...block, items: block.items.map(about) } : block,
    ),
  };
}

/** The form for another channel than the one it is opened in. */
export function formAboutChannel(form: Form, channelId: string): Form {
  return { ...form, action: actionIn(channelId, form.action) };
}

function actionIn(channelId: string, action: string): string {
  return `@${channelId} ${action}`;
}

/**
 * The custom id, or undefined where it would be longer than Discord takes: such a button is left out. The version comes first, so that
 * buttons of any age can be read. `ordinal` tells the same button twice in one message apart, as Discord demands.
 */
function writeCustomId({ action, value }: ComponentReference, ordinal = 0): string | undefined {
  const id = `k1${ordinal > 0 ? `.${ordinal}` : ''}:${action}:${value}`;
  return id.length <= limits.customId && !action.includes(':') ? id : undefined;
}

/** Undefined for what we did not write, or wrote in a version that is gone. */
export function readCustomId(customId: string): ComponentReference | undefined {
  const [, action, value] = /^k1(?:\.\d+)?:([^:]*):([\s\S]*)$/u.exec(customId) ?? [];
  if (action === undefined || value === undefined) return undefined;
  const [, channelId, ofChannel] = /^@(\d{1,20}) (.*)$/u.exec(action) ?? [];
  return channelId === undefined || ofChannel === undefined
    ? { action, value }
    : { action: ofChannel, value, channelId };
}

/**
 * A form as Discord's modal. More fields than it takes cost the last that need no answer. `inServer`: roles and channels are picked from the
 * server's; a direct message has none, so their ids are typed there.
 */
export function renderForm(
  { action, reference = '', title, fields }: Form,
  { inServer = true }: { readonly inServer?: boolean } = {},
): APIModalInteractionResponseCallbackData {
  const custom_id = writeCustomId({ action, value: reference });
  if (custom_id === undefined) throw new Error(`The form "${action}" has a reference too long for Discord`);
  const components = fittingFields(fields).map((field) => renderField(field, inServer));
  return { custom_id, title: shortLabel(title, limits.modalTitle), components };
}

function fittingFields(fields: readonly FormField[]): readonly FormField[] {
  const surplus = fields.length - limits.modalComponents;
  const spared = new Set(surplus > 0 ? fields.filter(({ required }) => !required).slice(-surplus) : []);
  return fields.filter((field) => !spared.has(field)).slice(0, limits.modalComponents);
}

function renderField(field: FormField, inServer: boolean): APILabelComponent {
  const description = field.hint && shortLabel(field.hint, limits.modalDescription);
  return {
    type: ComponentType.Label,
    label: shortLabel(field.label, limits.modalLabel),
    ...(description && { description }),
    component: fieldComponent(field, inServer),
  };
}

function fieldComponent(
  { name: custom_id, value, required = false, choices, picks }: FormField,
  inServer: boolean,
): APILabelComponent['component'] {
  if (choices) {
    const options = selectOptions(choices)
      .slice(0, limits.selectOptions)
      .map((option) => ({ ...option, default: option.value === value }));
    return { type: ComponentType.StringSelect, custom_id, required, options };
  }
  const id = /^\d{1,20}$/u.exec(value ?? '')?.[0];
  if (picks === 'role' && inServer) {
    const chosen = id !== undefined && { default_values: [{ type: SelectMenuDefaultValueType.Role as const, id }] };
    return { type: ComponentType.RoleSelect, custom_id, required, ...chosen };
  }
  if (picks === 'channel' && inServer) {
    const chosen = id !== undefined && { default_values: [{ type: SelectMenuDefaultValueType.Channel as const, id }] };
    return { type: ComponentType.ChannelSelect, custom_id, required, channel_types: [...postableChannels], ...chosen };
  }
  const shown = value && value.length <= limits.modalValue && { value };
  return { type: ComponentType.TextInput, custom_id, style: TextInputStyle.Short, required, ...shown };
}

/** Where a subscription can post. */
export const postableChannels = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
  ChannelType.PublicThread,
  ChannelType.AnnouncementThread,
  ChannelType.PrivateThread,
] as const;
