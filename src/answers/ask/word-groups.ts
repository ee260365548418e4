import { existsSync, readFileSync } from 'node:fs';
import { baseLanguage, termOf } from '../../text/terms.ts';

/** How two terms of one group go together; see word-groups.en.txt. */
export type Kinship = 'forms' | 'synonyms' | 'related';

interface Group {
  readonly kinship: Kinship;
  readonly terms: ReadonlySet<string>;
}

const kinshipOf: Readonly<Record<string, Kinship>> = { '=': 'forms', '~': 'related' };

/** Nearest first. */
const kinships: readonly Kinship[] = ['forms', 'synonyms', 'related'];

/** The groups of each term, by base language. */
const indexes = new Map<string, ReadonlyMap<string, readonly Group[]>>();

/** The synonyms of a term. */
export function synonymsOf(term: string, language: string): readonly string[] {
  const groups = (indexOf(language).get(term) ?? []).filter(
    ({ kinship }) => kinship === 'forms' || kinship === 'synonyms',
  );
  return [...new Set(groups.flatMap(({ terms }) => [...terms]))];
}

/** How two terms (see text/terms.ts) are akin; undefined if they are not, or we know no such words of the language. */
export function kinshipOfTerms(term: string, other: string, language: string): Kinship | undefined {
  const groups = (indexOf(language).get(term) ?? []).filter(({ terms }) => terms.has(other));
  return kinships.find((one) => groups.some(({ kinship }) => kinship === one));
}

function indexOf(language: string): ReadonlyMap<string, readonly Group[]> {
  const base = baseLanguage(language);
  let index = indexes.get(base);
  if (!index) {
    index = readGroups(base);
    indexes.set(base, index);
  }
  return index;
}

/** The words are data, beside this file. */
function readGroups(language: string): ReadonlyMap<string, readonly Group[]> {
  const index = new Map<string, Group[]>();
  const file = new URL(`word-groups.${language}.txt`, import.meta.url);
  if (!existsSync(file)) return index;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.startsWith('#')) continue;
    const terms = new Set(line.split(/\s+/u).flatMap((word) => termOf(word, language) ?? []));
    const group = { kinship: kinshipOf[line[0] ?? ''] ?? 'synonyms', terms };
    for (const term of terms) index.set(term, [...(index.get(term) ?? []), group]);
  }
  return index;
}
