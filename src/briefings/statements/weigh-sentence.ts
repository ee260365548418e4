import type { Article, Sentence } from '../../articles/article.ts';
import { isA } from '../../reading/lexicon.ts';
import { findDates } from '../../text/dates.ts';
import { opensWithQuote } from '../../text/marks.ts';
import { numbersIn } from '../../text/numbers.ts';
import { fold, termsOf, wordsOf } from '../../text/terms.ts';
import type { Filler } from './find-fillers.ts';
import { daysAhead } from './scene-setting.ts';
import { isPlan } from './sentence-voice.ts';
import { sentencesRead } from './summarize.ts';
import { weighWords } from './word-importance.ts';

/** What makes a sentence a good one to follow the opening of a story. */
export const sentenceFactors = [
  'bias',
  /** Importance of the words that are not yet said, as an editor's summary would use them, by length. */
  'substance',
  /** 1 at the top of the article, falling. */
  'early',
  /** Numbers that are not yet said, beyond one and of no date. */
  'figures',
  /** Words, in twenties. */
  'length',
  'quotation',
  /** Right behind a shown sentence. */
  'follows',
  /** What is planned, or can be expected. */
  'ahead',
  /** What is denied, not so, or not known. */
  'denied',
] as const;
export type SentenceFactor = (typeof sentenceFactors)[number];
export type FactorValues = Readonly<Record<SentenceFactor, number>>;

/** Learned by bench/learn-sentences.ts. */
const weights: FactorValues = {
  bias: -3.11,
  substance: 0.92,
  early: 1.66,
  figures: 0.49,
  length: 0.63,
  quotation: -0.62,
  follows: 0.86,
  ahead: 0.56,
  denied: 0.67,
};
const usualWords = 14;
/** What any sentence costs besides its characters: another line to read. */
const charactersOfLine = 120;
/** A sentence that an editor would less likely choose is left out, also where there is room. */
const leastLikelihood = 0.2;

/** The filler that has most of what an editor would add below what was said, by the room that it takes. */
export function bestAddition(
  article: Article,
  fillers: readonly Filler[],
  said: readonly string[],
): Filler | undefined {
  const valuesOf = createWeighing(article, said);
  const worth = (filler: Filler) =>
    filler.reduce((sum, one) => sum + worthOf(valuesOf(one), one.text.length, weights), 0) / filler.length;
  return fillers
    .filter((filler) => filler.every((one) => likelihoodOf(valuesOf(one), weights) >= leastLikelihood))
    .map((filler) => ({ filler, worth: worth(filler) }))
    .toSorted((a, b) => b.worth - a.worth)[0]?.filler;
}

/** How likely an editor would choose a sentence of these values, by the room that it takes. */
export function worthOf(values: FactorValues, characters: number, counts: FactorValues): number {
  return likelihoodOf(values, counts) / (characters + charactersOfLine);
}

/** How likely an editor would choose a sentence of these values, whatever its length. */
function likelihoodOf(values: FactorValues, counts: FactorValues): number {
  const sum = sentenceFactors.reduce((all, factor) => all + counts[factor] * values[factor], 0);
  return 1 / (1 + Math.exp(-sum));
}

/** What a sentence says whatever was said before it. */
interface OwnValues {
  /** Values of its numbers that belong to no date. */
  readonly numbers: readonly number[];
  readonly ahead: number;
  readonly denied: number;
}
/** By article and text: a sentence is weighed again after each that is chosen. */
const ownValuesKnown = new WeakMap<Article, Map<string, OwnValues>>();

function ownValuesOf(text: string, article: Article): OwnValues {
  const { language } = article;
  const known = ownValuesKnown.getOrInsertComputed(article, () => new Map());
  return known.getOrInsertComputed(text, () => ({
    numbers: numbersIn(withoutDates(text, article), language).map(({ value }) => value),
    ahead: isPlan(text, language) || daysAhead({ text }, article).some((days) => days > 0) ? 1 : 0,
    denied: wordsOf(text, language).some((word) => isDenial(fold(word.text), language)) ? 1 : 0,
  }));
}

function withoutDates(text: string, { language, publishedAt }: Article): string {
  const dates = findDates(text, language, publishedAt);
  return dates.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
}

function isDenial(word: string, language: string): boolean {
  return isA('negation', word, language) || isA('denial', word, language) || isA('doubt', word, language);
}

/** The values of all factors for sentences of an article below its title and what was said. */
export function createWeighing(
  article: Article,
  said: readonly string[],
): (sentence: Sentence) => FactorValues & { readonly gain: number } {
  const { headline, language, sentences } = article;
  const { importance } = weighWords(
    sentences.slice(0, sentencesRead).map(({ text }) => text),
    headline,
    language,
  );
  const known = new Set([headline, ...said].flatMap((text) => termsOf(text, language)));
  const numbersOf = (text: string) => ownValuesOf(text, article).numbers;
  const knownNumbers = new Set([headline, ...said].flatMap(numbersOf));
  return (sentence) => {
    const { text, index } = sentence;
    const { numbers, ahead, denied } = ownValuesOf(text, article);
    const words = text.split(' ').length;
    const gain = [...new Set(termsOf(text, language))].reduce(
      (sum, term) => sum + (known.has(term) ? 0 : (importance.get(term) ?? 0)),
      0,
    );
    return {
      gain,
      bias: 1,
      substance: (10 * gain) / (words + usualWords),
      early: Math.exp(-index / 6),
      figures: Math.min(2, numbers.filter((value) => value !== 1 && !knownNumbers.has(value)).length),
      length: words / 20,
      quotation: opensWithQuote(text) ? 1 : 0,
      follows: said.includes(sentences[index - 1]?.text ?? '') ? 1 : 0,
      ahead,
      denied,
    };
  };
}
