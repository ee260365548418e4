import type { Catalog } from './catalog.ts';
import { de } from './de/index.ts';
import { en } from './en/index.ts';

/** Every language we speak, by its code. */
export const catalogs: Readonly<Record<string, Catalog>> = { en, de };

/** The words for the first of the wanted languages that we speak ("pt-BR" is met by "pt"), else English. */
export function wordingFor(...wanted: readonly (string | undefined)[]): Catalog {
  for (const locale of wanted) {
    const code = locale?.toLowerCase().split(/[-_]/)[0] ?? '';
    if (Object.hasOwn(catalogs, code)) return catalogs[code] ?? en;
  }
  return en;
}
