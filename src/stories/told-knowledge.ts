import { baseLanguage, fold, termOf, type Word, wordsOf } from '../text/terms.ts';
import { looksAhead, negates } from './reversal-words.ts';

/** What a reader was told, indexed for comparing sentences with it. */
export interface ToldKnowledge {
  /** How many told sentences there are, and which of them hold a term. */
  readonly sentences: number;
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** The told term that a term is, or is formed like: `politician` where `political` was told. */
  toldAs(term: string): string | undefined;
  /** Which told sentences deny something. */
  readonly negated: readonly boolean[];
  /** Which told sentences tell what may still happen. */
  readonly expected: readonly boolean[];
  /** All told words, folded, single-spaced, with a space at both ends. */
  readonly words: string;
  /** How much a shared term says: low for the names that every sentence of the story repeats. */
  weight(term: string): number;
}

const kinBeginning = 5;
const kinShare = 0.6;
/** "gefahren" and "fährt": what is left of a German participle is short, so more of it must be alike. */
const participle = /^ge(?=\p{L}{4})/u;
const participleBeginning = 4;
const participleShare = 0.75;
const bothOf = /^(?:[Bb]oth \p{Ll}+(?:s|men)|[Bb]eide[nr]? \p{Lu}\p{L}+)$/u;

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
    toldAs: kinAmong(places, baseLanguage(language) === 'de'),
    negated: told.map((text) => isNegated(text, language)),
    expected: told.map((text) => looksAhead(text, language)),
    words: words.join(''),
    weight: (term) => Math.log((told.length + 2) / ((places.get(term)?.length ?? 0) + 1)),
  };
}

/** Stems that a stemmer keeps apart ("politic", "politician") begin alike for most of their length. */
function kinAmong(places: ReadonlyMap<string, unknown>, hasParticiples: boolean): ToldKnowledge['toldAs'] {
  const byBeginning = Map.groupBy(places.keys(), (term) => term.slice(0, kinBeginning));
  const verbs = Map.groupBy(hasParticiples ? places.keys() : [], (term) =>
    term.replace(participle, '').slice(0, participleBeginning),
  );
  return (term) => {
    if (places.has(term)) return term;
    const kin = byBeginning.get(term.slice(0, kinBeginning))?.find((other) => areKin(term, other));
    const verb = term.replace(participle, '');
    return kin ?? verbs.get(verb.slice(0, participleBeginning))?.find((other) => areOneVerb(term, other));
  };
}

function areKin(one: string, other: string): boolean {
  const alike = alikeFrom(one, other);
  return alike >= kinBeginning && alike >= kinShare * Math.max(one.length, other.length);
}

/** One of the two is a participle, and without its prefix they are nearly the same. */
function areOneVerb(one: string, other: string): boolean {
  if (participle.test(one) === participle.test(other)) return false;
  const [bare, otherBare] = [one.replace(participle, ''), other.replace(participle, '')];
  const alike = alikeFrom(bare, otherBare);
  return alike >= participleBeginning && alike >= participleShare * Math.max(bare.length, otherBare.length);
}

function alikeFrom(one: string, other: string): number {
  let alike = 0;
  while (alike < one.length && one[alike] === other[alike]) alike++;
  return alike;
}

export function isNegated(text: string, language: string): boolean {
  return wordsOf(text, language).some(({ text: word }) => negates(word, language));
}

/** The terms of words, stop words left out; repeated as often as they stand there. */
/** The terms of what says something: of "both countries" nothing, since it is those told of. */
export function contentTerms(words: readonly Word[], language: string): string[] {
  return words.flatMap(({ text: word }, index) =>
    bothOf.test(`${words[index - 1]?.text} ${word}`) ? [] : (termOf(word, language) ?? []),
  );
}

/** The words folded, single-spaced, with a space at both ends. */
export function plainWords(words: readonly Word[]): string {
  return ` ${words.map(({ text: word }) => fold(word).replace(/'s?$/, '')).join(' ')} `;
}
