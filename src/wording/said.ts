import type { Catalog } from './catalog.ts';

/** Words for whoever reads them: ready as they are, or chosen from the catalog of their language. */
export type Said = string | ((say: Catalog) => string);

/** The words in a language. */
export function saidIn(words: Said, say: Catalog): string {
  return typeof words === 'string' ? words : words(say);
}
