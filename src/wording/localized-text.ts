import type { Catalog } from './catalog.ts';

/** Text for a reader: fixed, or chosen from the catalog of their language. */
export type LocalizedText = string | ((say: Catalog) => string);

/** The words in a language. */
export function localize(words: LocalizedText, say: Catalog): string {
  return typeof words === 'string' ? words : words(say);
}
