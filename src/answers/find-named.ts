import { fold, termsOf } from '../language/terms.ts';
import type { Archive } from './archive.ts';
import { type Line, newestFirst, readLines } from './lines.ts';

/** Lines that hold every word of a name, capitalized, where the archive knows no actor so called ("Biden's son Beau"). */
export async function findNamed(name: string, archive: Archive): Promise<readonly Line[]> {
  const wanted = nameWords(name);
  if (wanted.length === 0) return [];
  const hits = await archive.searchArticles(termsOf(name, 'en'), { mode: 'all', limit: 12 });
  return hits
    .flatMap(({ article }) => readLines(article))
    .filter((line) => holdsName(line, wanted))
    .toSorted(newestFirst);
}

function holdsName({ sentence, words }: Line, wanted: readonly string[]): boolean {
  if (!wanted.every((word) => words.includes(word))) return false;
  const capitalized = new Set((sentence.text.match(/\p{Lu}[\p{L}\p{N}'’-]*/gu) ?? []).flatMap(nameWords));
  return wanted.every((word) => capitalized.has(word));
}

function nameWords(name: string): string[] {
  return fold(name)
    .replaceAll(/'s\b/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
