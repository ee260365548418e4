import {
  type APIButtonComponentWithCustomId,
  type APIButtonComponentWithURL,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { ActionItem, Choice } from '../message.ts';
import { writeCustomId } from './custom-id.ts';
import { safeUrl, shortLabel } from './escape-text.ts';
import { limits } from './limits.ts';
import type { ActionRow } from './pieces.ts';

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
export function selectOptions(choices: readonly Choice[]): { label: string; value: string; description?: string }[] {
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
