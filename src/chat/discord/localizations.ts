import type { Locale } from 'discord.js';
import type { Catalog } from '../../wording/catalog.ts';
import { catalogs } from '../../wording/wording-for.ts';

/** Discord's locales by our languages; it has no Arabic. https://docs.discord.com/developers/reference#locales */
const locales: Readonly<Partial<Record<string, readonly `${Locale}`[]>>> = {
  de: ['de'],
  fr: ['fr'],
  es: ['es-ES', 'es-419'],
  pt: ['pt-BR'],
  tr: ['tr'],
  ru: ['ru'],
  uk: ['uk'],
  zh: ['zh-CN'],
};

/** Words in every language that Discord shows besides English. */
export function localizations(tell: (say: Catalog) => string): Partial<Record<`${Locale}`, string>> {
  const told = Object.entries(catalogs).flatMap(([code, say]) =>
    (locales[code] ?? []).map((locale) => [locale, tell(say)] as const),
  );
  return Object.fromEntries(told);
}
