import type { Article } from '../articles/article.ts';
import { termsOf } from '../text/terms.ts';
import type { Archive } from './archive.ts';

/** What was typed as some languages of the archive read it. */
export interface Reading {
  readonly languages: ReadonlySet<string>;
  /** Each once, as the articles of these languages are indexed; see text/terms.ts. */
  readonly terms: readonly string[];
}

/** Reads typed words in every language the archive has; languages that make the same terms of them are one reading. None is without terms. */
export async function readTyped(
  typed: string,
  archive: Pick<Archive, 'languages'>,
  read: (typed: string, language: string) => readonly string[] = termsOf,
): Promise<readonly Reading[]> {
  const readings = new Map<string, { languages: Set<string>; terms: readonly string[] }>();
  for (const language of await archive.languages()) {
    const terms = [...new Set(read(typed, language))];
    if (terms.length === 0) continue;
    const key = terms.join(' ');
    const reading = readings.get(key) ?? { languages: new Set(), terms };
    reading.languages.add(language);
    readings.set(key, reading);
  }
  return [...readings.values()];
}

/** A code for no language: words are cut short, whatever they are. */
const anyLanguage = 'und';

/**
 * What finds words of the archive by how typed ones begin, where no reading finds them: the stems of two forms of a word may differ. For
 * a search with `alsoUncut`.
 */
export async function readBeginnings(
  typed: string,
  archive: Pick<Archive, 'languages'>,
  read: (typed: string, language: string) => readonly string[] = termsOf,
): Promise<Reading> {
  return { languages: new Set(await archive.languages()), terms: [...new Set(read(typed, anyLanguage))] };
}

/** Articles that contain any or all terms of a reading in a language of it, best first. */
export async function searchReadings(
  readings: readonly Reading[],
  archive: Pick<Archive, 'searchArticles'>,
  options: { readonly mode: 'any' | 'all'; readonly limit: number; readonly alsoUncut?: boolean },
): Promise<readonly { readonly article: Article; readonly score: number }[]> {
  const found = new Map<string, { readonly article: Article; readonly score: number }>();
  for (const { languages, terms } of readings) {
    for (const hit of await archive.searchArticles(terms, options))
      if (languages.has(hit.article.language)) found.set(hit.article.id, hit);
  }
  return [...found.values()].toSorted((a, b) => b.score - a.score).slice(0, options.limit);
}
