import { ar } from './ar/index.ts';
import type { Catalog } from './catalog.ts';
import { de } from './de/index.ts';
import { en } from './en/index.ts';
import { es } from './es/index.ts';
import { fr } from './fr/index.ts';
import { pt } from './pt/index.ts';
import { ru } from './ru/index.ts';
import { tr } from './tr/index.ts';
import { uk } from './uk/index.ts';
import { zh } from './zh/index.ts';

/** Every language we speak, by its code. */
export const catalogs: Readonly<Record<string, Catalog>> = { en, de, fr, es, pt, tr, ru, uk, ar, zh };

/** The words for the first of the wanted languages that we speak ("pt-BR" is met by "pt"), else English. */
export function wordingFor(...wanted: readonly (string | undefined)[]): Catalog {
  for (const locale of wanted) {
    const code = locale?.toLowerCase().split(/[-_]/)[0] ?? '';
    if (Object.hasOwn(catalogs, code)) return catalogs[code] ?? en;
  }
  return en;
}
