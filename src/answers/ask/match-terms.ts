import { editDistance } from '../../text/similar-words.ts';
import { baseLanguage } from '../../text/terms.ts';
import type { Content } from '../lines.ts';
import { areFormsOfOneVerb } from './irregular-verbs.ts';
import { areOpposites, areRelated } from './related-words.ts';

/** A term looked for; one that names a state is met by any of the state's names. */
export interface WantedTerm {
  readonly term: string;
  readonly country?: string;
  /** Only what means the same will do, not what merely goes with it: "who killed him" is not met by "he died". */
  readonly isStrict?: boolean;
  /** Its opposite will do as well: that it was rejected tells whether it was agreed to. */
  readonly isEither?: boolean;
}

/** How strongly a wanted term is met by a text: 1 is the word itself, less a related or misspelled one, 0 none. */
export type TermMatcher = (wanted: WantedTerm, content: Content) => number;

/** The language that the texts are in. */
export interface MatchOptions {
  readonly language: string;
}

type Strengths = ReadonlyMap<string, number>;
const stateMet = 0.95;

/** Finds out once which terms of these texts meet each wanted one. */
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
      meeting(each, vocabulary, options, each.country !== undefined && states.has(each.country)),
    ]),
  );
  return ({ term, country }, { terms, countries }) => {
    let best = country !== undefined && countries.has(country) ? stateMet : 0;
    for (const [other, strength] of strengths.get(term) ?? []) {
      if (strength > best && terms.has(other)) best = strength;
    }
    return best;
  };
}

function meeting(
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

function strengthOf(
  { term, isStrict = false, isEither = false }: WantedTerm,
  other: string,
  { language }: MatchOptions,
): number {
  if (term === other) return 1;
  if (/\d/u.test(term) || /\d/u.test(other)) return 0;
  if (areFormsOfOneVerb(term, other, language)) return 0.95;
  if (isEither && areOpposites(term, other, language)) return 0.8;
  if (areRelated(term, other, language, isStrict)) return 0.8;
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
