import { readdirSync } from 'node:fs';
import type { Catalog } from './catalog.ts';
import { en } from './en/index.ts';
import { type LoadedCatalog, loadCatalog } from './load-catalog.ts';

const folder = new URL('./', import.meta.url);
const others = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.slice(0, -'.yaml'.length))
  .toSorted();
const loaded = new Map<string, LoadedCatalog>();

/** The codes of every language we speak, English first: one for each file beside this one. */
export const languages: readonly string[] = ['en', ...others];

/** The words for the first of the wanted languages that we speak ("pt-BR" is met by "pt"), else English. */
export function wordingFor(...wanted: readonly (string | undefined)[]): Catalog {
  for (const locale of wanted) {
    const code = locale?.toLowerCase().split(/[-_]/)[0] ?? '';
    if (languages.includes(code)) return catalogOf(code);
  }
  return en;
}

/** The words of one of `languages`; its file is read at the first call. */
export function catalogOf(code: string): Catalog {
  return code === 'en' ? en : loadLanguage(code).catalog;
}

/** Reads all files that were not read yet. */
export function everyCatalog(): readonly Catalog[] {
  return languages.map(catalogOf);
}

/** The file of a language besides English, read once; what is wrong with it is warned of once. */
export function loadLanguage(code: string): LoadedCatalog {
  const known = loaded.get(code);
  if (known) return known;
  const read = loadCatalog(new URL(`${code}.yaml`, folder));
  loaded.set(code, read);
  for (const problem of read.problems) process.emitWarning(`${code}.yaml: ${problem}`, 'WordingWarning');
  return read;
}
