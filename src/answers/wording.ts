import type { Catalog } from '../wording/catalog.ts';
import { wordingFor } from '../wording/wording-for.ts';

/** An answer's own words, with the locale of its dates and the colon. */
export type Wording = Catalog['answer'] & Pick<Catalog, 'locale' | 'colon'>;

/** In the first of the languages that we speak, else English. */
export function wording(...languages: readonly (string | undefined)[]): Wording {
  const { answer, locale, colon } = wordingFor(...languages);
  return { ...answer, locale, colon };
}
