import { readFileSync } from 'node:fs';
import { baseLanguage, termOf } from '../text/terms.ts';

const sets = new Map<string, ReadonlySet<string>>();

/**
 * The terms of common news words in a language, by `news-words.txt`; empty if it has no line there. They occur in reports on any event of a kind, so
 * sharing them means little. They count as seen in a share of the documents assumed before the first, until real frequencies outweigh that: a fresh
 * archive does not link two earthquakes because both are "strong earthquakes". Our own choice; not taken from any collection.
 */
export function newsTerms(language: string): ReadonlySet<string> {
  const base = baseLanguage(language);
  let terms = sets.get(base);
  if (!terms) {
    terms = new Set((lists().get(base) ?? '').split(/\s+/).flatMap((word) => (word && termOf(word, base)) || []));
    sets.set(base, terms);
  }
  return terms;
}

function lists(): ReadonlyMap<string, string> {
  const lines = readFileSync(new URL('news-words.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]));
}
