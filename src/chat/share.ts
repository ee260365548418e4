import { createHash } from 'node:crypto';
import type { Catalog } from '../wording/catalog.ts';
import type { ActionItem, Message } from './message.ts';
import { context } from './write.ts';

/** What an answer answered, so that a button can give it again for everybody. */
export type SharedCall =
  | { readonly command: string; readonly options: Readonly<Record<string, string>> }
  | { readonly action: string; readonly value: string };

/** With the action's name before it, it still fits into a button of Discord (100 characters). */
const longestInline = 85;
const mostKept = 1_000;

/**
 * Writes calls into the values of share buttons and reads them back. A short call is its own value; of a long one we keep the last
 * thousand, since who shares does it soon.
 */
export function createSharedCalls() {
  const kept = new Map<string, SharedCall>();
  return {
    write(call: SharedCall): string {
      const inline = JSON.stringify('command' in call ? [call.command, call.options] : [call.action, call.value]);
      if (inline.length <= longestInline) return inline;
      const key = `#${createHash('sha256').update(inline).digest('base64url').slice(0, 16)}`;
      kept.set(key, call);
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
      return key;
    },

    /** Undefined for what we did not write, or forgot. */
    read: (value: string): SharedCall | undefined => (value.startsWith('#') ? kept.get(value) : parseCall(value)),
  };
}

function parseCall(value: string): SharedCall | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(value);
  } catch {
    return undefined;
  }
  const [name, given] = Array.isArray(parsed) ? (parsed as unknown[]) : [];
  if (typeof name !== 'string') return undefined;
  if (typeof given === 'string') return { action: name, value: given };
  if (typeof given !== 'object' || given === null) return undefined;
  const options = Object.entries(given).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return { command: name, options: Object.fromEntries(options) };
}

const buttonsInRow = 5;

/** The button that gives an answer to everybody. */
export type ShareButton = Extract<ActionItem, { kind: 'button' }>;

/** `value` is the call, as `createSharedCalls` writes it. */
export function shareButton(value: string, { service }: Catalog): ShareButton {
  return { kind: 'button', label: service.share, action: 'share', value };
}

/** An answer that only the asker sees, with the button that gives it to everybody: beside its other buttons, where there is room. */
export function withShareButton(message: Message, button: ShareButton): Message {
  const index = message.blocks.findLastIndex((block) => block.kind === 'actions' && hasRoom(block.items));
  const row = message.blocks[index];
  if (row?.kind !== 'actions') return { ...message, blocks: [...message.blocks, { kind: 'actions', items: [button] }] };
  const selects = row.items.filter(({ kind }) => kind === 'select');
  const items = [...row.items.filter(({ kind }) => kind !== 'select'), button, ...selects];
  return { ...message, blocks: message.blocks.with(index, { kind: 'actions', items }) };
}

function hasRoom(items: readonly ActionItem[]): boolean {
  return items.filter(({ kind }) => kind !== 'select').length < buttonsInRow;
}

/** What somebody gave to everybody, with their name. */
export function withSharer(message: Message, userName: string, { service }: Catalog): Message {
  return { ...message, blocks: [...message.blocks, context(service.sharedBy(userName))] };
}
