import { baseLanguage, fold, termOf, type Word, wordsOf } from '../text/terms.ts';
import { isProspective, negates } from './reversal-words.ts';

/** What a reader already knows from delivered sentences, indexed to compare new sentences with it. */
export interface ReaderKnowledge {
  /** How many delivered sentences there are, and which of them contain a term. */
  readonly sentences: number;
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** The delivered term that equals a term or is derived from the same word: `political` for `politician`. */
  knownForm(term: string): string | undefined;
  /** Which delivered sentences deny something. */
  readonly negated: readonly boolean[];
  /** Which delivered sentences report what may still happen. */
  readonly expected: readonly boolean[];
  /** All delivered words, folded, single-spaced, with a space at both ends. */
  readonly words: string;
  /** How much a shared term proves: little for the names that every sentence of the story repeats. */
  weight(term: string): number;
}

const sharedPrefix = 5;
const prefixShare = 0.6;
/** "gefahren" and "fährt": the stem of a German participle is short, so more of it must match. */
const participle = /^ge(?=\p{L}{4})/u;
const participleBeginning = 4;
const participleShare = 0.75;
const bothOf = /^(?:[Bb]oth \p{Ll}+(?:s|men)|[Bb]eide[nr]? \p{Lu}\p{L}+)$/u;

/** Indexes the delivered sentences. */
export function indexKnowledge(delivered: readonly string[], language: string): ReaderKnowledge {
  const places = new Map<string, number[]>();
  const words = delivered.map((text, place) => {
    const own = wordsOf(text, language);
    for (const term of new Set(contentTerms(own, language))) places.set(term, [...(places.get(term) ?? []), place]);
    return plainWords(own);
  });
  return {
    sentences: delivered.length,
    places,
    knownForm: relatedFormFinder(places, baseLanguage(language) === 'de'),
    negated: delivered.map((text) => isNegated(text, language)),
    expected: delivered.map((text) => isProspective(text, language)),
    words: words.join(''),
    weight: (term) => Math.log((delivered.length + 2) / ((places.get(term)?.length ?? 0) + 1)),
  };
}

/** Stems that a stemmer keeps apart ("politic", "politician") share most of their beginning. */
function relatedFormFinder(
  places: ReadonlyMap<string, unknown>,
  hasParticiples: boolean,
): ReaderKnowledge['knownForm'] {
  const byBeginning = Map.groupBy(places.keys(), (term) => term.slice(0, sharedPrefix));
  const verbs = Map.groupBy(hasParticiples ? places.keys() : [], (term) =>
    term.replace(participle, '').slice(0, participleBeginning),
  );
  return (term) => {
    if (places.has(term)) return term;
    const kin = byBeginning.get(term.slice(0, sharedPrefix))?.find((other) => areRelatedForms(term, other));
    const verb = term.replace(participle, '');
    return kin ?? verbs.get(verb.slice(0, participleBeginning))?.find((other) => areOneVerb(term, other));
  };
}

function areRelatedForms(one: string, other: string): boolean {
  const alike = commonPrefixLength(one, other);
  return alike >= sharedPrefix && alike >= prefixShare * Math.max(one.length, other.length);
}

/** One of the two is a participle, and without its prefix they nearly match. */
function areOneVerb(one: string, other: string): boolean {
  if (participle.test(one) === participle.test(other)) return false;
  const [bare, otherBare] = [one.replace(participle, ''), other.replace(participle, '')];
  const alike = commonPrefixLength(bare, otherBare);
  return alike >= participleBeginning && alike >= participleShare * Math.max(bare.length, otherBare.length);
}

function commonPrefixLength(one: string, other: string): number {
  let alike = 0;
  while (alike < one.length && one[alike] === other[alike]) alike++;
  return alike;
}

export function isNegated(text: string, language: string): boolean {
  return wordsOf(text, language).some(({ text: word }) => negates(word, language));
}

/** The terms of the content words, repeated as often as they occur. "Both countries" has none: it refers back. */
export function contentTerms(words: readonly Word[], language: string): string[] {
  return words.flatMap(({ text: word }, index) =>
    bothOf.test(`${words[index - 1]?.text} ${word}`) ? [] : (termOf(word, language) ?? []),
  );
}

/** The words folded, single-spaced, with a space at both ends. */
export function plainWords(words: readonly Word[]): string {
  return ` ${words.map(({ text: word }) => fold(word).replace(/'s?$/, '')).join(' ')} `;
}
