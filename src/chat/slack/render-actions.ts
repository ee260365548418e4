import type { types } from '@slack/bolt';
import type { ActionItem } from '../message.ts';
import { limits } from './limits.ts';
import { shortLabel, webAddress } from './rich-text.ts';

const prefix = 'do';
/** Ids of elements that only open a browser: Slack sends an action for them all the same. */
export const linkActionId = /^link:/u;
/** Of buttons and selects that the handlers answer; links have another. */
export const actionId = /^do:/u;

/** Buttons and selects in rows of what Slack takes. `place` keeps ids unique in a message. */
export function renderActions(items: readonly ActionItem[], place: number): types.ActionsBlock[] {
  const elements = items.flatMap((item, index) => element(item, `${place}.${index}`));
  const rows: types.ActionsBlockElement[][] = [];
  for (let start = 0; start < elements.length; start += limits.actions.elements)
    rows.push(elements.slice(start, start + limits.actions.elements));
  return rows.map((row) => ({ type: 'actions', elements: row }));
}

const placePrefix = 'at:';

/**
 * The same blocks, each row of buttons bound to a channel: the home tab shows several. Ids stay unique over all of them; `from` counts the
 * blocks of the same channel above.
 */
export function inChannel(channelId: string, blocks: readonly types.KnownBlock[], from = 0): types.KnownBlock[] {
  return blocks.map((block, index) => {
    if (block.type !== 'actions') return block;
    const row = from + index;
    const elements = block.elements.map((each) => ({ ...each, action_id: `${each.action_id}@${channelId}.${row}` }));
    return { ...block, block_id: `${placePrefix}${channelId}:${row}`, elements };
  });
}

/** The channel that a row is bound to. */
export function channelOfRow(blockId: string): string | undefined {
  return blockId.startsWith(placePrefix) ? blockId.split(':')[1] : undefined;
}

/** The name of the handler that an id carries. */
export function actionNameOf(id: string): string {
  return id.slice(prefix.length + 1).replace(/:[^:]*$/u, '');
}

/** `do:who:4.0`: the handler's name and a place that makes it unique. */
function idOf(action: string, place: string): string | undefined {
  const id = `${prefix}:${action}:${place}`;
  return id.length <= limits.id ? id : undefined;
}

function element(item: ActionItem, place: string): types.ActionsBlockElement[] {
  switch (item.kind) {
    case 'button':
      return button(item, place);
    case 'link-button':
      return linkButton(item, place);
    case 'select':
      return select(item, place);
  }
}

function plainText(text: string, maximum: number): types.PlainTextElement {
  return { type: 'plain_text', text: shortLabel(text, maximum), emoji: false };
}

/** A button whose id or value Slack would refuse is left out: it could not do what it says. */
function button(item: Extract<ActionItem, { kind: 'button' }>, place: string): types.Button[] {
  const id = idOf(item.action, place);
  const text = plainText(item.label, limits.button.text);
  if (id === undefined || text.text === '' || (item.value ?? '').length > limits.button.value) return [];
  return [
    {
      type: 'button',
      action_id: id,
      text,
      ...(item.value ? { value: item.value } : {}),
      ...(item.tone ? { style: item.tone } : {}),
    },
  ];
}

function linkButton(item: Extract<ActionItem, { kind: 'link-button' }>, place: string): types.Button[] {
  const url = webAddress(item.url);
  const text = plainText(item.label, limits.button.text);
  return url === undefined || text.text === '' ? [] : [{ type: 'button', action_id: `link:${place}`, text, url }];
}

function select(item: Extract<ActionItem, { kind: 'select' }>, place: string): types.StaticSelect[] {
  const id = idOf(item.action, place);
  const options = item.options.flatMap(renderChoice).slice(0, limits.select.options);
  const placeholder = plainText(item.label || '\u2026', limits.select.placeholder);
  return id === undefined || options.length === 0
    ? []
    : [{ type: 'static_select', action_id: id, placeholder, options }];
}

/** One line of a select; none for a value that Slack could not bring back. */
export function renderChoice({
  label,
  value,
  description,
}: {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
}): types.PlainTextOption[] {
  const text = plainText(label, limits.option.text);
  if (text.text === '' || value === '' || value.length > limits.option.value) return [];
  const below = description ? plainText(description, limits.option.description) : undefined;
  return [{ text, value, ...(below && below.text !== '' ? { description: below } : {}) }];
}
