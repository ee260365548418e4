import type { Catalog } from '../wording/catalog.ts';
import { wordingFor } from '../wording/wording-for.ts';

/** The interface texts of an answer, with the locale of its dates and the colon. */
export type Wording = Catalog['answer'] & Pick<Catalog, 'locale' | 'colon'>;

/** In the first of these languages that has a catalog, else English. */
export function wording(...languages: readonly (string | undefined)[]): Wording {
  const { answer, locale, colon } = wordingFor(...languages);
  return { ...answer, locale, colon };
}
