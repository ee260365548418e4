import { wordsOf } from '../text/terms.ts';
import { contentTerms, isNegated, plainWords, type ReaderKnowledge } from './reader-knowledge.ts';
import { isProspective } from './reversal-words.ts';

/** A sentence with whatever reference the caller needs to find it again. */
export interface ReferencedSentence<Ref> {
  readonly text: string;
  readonly ref: Ref;
}

/** How a sentence differs from what the reader knows; shares from 0 (all known) to 1 (nothing known). */
export interface NoveltyEvidence {
  readonly unseenTerms: number;
  /** Weighted share missing from the most similar known sentence: known words in a new combination are news. */
  readonly unlikeAnySentence: number;
  /** The same for the most similar known sentence together with its neighbors. */
  readonly unlikeAnyPassage: number;
  readonly hasUnseenNameOrNumber: boolean;
  /** It denies something, and the most similar known sentence does not. */
  readonly isNewlyNegated: boolean;
  /** It reports as a fact what the most similar known sentence expected. */
  readonly hasHappened: boolean;
  /** Share of the sentence's words that are quoted and unseen, compared in runs of three words. */
  readonly unseenQuotation: number;
}

const nameOrNumber = /\p{Lu}\p{L}+|\p{N}[\p{N}.,:]*(?<=\p{N})/gu;
/** A quotation, or its beginning if it continues in the next sentence; the closing mark is consumed so that it does not open one. */
const quoted = /["“„«]([^"“”„«»]*)["”“»]?/gu;

/** From this share of a sentence's weight on, another sentence reports the same thing. */
const sameFrom = 0.8;

/** Compares one sentence with what the reader knows. */
export function compareWithKnown(text: string, known: ReaderKnowledge, language: string): NoveltyEvidence {
  const terms = contentTerms(wordsOf(text, language), language).map((term) => known.knownForm(term) ?? term);
  return {
    unseenTerms: terms.filter((term) => !known.places.has(term)).length / Math.max(terms.length, 1),
    ...unlikeness(new Set(terms), known, {
      isNegated: isNegated(text, language),
      isAhead: isProspective(text, language),
    }),
    hasUnseenNameOrNumber: namesAndNumbers(text, language).some(
      (name) => !known.words.includes(plainWords(wordsOf(name, language))),
    ),
    unseenQuotation: unseenQuotation(text, known, language),
  };
}

function unlikeness(
  terms: ReadonlySet<string>,
  known: ReaderKnowledge,
  now: { readonly isNegated: boolean; readonly isAhead: boolean },
): Pick<NoveltyEvidence, 'unlikeAnySentence' | 'unlikeAnyPassage' | 'isNewlyNegated' | 'hasHappened'> {
  const inSentence = new Float64Array(known.sentences);
  const inPassage = new Float64Array(known.sentences);
  let all = 0;
  for (const term of terms) {
    const weight = known.weight(term);
    const places = known.places.get(term) ?? [];
    all += weight;
    for (const place of places) inSentence[place] = (inSentence[place] ?? 0) + weight;
    for (const place of withNeighbors(places)) inPassage[place] = (inPassage[place] ?? 0) + weight;
  }
  const unlike = (shared: Float64Array): number =>
    1 - shared.reduce((most, one) => Math.max(most, one), 0) / (all || 1);
  const most = Math.max(...inSentence);
  const nearest = inSentence.indexOf(most);
  // No sentence reported it as a fact before, and it is the same thing.
  const knownAsFact = inSentence.filter((_, place) => !known.expected[place]).reduce((a, b) => Math.max(a, b), 0);
  return {
    unlikeAnySentence: unlike(inSentence),
    unlikeAnyPassage: unlike(inPassage),
    isNewlyNegated: now.isNegated && known.negated[nearest] === false,
    hasHappened: !now.isAhead && most >= sameFrom * all && knownAsFact < sameFrom * all,
  };
}

/** Places beyond the ends fall out of the arrays. */
function withNeighbors(places: readonly number[]): ReadonlySet<number> {
  return new Set(places.flatMap((place) => [place - 1, place, place + 1]));
}

/** Numbers, and capitalized words except the sentence's first. German capitalizes all nouns, so only numbers count there. */
function namesAndNumbers(text: string, language: string): string[] {
  const found = text.replace(/^\P{L}*\p{L}+/u, '').match(nameOrNumber) ?? [];
  return language.startsWith('de') ? found.filter((one) => /^\p{N}/u.test(one)) : found;
}

function unseenQuotation(text: string, known: ReaderKnowledge, language: string): number {
  const words = [...text.matchAll(quoted)].flatMap(([, words = '']) =>
    plainWords(wordsOf(words, language)).trim().split(' '),
  );
  const runs = words.slice(2).map((word, index) => ` ${words[index]} ${words[index + 1]} ${word} `);
  const unseen = runs.filter((run) => !known.words.includes(run)).length / Math.max(runs.length, 1);
  return (unseen * words.length) / Math.max(wordsOf(text, language).length, 1);
}
