import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Catalog } from '../wording/catalog.ts';
import type { ActionItem, Message } from './message.ts';
import { context } from './write.ts';

/** The call behind an answer, so that a button can repeat it for everybody. */
export type SharedCall =
  | { readonly command: string; readonly options: Readonly<Record<string, string>> }
  | { readonly action: string; readonly value: string };

/** Together with the action's name it fits into a Discord button (100 characters). */
const longestInline = 85;
const mostKept = 1_000;

/**
 * Encodes calls into the values of share buttons and decodes them. A short call is its own value; of long ones we keep the last thousand in
 * memory, since users share soon.
 */
export function createSharedCalls() {
  const kept = new LRUCache<string, SharedCall>({ max: mostKept });
  return {
    write(call: SharedCall): string {
      const inline = JSON.stringify('command' in call ? [call.command, call.options] : [call.action, call.value]);
      if (inline.length <= longestInline) return inline;
      const key = `#${createHash('sha256').update(inline).digest('base64url').slice(0, 16)}`;
      kept.set(key, call);
      return key;
    },

    /** Undefined for an unknown or expired value. */
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

/** The button that shares an answer with everybody. */
export type ShareButton = Extract<ActionItem, { kind: 'button' }>;

/** `value` is the call, as `createSharedCalls` writes it. */
export function shareButton(value: string, { service }: Catalog): ShareButton {
  return { kind: 'button', label: service.share, action: 'share', value };
}

/**
 * Adds the share button to a private answer: next to its other buttons, if there is room; but where those belong to stories, below all of
 * them, since it shares the whole.
 */
export function withShareButton(message: Message, button: ShareButton): Message {
  const hasStories = message.blocks.some((block) => block.kind === 'heading' && block.level === 2);
  const index = hasStories
    ? -1
    : message.blocks.findLastIndex((block) => block.kind === 'actions' && hasRoom(block.items));
  const row = message.blocks[index];
  if (row?.kind !== 'actions') return { ...message, blocks: [...message.blocks, { kind: 'actions', items: [button] }] };
  const selects = row.items.filter(({ kind }) => kind === 'select');
  const items = [...row.items.filter(({ kind }) => kind !== 'select'), button, ...selects];
  return { ...message, blocks: message.blocks.with(index, { kind: 'actions', items }) };
}

function hasRoom(items: readonly ActionItem[]): boolean {
  return items.filter(({ kind }) => kind !== 'select').length < buttonsInRow;
}

/** A shared answer with the name of the user who shared it. */
export function withSharer(message: Message, userName: string, { service }: Catalog): Message {
  return { ...message, blocks: [...message.blocks, context(service.sharedBy(userName))] };
}
