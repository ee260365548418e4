import { stopWords } from '../text/terms.ts';
import { readDocument } from './read-document.ts';
import type { StoryDocument } from './story-document.ts';

/** The terms of this many first reports of a language are counted before the first of them is decided. */
export const commonTermsSample = 50;

/** Opening words read of each: as many as a feed says of an entry. */
const openingWords = 60;
/** A term in this share of the reports, and in this many, is common. Anything from .1 to .2 does as well, with 20 reports or 100. */
const commonShare = 0.15;
const leastReports = 5;

/** Scripts that leave no space between words. Their words are short, and a name shares them with common words. */
const spaceless: ReadonlySet<string> = new Set(['Hans', 'Hant', 'Jpan', 'Khmr', 'Laoo', 'Mymr', 'Thai', 'Tibt']);

/**
 * Whether the common words of a language have to be learned from its reports: it has no list of stop words, so that its first reports would all
 * seem alike.
 */
export function learnsCommonTerms(language: string): boolean {
  return stopWords(language).size === 0 && !spaceless.has(new Intl.Locale(language).maximize().script ?? '');
}

/** The terms that many reports of one language share whatever they are about, each with the share of reports that have it. */
export function findCommonTerms(reports: readonly StoryDocument[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const report of reports) {
    const { headline, text } = readDocument(report, openingWords);
    for (const term of new Set([...headline, ...text].flatMap(({ term }) => term ?? [])))
      counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  const least = Math.max(leastReports, commonShare * reports.length);
  return new Map([...counts].filter(([, count]) => count >= least).map(([term, n]) => [term, n / reports.length]));
}
