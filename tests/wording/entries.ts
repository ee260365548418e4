import type { Catalog } from '../../src/wording/catalog.ts';
import type { Plural } from '../../src/wording/plural.ts';

/** An entry of a catalog, by its path ("briefing.tolls.killed"). */
export type Entry = string | Plural | ((...texts: string[]) => string);

/** Every entry, by its path. Throws for what is none. */
export function entriesOf(catalog: Catalog): ReadonlyMap<string, Entry> {
  return new Map(walk(catalog, ''));
}

function walk(value: unknown, path: string): [string, Entry][] {
  if (typeof value === 'string' || typeof value === 'function') return [[path, value as Entry]];
  if (typeof value !== 'object' || value === null) throw new Error(`${path} is neither words nor a group of words`);
  return Object.entries(value).flatMap(([name, inner]) => walk(inner, path === '' ? name : `${path}.${name}`));
}

export function isPlural(entry: Entry): entry is Plural {
  return typeof entry === 'function' && 'forms' in entry;
}

/** What an entry says, with a mark in the place of each text it is given. */
export function told(entry: Entry): string {
  if (typeof entry === 'string') return entry;
  if (isPlural(entry)) return Object.values(entry.forms).join('\n');
  return entry(...marksOf(entry));
}

/** The marks for a function's parameters: nothing that any language writes. */
export function marksOf(entry: Entry): string[] {
  return typeof entry === 'string' || isPlural(entry)
    ? []
    : Array.from({ length: entry.length }, (_, index) => `⟦${index}⟧`);
}
