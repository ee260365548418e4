import { editDistance } from '../../text/similar-words.ts';
import { baseLanguage } from '../../text/terms.ts';
import type { Content } from '../article-sentences.ts';
import { kinshipOfTerms } from './word-groups.ts';

/** A term to match; one that names a state matches any of the state's names. */
export interface WantedTerm {
  readonly term: string;
  readonly country?: string;
  /** The word as it was typed. */
  readonly surface?: string;
  /** It is of the question before: what the question is about, which need not be said again. */
  readonly isContext?: true;
  /** What it counts beside the others; 1 if left out. */
  readonly weight?: number;
}

/** How strongly a text matches a wanted term: 1 for the word itself, less for a related or misspelled one, 0 for none. */
export type TermMatcher = (wanted: WantedTerm, content: Content) => number;

/** The language of the texts. */
export interface MatchOptions {
  readonly language: string;
}

type Strengths = ReadonlyMap<string, number>;
const stateMatched = 0.95;

/** Computes once which terms of these texts match each wanted one. */
export function createTermMatcher(
  wanted: readonly WantedTerm[],
  texts: readonly Content[],
  options: MatchOptions,
): TermMatcher {
  const vocabulary = new Set(texts.flatMap(({ terms }) => [...terms]));
  const states = new Set(texts.flatMap(({ countries }) => [...countries]));
  const strengths = new Map(
    wanted.map((each) => [
      each.term,
      strengthsOf(each, vocabulary, options, each.country !== undefined && states.has(each.country)),
    ]),
  );
  return ({ term, country }, { terms, countries }) => {
    let best = country !== undefined && countries.has(country) ? stateMatched : 0;
    for (const [other, strength] of strengths.get(term) ?? []) {
      if (strength > best && terms.has(other)) best = strength;
    }
    return best;
  };
}

function strengthsOf(
  wanted: WantedTerm,
  vocabulary: ReadonlySet<string>,
  options: MatchOptions,
  isMetAsState: boolean,
): Strengths {
  const strengths = new Map<string, number>();
  for (const other of vocabulary) {
    const strength = strengthOf(wanted, other, options);
    if (strength > 0) strengths.set(other, strength);
  }
  if (strengths.size > 0 || isMetAsState) return strengths;
  for (const other of vocabulary) if (isSlip(wanted.term, other)) strengths.set(other, 0.8);
  return strengths;
}

function strengthOf({ term }: WantedTerm, other: string, { language }: MatchOptions): number {
  if (term === other) return 1;
  if (/\d/u.test(term) || /\d/u.test(other)) return 0;
  const kinship = kinshipOfTerms(term, other, language);
  if (kinship === 'forms') return 0.95;
  if (kinship === 'synonyms' || kinship === 'related') return 0.8;
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
