import type { Locale } from 'discord.js';
import type { Catalog } from '../../wording/catalog.ts';
import { languages, loadLanguage } from '../../wording/wording-for.ts';

/** Words in every language that Discord shows besides English: its locales stand at the head of each language's file. */
export function localizations(tell: (say: Catalog) => string): Partial<Record<`${Locale}`, string>> {
  const others = languages.filter((code) => code !== 'en').map(loadLanguage);
  return Object.fromEntries(
    others.flatMap(({ catalog, head }) => head.discord.map((locale) => [locale, tell(catalog)] as const)),
  );
}
