import type { Sentence } from '../../articles/article.ts';
import { opensLikeLaterSentence } from '../../text/learned-habits.ts';
import { findShortNames } from './introduced-names.ts';
import { isFit, isSelfContained } from './sentence-fitness.ts';
import { type SentenceTerms, weighWords } from './word-importance.ts';

export interface SummaryRequest {
  /** The most sentences; fewer if another would add more length than substance. */
  readonly max: number;
  readonly headline?: string;
  readonly language: string;
  /** Sentences the reader knows or sees elsewhere: they are not chosen, and their content counts as said. */
  readonly alreadyShown?: readonly string[];
  /** Whether the sentence right before this one is shown, among those already. */
  readonly continues?: (sentence: Sentence) => boolean;
}

/** Words of an editor's summary per requested sentence: a longer one must add more substance. */
const wordsPerSentence = 14;
/** Worth of an early sentence beyond its words. */
const leadWorth = 1;
/** Share of function words that any two summaries have in common. */
const functionWordWorth = 0.1;
/** Share of its worth that a sentence keeps without the one before, if its first word seldom opens an article. */
const worthOfLaterOpener = 0.8;
/** Sentences of the article that are read: news is at the top, and time is bounded. */
export const sentencesRead = 45;

/** What has been said so far, and what it is worth. */
interface Draft {
  readonly shown: readonly number[];
  readonly said: ReadonlySet<string>;
  readonly gain: number;
  readonly words: number;
}

/**
 * The sentences that summarize an article best, verbatim and in reading order. They are chosen greedily to maximize the expected overlap
 * with an editor's summary (F1 of words): important words, said once, without padding.
 * A sentence that needs the one before as context is only chosen if that one is shown.
 */
export function summarize<S extends Sentence>(sentences: readonly S[], request: SummaryRequest): S[] {
  const { language, alreadyShown = [], headline = '', max, continues } = request;
  const article = sentences.slice(0, sentencesRead);
  const texts = article.map(({ text }) => text);
  const { sentences: terms, importance } = weighWords(texts, headline, language);
  const known = weighWords(alreadyShown, '', language).sentences;
  const usable = texts.map((text, place) => {
    let fit: boolean | undefined;
    return () => (fit ??= isFit(text, language) && !known.some((one) => says(one, terms[place])));
  });

  const shortNames = findShortNames(texts, language);
  const knowsNames = (place: number, shown: readonly number[]): boolean =>
    [...(shortNames[place] ?? [])].every(
      ([name, introductions]) => headline.includes(name) || introductions.some((one) => shown.includes(one)),
    );

  const opensLater = texts.map((text, place) => place > 0 && opensLikeLaterSentence(text, language));
  const shareLeft = (place: number, { shown }: Draft) =>
    opensLater[place] && !shown.includes(place - 1) ? worthOfLaterOpener : 1;

  const fewest = Math.min(2, max);
  const expectedLength = wordsPerSentence * max;
  let draft: Draft = { shown: [], said: new Set(known.flatMap((one) => [...one.terms])), gain: 0, words: 0 };
  while (draft.shown.length < max) {
    const ranked = terms
      .map((sentence, place) => ({
        place,
        sentence,
        worth: worthWith(draft, sentence, place, importance, expectedLength) * shareLeft(place, draft),
      }))
      .filter(
        ({ place, worth }) =>
          !draft.shown.includes(place) && (draft.shown.length < fewest || worth > worthOf(draft, expectedLength)),
      )
      .sort((a, b) => b.worth - a.worth);
    const best = ranked.find(
      ({ place }) =>
        usable[place]?.() &&
        knowsNames(place, draft.shown) &&
        (hasAntecedent(texts, place, draft.shown, language) || (article[place] && continues?.(article[place]))),
    );
    if (!best) break;
    draft = extend(draft, best.sentence, best.place, importance);
  }
  return [...draft.shown].sort((a, b) => a - b).flatMap((place) => article[place] ?? []);
}

/** Expected F1 of the words against an editor's summary, up to a constant. */
function worthOf({ gain, words }: Draft, expectedLength: number): number {
  return gain / (words + expectedLength);
}

function worthWith(
  draft: Draft,
  sentence: SentenceTerms,
  place: number,
  importance: ReadonlyMap<string, number>,
  expectedLength: number,
): number {
  return (draft.gain + gainOf(draft, sentence, place, importance)) / (draft.words + sentence.words + expectedLength);
}

function gainOf(
  { said }: Draft,
  { terms, words }: SentenceTerms,
  place: number,
  importance: ReadonlyMap<string, number>,
): number {
  let gain = leadWorth / (1 + place) + functionWordWorth * Math.min(12, words - terms.size);
  for (const term of terms) if (!said.has(term)) gain += importance.get(term) ?? 0;
  return gain;
}

function extend(draft: Draft, sentence: SentenceTerms, place: number, importance: ReadonlyMap<string, number>): Draft {
  return {
    shown: [...draft.shown, place],
    said: draft.said.union(sentence.terms),
    gain: draft.gain + gainOf(draft, sentence, place, importance),
    words: draft.words + sentence.words,
  };
}

function hasAntecedent(texts: readonly string[], place: number, shown: readonly number[], language: string): boolean {
  const previous = shown.includes(place - 1) ? texts[place - 1] : undefined;
  return isSelfContained(texts[place] ?? '', language, previous);
}

/** Whether a known sentence says nearly all of this one. */
function says(known: SentenceTerms, sentence: SentenceTerms | undefined): boolean {
  return sentence !== undefined && sentence.terms.intersection(known.terms).size >= 0.8 * sentence.terms.size;
}
