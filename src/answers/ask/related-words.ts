import { readFileSync } from 'node:fs';
import { baseLanguage, termOf } from '../../text/terms.ts';

/** Groups of opposites are numbered from here. */
const opposite = 10_000;

/** The group numbers of each term; negative for groups of words that are only related. */
const indexes = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** The synonyms of a term. */
export function relatedTerms(term: string, language: string): readonly string[] {
  const index = indexOf(language);
  const groups = (index.get(term) ?? []).filter((group) => group < opposite);
  return [...index].flatMap(([other, own]) => (own.some((group) => groups.includes(group)) ? other : []));
}

/** Whether two terms (see text/terms.ts) are in one group of words that news uses for one another. */
export function areRelated(term: string, other: string, language: string): boolean {
  return groupsOfBoth(term, other, language).some((group) => group < opposite);
}

function groupsOfBoth(term: string, other: string, language: string): readonly number[] {
  const index = indexOf(language);
  return index.get(term)?.filter((group) => index.get(other)?.includes(group)) ?? [];
}

function indexOf(language: string): ReadonlyMap<string, readonly number[]> {
  const base = baseLanguage(language) === 'de' ? 'de' : 'en';
  let index = indexes.get(base);
  if (!index) {
    index = buildIndex(readGroups(base), base);
    indexes.set(base, index);
  }
  return index;
}

/** The groups of a language, one a line; kept as text beside this file, since they are words, not code. */
function readGroups(language: 'en' | 'de'): string {
  const text = readFileSync(new URL(`related-words.${language}.txt`, import.meta.url), 'utf8');
  return text.replace(/^#.*\n/gm, '');
}

function buildIndex(text: string, language: string): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>();
  for (const [at, line] of text.trim().split('\n').entries()) {
    const mark = line.trim()[0];
    const number = mark === '~' ? -1 - at : mark === '!' ? opposite + at : at;
    for (const term of new Set(
      line
        .trim()
        .split(/\s+/u)
        .flatMap((word) => termOf(word, language) ?? []),
    )) {
      index.set(term, [...(index.get(term) ?? []), number]);
    }
  }
  return index;
}
