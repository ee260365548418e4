import type { en } from './en/index.ts';

/**
 * Every word of our own in one language. An entry is a string, a function of strings (names, numbers already written, dates already
 * written), or a plural. English is the shape that the others have to have.
 */
export type Catalog = typeof en;

/** Text for a reader: fixed, or chosen from the catalog of their language. */
export type LocalizedText = string | ((say: Catalog) => string);

/** The words in a language. */
export function localize(words: LocalizedText, say: Catalog): string {
  return typeof words === 'string' ? words : words(say);
}
