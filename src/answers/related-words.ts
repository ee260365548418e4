import { baseLanguage, termOf } from '../language/terms.ts';
import { wordGroups } from './related-word-groups.ts';

/** The groups of each term by number; below zero those of words that only go together. */
const indexes = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** Whether two terms (see language/terms.ts) are in one group of words that news uses for one another. */
export function areRelated(term: string, other: string, language: string, isStrict: boolean): boolean {
  const index = indexOf(language);
  const shared = index.get(term)?.filter((group) => index.get(other)?.includes(group)) ?? [];
  return isStrict ? shared.some((group) => group >= 0) : shared.length > 0;
}

function indexOf(language: string): ReadonlyMap<string, readonly number[]> {
  const base = baseLanguage(language) === 'de' ? 'de' : 'en';
  let index = indexes.get(base);
  if (!index) {
    index = buildIndex(wordGroups[base], base);
    indexes.set(base, index);
  }
  return index;
}

function buildIndex(text: string, language: string): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>();
  for (const [at, line] of text.trim().split('\n').entries()) {
    const number = line.trim().startsWith('~') ? -1 - at : at;
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
