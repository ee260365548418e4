import { editDistance } from '../language/edit-distance.ts';
import { baseLanguage } from '../language/terms.ts';
import type { Line } from './lines.ts';
import { areRelated } from './related-words.ts';

/** How strongly a term of the question is met by a term of the archive: 1 is the word itself, less a related one, absent none. */
export type Strengths = ReadonlyMap<string, number>;

/** For each wanted term, the terms of these lines that meet it. */
export function matchTerms(
  wanted: readonly string[],
  lines: readonly Line[],
  language: string,
): ReadonlyMap<string, Strengths> {
  const vocabulary = new Set(lines.flatMap(({ terms }) => [...terms]));
  return new Map(wanted.map((term) => [term, meeting(term, vocabulary, language)]));
}

function meeting(term: string, vocabulary: ReadonlySet<string>, language: string): Strengths {
  const strengths = new Map<string, number>();
  for (const other of vocabulary) {
    const strength = strengthOf(term, other, language);
    if (strength > 0) strengths.set(other, strength);
  }
  if (strengths.size > 0) return strengths;
  for (const other of vocabulary) if (isSlip(term, other)) strengths.set(other, 0.8);
  return strengths;
}

function strengthOf(term: string, other: string, language: string): number {
  if (term === other) return 1;
  if (/\d/u.test(term) || /\d/u.test(other)) return 0;
  if (areRelated(term, other, language)) return 0.8;
  if (sharesStem(term, other)) return 0.8;
  return baseLanguage(language) === 'de' && isPartOfCompound(term, other) ? 0.7 : 0;
}

/** "insolvency" and "insolvent": Snowball leaves derived words apart. */
function sharesStem(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length >= 5 && long.startsWith(short) && long.length - short.length <= 4) return true;
  return short.length >= 7 && long.length - short.length <= 4 && long.slice(0, 6) === short.slice(0, 6);
}

function isPartOfCompound(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return short.length >= 5 && (long.startsWith(short) || long.endsWith(short));
}

function isSlip(one: string, other: string): boolean {
  const length = Math.max(one.length, other.length);
  if (length < 5 || one[0] !== other[0] || Math.abs(one.length - other.length) > 2) return false;
  return editDistance(one, other) <= (length < 8 ? 1 : 2);
}
