import type { Catalog } from '../wording/catalog.ts';
import { wordingFor } from '../wording/wording-for.ts';

/** An answer's own words, with the locale of its dates. */
export type Wording = Catalog['answer'] & Pick<Catalog, 'locale'>;

/** In the first of the languages that we speak, else English. */
export function wording(...languages: readonly (string | undefined)[]): Wording {
  const { answer, locale } = wordingFor(...languages);
  return { ...answer, locale };
}
