import type { Catalog } from '../../src/wording/catalog.ts';
import type { Message } from '../../src/wording/message.ts';

/** An entry of a catalog: words, or a message with its arguments. */
export type Entry = string | Message;

/** Every entry, by its path ("briefing.tolls.killed"). Throws for what is none. */
export function entriesOf(catalog: Catalog): ReadonlyMap<string, Entry> {
  return new Map(walk(catalog, ''));
}

function walk(value: unknown, path: string): [string, Entry][] {
  if (typeof value === 'string' || typeof value === 'function') return [[path, value as Entry]];
  if (typeof value !== 'object' || value === null) throw new Error(`${path} is neither words nor a group of words`);
  return Object.entries(value).flatMap(([name, inner]) => walk(inner, path === '' ? name : `${path}.${name}`));
}

export function isCounted(entry: Entry): boolean {
  return /\{\w+, plural,/u.test(textOf(entry));
}

/** As it stands in the file: arguments in braces. */
export function textOf(entry: Entry): string {
  return typeof entry === 'string' ? entry : entry.text;
}
