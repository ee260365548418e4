import type { Article, Sentence } from '../../articles/article.ts';
import { isA } from '../../reading/lexicon.ts';
import { findDates } from '../../text/dates.ts';
import type { FoundDate } from '../../text/found-date.ts';
import { opensWithQuote } from '../../text/marks.ts';
import { numbersIn } from '../../text/numbers.ts';
import { baseLanguage, fold, termsOf, wordsOf } from '../../text/terms.ts';
import { eventKinds, type NewsClass, newsClassesOf } from '../ranking/news-words.ts';
import { isPlan } from './sentence-voice.ts';
import { sentencesRead } from './summarize.ts';
import { weighWords } from './word-importance.ts';

/** Sentences to be added together, in the article's order: one, or two of which the second refers to the first. */
export type Filler = readonly [Sentence] | readonly [Sentence, Sentence];

/** What makes a sentence the one that opens a story, beside the others of its article. */
export const openingFactors = ['gain', 'early', 'first', 'figures', 'title', 'now'] as const;
/** What makes a sentence a good one to follow the opening. */
export const furtherFactors = [
  'bias',
  'gain',
  'substance',
  'early',
  'figures',
  'quotation',
  'follows',
  'denied',
  'ahead',
  'event',
  'reports',
  'dated',
  'perfect',
  'intending',
  'impersonal',
] as const;
export type Factor = (typeof openingFactors)[number] | (typeof furtherFactors)[number];

export type FactorValues = Readonly<Record<Factor | 'past' | 'scene', number>>;
/** What each factor counts; those left out count nothing. */
export type FactorWeights = Readonly<Partial<Record<Factor, number>>>;

/** Learned by bench/learn-sentences.ts. */
const weights: Readonly<Record<'opening' | 'further', FactorWeights>> = {
  opening: { gain: 1.66, early: 1.67, first: 1.11, figures: 0.58, title: 0.4, now: 1.09 },
  further: {
    bias: -3.15,
    gain: 0.68,
    substance: 0.97,
    early: 1.17,
    figures: 0.59,
    quotation: -0.89,
    follows: 0.87,
    denied: 0.61,
    ahead: 0.41,
    event: 0.82,
    reports: 0.7,
    dated: 0.13,
    perfect: 0.61,
    intending: 0.67,
    impersonal: -0.43,
  },
};
/** What any sentence costs besides its characters: another line to read. */
const charactersOfLine = 120;
/** A sentence that an editor would less likely choose is left out, also where there is room. */
export const leastLikelihood = 0.3;
/** Days around publication that count as news; a year back is background. */
const nowDays = 8;
const backgroundDays = 300;
/** A scene is no longer. */
const sentencesOfScene = 10;
/** A headline of more terms is long enough that a sentence need not have them all. */
const fullTitle = 6;
/** Share of the headline's terms below which a sentence may only set a scene. */
const sceneBelow = 0.25;
const titleOfNews = 0.4;
/** How usual the words of a kind are: assumed at least where lists are shorter than the English ones, by which the weights were learned. */
const usual = 0.3;
/** A gain of so many terms, all of them important, counts as 1. */
const termsOfGain = 5;

/** The sentence that an editor would most likely open a story with; a scene, or what is long past, only where there is nothing else. */
export function bestOpening(article: Article, sentences: readonly Sentence[]): Sentence | undefined {
  const valuesOf = createWeighing(article, []);
  const weighed = sentences.map((sentence) => ({ sentence, values: valuesOf(sentence) }));
  return weighed
    .map(({ sentence, values }) => ({
      sentence,
      isBehind: Math.max(values.scene, values.past),
      sum: sumOf(values, weights.opening),
    }))
    .toSorted((a, b) => a.isBehind - b.isBehind || b.sum - a.sum)[0]?.sentence;
}

/** The filler that has most of what an editor would add below what was said, by the room that it takes. */
export function bestAddition(
  article: Article,
  fillers: readonly Filler[],
  said: readonly string[],
  least = leastLikelihood,
): Filler | undefined {
  const valuesOf = createWeighing(article, said);
  const worth = (filler: Filler) =>
    filler.reduce((sum, one) => sum + worthOf(valuesOf(one), one.text.length, weights.further), 0) / filler.length;
  return fillers
    .filter((filler) => filler.every((one) => likelihoodOf(valuesOf(one), weights.further) >= least))
    .map((filler) => ({ filler, worth: worth(filler) }))
    .toSorted((a, b) => b.worth - a.worth)[0]?.filler;
}

/** Of the terms of a sentence, the share from which it repeats the title, unless it gains as much. */
const repeatsFrom = 0.5;
const leastGain = 0.68;

/** Whether a sentence has most of its words from the title, and no figure beside them. */
export function onlyRepeatsTitle(sentence: Sentence, article: Article): boolean {
  const { gain, figures } = createWeighing(article, [])(sentence);
  const { terms } = ownValuesOf(sentence.text, article);
  const title = ownValuesOf(article.headline, article).terms;
  const repeated = terms.filter((term) => title.includes(term)).length;
  return gain < leastGain && figures === 0 && repeated >= repeatsFrom * terms.length;
}

/** Where the news of an article's body begins: behind the scene that it opens with, if it has one. */
export function newsBegins(article: Article): number {
  const valuesOf = createWeighing(article, []);
  const body = article.sentences.filter(({ role }) => role === 'body').slice(0, sentencesOfScene);
  const isNews = ({ scene, title }: FactorValues) => scene === 0 && title >= titleOfNews;
  return (body.find((one) => isNews(valuesOf(one))) ?? body[0])?.index ?? 0;
}

