import { fold, termOf, type Word, wordsOf } from '../language/terms.ts';
import { negates } from './reversal-words.ts';

/** What a reader was told, indexed for comparing sentences with it. */
export interface ToldKnowledge {
  /** How many told sentences there are, and which of them hold a term. */
  readonly sentences: number;
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** The told term that a term is, or is formed like: `politician` where `political` was told. */
  toldAs(term: string): string | undefined;
  /** Which told sentences deny something. */
  readonly negated: readonly boolean[];
  /** All told words, folded, single-spaced, with a space at both ends. */
  readonly words: string;
  /** How much a shared term says: low for the names that every sentence of the story repeats. */
  weight(term: string): number;
}

const kinBeginning = 5;
const kinShare = 0.6;

/** Indexes the told sentences. */
export function gatherKnowledge(told: readonly string[], language: string): ToldKnowledge {
  const places = new Map<string, number[]>();
  const words = told.map((text, place) => {
    const own = wordsOf(text, language);
    for (const term of new Set(contentTerms(own, language))) places.set(term, [...(places.get(term) ?? []), place]);
    return plainWords(own);
  });
  return {
    sentences: told.length,
    places,
    toldAs: kinAmong(places),
    negated: told.map((text) => isNegated(text, language)),
    words: words.join(''),
    weight: (term) => Math.log((told.length + 2) / ((places.get(term)?.length ?? 0) + 1)),
  };
}

/** Stems that a stemmer keeps apart ("politic", "politician") begin alike for most of their length. */
function kinAmong(places: ReadonlyMap<string, unknown>): ToldKnowledge['toldAs'] {
  const byBeginning = Map.groupBy(places.keys(), (term) => term.slice(0, kinBeginning));
  return (term) =>
    places.has(term) ? term : byBeginning.get(term.slice(0, kinBeginning))?.find((other) => areKin(term, other));
}

function areKin(one: string, other: string): boolean {
  const longer = Math.max(one.length, other.length);
  let alike = 0;
  while (alike < longer && one[alike] === other[alike]) alike++;
  return alike >= kinBeginning && alike >= kinShare * longer;
}

/** Whether any word of the text negates: it may say the opposite of a text that is like it. */
export function isNegated(text: string, language: string): boolean {
  return wordsOf(text, language).some(({ text: word }) => negates(word, language));
}

/** The terms of words, stop words left out; repeated as often as they stand there. */
export function contentTerms(words: readonly Word[], language: string): string[] {
  return words.flatMap(({ text: word }) => termOf(word, language) ?? []);
}

/** The words folded, single-spaced, with a space at both ends. */
export function plainWords(words: readonly Word[]): string {
  return ` ${words.map(({ text: word }) => fold(word).replace(/'s?$/, '')).join(' ')} `;
}
