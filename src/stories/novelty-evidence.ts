import { wordsOf } from '../text/terms.ts';
import { looksAhead } from './reversal-words.ts';
import { contentTerms, isNegated, plainWords, type ToldKnowledge } from './told-knowledge.ts';

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
  /** It tells as a fact what the most similar told sentence expected. */
  readonly hasHappened: boolean;
  /** Share of the sentence's words that are quoted and, by runs of three words, were not told so. */
  readonly unseenQuotation: number;
}

const nameOrNumber = /\p{Lu}\p{L}+|\p{N}[\p{N}.,:]*(?<=\p{N})/gu;
/** A quotation, or its beginning where it goes on in the next sentence; the closing mark is consumed so that it opens none. */
const quoted = /["“„«]([^"“”„«»]*)["”“»]?/gu;

/** Share of a sentence's weight from which on another tells the same thing. */
const sameFrom = 0.8;

/** Compares one sentence with what was told. */
export function compareWithTold(text: string, told: ToldKnowledge, language: string): NoveltyEvidence {
  const terms = contentTerms(wordsOf(text, language), language).map((term) => told.toldAs(term) ?? term);
  return {
    unseenTerms: terms.filter((term) => !told.places.has(term)).length / Math.max(terms.length, 1),
    ...unlikeness(new Set(terms), told, { isNegated: isNegated(text, language), isAhead: looksAhead(text, language) }),
    hasUnseenNameOrNumber: namesAndNumbers(text, language).some(
      (name) => !told.words.includes(plainWords(wordsOf(name, language))),
    ),
    unseenQuotation: unseenQuotation(text, told, language),
  };
}

function unlikeness(
  terms: ReadonlySet<string>,
  told: ToldKnowledge,
  now: { readonly isNegated: boolean; readonly isAhead: boolean },
): Pick<NoveltyEvidence, 'unlikeAnySentence' | 'unlikeAnyPassage' | 'isNewlyNegated' | 'hasHappened'> {
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
  const most = Math.max(...inSentence);
  const nearest = inSentence.indexOf(most);
  // Nothing told it as a fact already, and it is the same thing.
  const toldAsFact = inSentence.filter((_, place) => !told.expected[place]).reduce((a, b) => Math.max(a, b), 0);
  return {
    unlikeAnySentence: unlike(inSentence),
    unlikeAnyPassage: unlike(inPassage),
    isNewlyNegated: now.isNegated && told.negated[nearest] === false,
    hasHappened: !now.isAhead && most >= sameFrom * all && toldAsFact < sameFrom * all,
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
