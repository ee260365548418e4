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

/** How a sentence differs from what was told; shares from 0 (all told) to 1 (nothing told). */
export interface NoveltyEvidence {
  readonly unseenTerms: number;
  /** Weighted share that the most similar told sentence lacks: known words in a new combination are news. */
  readonly unlikeAnySentence: number;
  /** The same for the most similar told sentence together with those beside it. */
  readonly unlikeAnyPassage: number;
  readonly hasUnseenNameOrNumber: boolean;
  /** It denies something, and the most similar told sentence does not. */
  readonly isNewlyNegated: boolean;
  /** Share of the sentence's words that are quoted and, by runs of three words, were not told so. */
  readonly unseenQuotation: number;
}

const nameOrNumber = /\p{Lu}\p{L}+|\p{N}[\p{N}.,:]*(?<=\p{N})/gu;
/** A quotation, or its beginning where it goes on in the next sentence; the closing mark is consumed so that it opens none. */
const quoted = /["“„«]([^"“”„«»]*)["”“»]?/gu;

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

/** Compares one sentence with what was told. */
export function compareWithTold(text: string, told: ToldKnowledge, language: string): NoveltyEvidence {
  const terms = contentTerms(wordsOf(text, language), language).map((term) => told.toldAs(term) ?? term);
  return {
    unseenTerms: terms.filter((term) => !told.places.has(term)).length / Math.max(terms.length, 1),
    ...unlikeness(new Set(terms), told, isNegated(text, language)),
    hasUnseenNameOrNumber: namesAndNumbers(text, language).some(
      (name) => !told.words.includes(plainWords(wordsOf(name, language))),
    ),
    unseenQuotation: unseenQuotation(text, told, language),
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

function isNegated(text: string, language: string): boolean {
  return wordsOf(text, language).some(({ text: word }) => negates(word, language));
}

function contentTerms(words: readonly Word[], language: string): string[] {
  return words.flatMap(({ text: word }) => termOf(word, language) ?? []);
}

/** The words folded, single-spaced, with a space at both ends. */
function plainWords(words: readonly Word[]): string {
  return ` ${words.map(({ text: word }) => fold(word).replace(/'s?$/, '')).join(' ')} `;
}

function unlikeness(
  terms: ReadonlySet<string>,
  told: ToldKnowledge,
  isNegatedNow: boolean,
): Pick<NoveltyEvidence, 'unlikeAnySentence' | 'unlikeAnyPassage' | 'isNewlyNegated'> {
  const inSentence = new Float64Array(told.sentences);
  const inPassage = new Float64Array(told.sentences);
  let all = 0;
  for (const term of terms) {
    const weight = told.weight(term);
    const places = told.places.get(term) ?? [];
    all += weight;
    for (const place of places) inSentence[place] = (inSentence[place] ?? 0) + weight;
    for (const place of withNeighbors(places)) inPassage[place] = (inPassage[place] ?? 0) + weight;
  }
  const unlike = (shared: Float64Array): number =>
    1 - shared.reduce((most, one) => Math.max(most, one), 0) / (all || 1);
  const nearest = inSentence.indexOf(Math.max(...inSentence));
  return {
    unlikeAnySentence: unlike(inSentence),
    unlikeAnyPassage: unlike(inPassage),
    isNewlyNegated: isNegatedNow && told.negated[nearest] === false,
  };
}

/** Places beyond the ends fall out of the arrays. */
function withNeighbors(places: readonly number[]): ReadonlySet<number> {
  return new Set(places.flatMap((place) => [place - 1, place, place + 1]));
}

/** Numbers, and capitalized words but for the sentence's first. German nouns are capitalized too, so only numbers count there. */
function namesAndNumbers(text: string, language: string): string[] {
  const found = text.replace(/^\P{L}*\p{L}+/u, '').match(nameOrNumber) ?? [];
  return language.startsWith('de') ? found.filter((one) => /^\p{N}/u.test(one)) : found;
}

function unseenQuotation(text: string, told: ToldKnowledge, language: string): number {
  const words = [...text.matchAll(quoted)].flatMap(([, words = '']) =>
    plainWords(wordsOf(words, language)).trim().split(' '),
  );
  const runs = words.slice(2).map((word, index) => ` ${words[index]} ${words[index + 1]} ${word} `);
  const unseen = runs.filter((run) => !told.words.includes(run)).length / Math.max(runs.length, 1);
  return (unseen * words.length) / Math.max(wordsOf(text, language).length, 1);
}