/** How likely an editor would choose a sentence of these values, by the room that it takes. */
export function worthOf(values: FactorValues, characters: number, counts: FactorWeights): number {
  return likelihoodOf(values, counts) / (characters + charactersOfLine);
}

/** How likely an editor would choose a sentence of these values, whatever its length. */
export function likelihoodOf(values: FactorValues, counts: FactorWeights): number {
  return 1 / (1 + Math.exp(-sumOf(values, counts)));
}

/** The logarithm of the odds. */
export function sumOf(values: FactorValues, counts: FactorWeights): number {
  return Object.entries(counts).reduce((sum, [factor, count]) => sum + count * values[factor as Factor], 0);
}

/** What a sentence says whatever was said before it. */
interface OwnValues {
  readonly terms: readonly string[];
  /** Values of its numbers that belong to no date. */
  readonly numbers: readonly number[];
  /** How many days from publication its dates are. */
  readonly daysAway: readonly number[];
  readonly classes: ReadonlySet<NewsClass>;
  readonly has: Readonly<Record<'ahead' | 'denied' | 'perfect' | 'intending' | 'impersonal', number>>;
}
/** By article and text: a sentence is weighed again after each that is chosen. */
const ownValuesKnown = new WeakMap<Article, Map<string, OwnValues>>();

function ownValuesOf(text: string, article: Article): OwnValues {
  const known = ownValuesKnown.getOrInsertComputed(article, () => new Map());
  return known.getOrInsertComputed(text, () => readValues(text, article));
}

function readValues(text: string, { language, publishedAt }: Article): OwnValues {
  const dates = findDates(text, language, publishedAt);
  const withoutDates = dates.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
  const today = publishedAt.toZonedDateTimeISO('UTC').toPlainDate();
  const daysAhead = dates.map((date) => today.until(dayOf(date)).days);
  const words = wordsOf(text, language).map((word) => fold(word.text));
  const has = (...kinds: readonly Parameters<typeof isA>[0][]) =>
    words.some((word) => kinds.some((kind) => isA(kind, word, language))) ? 1 : 0;
  return {
    terms: [...new Set(termsOf(text, language))],
    numbers: numbersIn(withoutDates, language).map(({ value }) => value),
    daysAway: daysAhead.map(Math.abs),
    classes: newsClassesOf(text, language),
    has: {
      /** What is planned, or can be expected. */
      ahead: isPlan(text, language) || daysAhead.some((days) => days > 0) ? 1 : 0,
      denied: has('negation', 'denial', 'doubt'),
      perfect: has('perfect'),
      intending: has('intending'),
      impersonal: has('impersonal'),
    },
  };
}

/** A month counts as its middle; a year as the distant past, unless it is this year. */
function dayOf({ date }: FoundDate): Temporal.PlainDate {
  const [year = '', month = '07', day = '15'] = date.split('-');
  return Temporal.PlainDate.from({ year: Number(year), month: Number(month), day: Number(day) });
}

/** The values of all factors for sentences of an article below its title and what was said. */
export function createWeighing(article: Article, said: readonly string[]): (sentence: Sentence) => FactorValues {
  const { agencies, headline, language, sentences } = article;
  const { importance } = weighWords(
    sentences.slice(0, sentencesRead).map(({ text }) => text),
    headline,
    language,
  );
  const title = ownValuesOf(headline, article);
  const shown = [title, ...said.map((text) => ownValuesOf(text, article))];
  const known = new Set(shown.flatMap(({ terms }) => terms));
  const knownNumbers = new Set([1, ...shown.flatMap(({ numbers }) => numbers)]);
  const least = baseLanguage(language) === 'en' ? 0 : usual;
  const atLeastUsual = (value: number) => Math.max(value, least);
  return ({ text, index, role }) => {
    const { terms, numbers, daysAway, classes, has } = ownValuesOf(text, article);
    const added = terms.reduce((sum, term) => sum + (known.has(term) ? 0 : (importance.get(term) ?? 0)), 0);
    const ofTitle = terms.filter((term) => title.terms.includes(term)).length;
    const share = ofTitle / Math.max(1, Math.min(fullTitle, title.terms.length));
    const isNow = daysAway.some((days) => days <= nowDays);
    const is = (holds: boolean) => (holds ? 1 : 0);
    return {
      ...has,
      perfect: atLeastUsual(has.perfect),
      intending: atLeastUsual(has.intending),
      bias: 1,
      /** Importance of the words that are not yet said, as an editor's summary would use them. */
      gain: added / termsOfGain,
      substance: (10 * added) / (text.split(' ').length + 14),
      /** 1 at the top of the article, falling. */
      early: Math.exp(-index / 6),
      first: is(index === 0),
      /** Numbers that are not yet said, beyond one and of no date. */
      figures: Math.min(2, numbers.filter((value) => !knownNumbers.has(value)).length),
      quotation: is(opensWithQuote(text)),
      /** Right behind a shown sentence. */
      follows: is(said.includes(sentences[index - 1]?.text ?? '')),
      /** The headline's terms that it has. */
      title: share,
      /** The headline's kind of event. */
      event: atLeastUsual(is(eventKinds.some((kind) => classes.has(kind) && title.classes.has(kind)))),
      /** Who says so, or on which weekday. */
      reports: atLeastUsual(is(classes.has('reports'))),
      dated: is(daysAway.length > 0),
      now: is(isNow),
      past: is(daysAway.length > 0 && daysAway.every((days) => days >= backgroundDays)),
      /** Of today's news neither words nor a date, where no agency reports it. */
      scene: is(role === 'body' && agencies.length === 0 && share < sceneBelow && !isNow),
    };
  };
}
