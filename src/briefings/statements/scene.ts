import type { Article, Sentence } from '../../articles/article.ts';
import { findDates } from '../../text/dates.ts';
import type { FoundDate } from '../../text/found-date.ts';
import { termsOf } from '../../text/terms.ts';
import { findShortNames } from './introduced-names.ts';
import { isFit, standsAlone } from './sentence-fitness.ts';
import { isPersonal } from './sentence-voice.ts';

/** Where a feature comes to its point, if it has one. */
export const sentencesRead = 10;
/** Share of the headline's words below which a first sentence sets a scene, and from which a later one tells the news. */
const setsSceneBelow = 0.25;
const tellsFrom = 0.4;
/** A later sentence must have so much more of the headline, and what is said of these days counts as so much more. */
const more = 0.15;
const worthOfNow = 0.15;
const worthOfPlace = 0.03;
const wordsOfLead = 5;
/** A first sentence of no more words is written to be read on from. */
const wordsOfHook = 11;
/** Days around publication that are news; what happened longer ago is background. */
const nowDays = 8;
const backgroundDays = 300;
const quotationMark = /^["“„«»‘]/u;
/** "The Port" is a novel of 1964: what is named, not said. */
const titleInQuotes = /^["“„«»‘][^"“”„«»’,.!?]{1,60}["“”«»’]\s(?!said|says|told|wrote|was how|sagte|schrieb)\p{Ll}/u;
const personAtHome = /^[^,.]{3,60}, (?:an? |the )?\d\d(?:-year-old)?,|\b\d\d-year-old \p{Ll}+(?: \p{Ll}+)? \p{Lu}/u;

/**
 * The first sentence of the body that tells the news of a feature which opens with a scene: somebody at home, a quotation, the weather. By
 * the words of the headline that it has, and by its time. Undefined where the article opens with its news, as agencies' reports do, or
 * never comes to it.
 */
export function pointOf(article: Article): Sentence | undefined {
  const body = article.sentences.filter(({ role }) => role === 'body').slice(0, sentencesRead);
  const [first, ...rest] = body;
  if (!first || article.agencies.length > 0) return undefined;
  const share = shareOfNews(article);
  if (!isScene(first, share(first), article)) return undefined;
  const shortNames = findShortNames(body.map(({ text }) => text));
  const isNamed = (sentence: Sentence) =>
    [...(shortNames[body.indexOf(sentence)]?.keys() ?? [])].every((name) => article.headline.includes(name));
  const tells = (sentence: Sentence) => share(sentence) >= Math.max(tellsFrom, share(first) + more);
  const [best] = rest
    .filter((sentence) => tells(sentence) && isNews(sentence, article) && isNamed(sentence))
    .map((sentence, place) => ({
      sentence,
      worth: share(sentence) - worthOfPlace * place + (isNow(sentence, article) ? worthOfNow : 0),
    }))
    .toSorted((a, b) => b.worth - a.worth);
  return best?.sentence;
}

/** How much of what headline and lead tell a sentence has; a lead has words enough that a few of them are as much as a headline's. */
function shareOfNews({ headline, lead, language }: Article): (sentence: Sentence) => number {
  const terms = new Set(termsOf(headline, language));
  const news = lead === undefined ? terms : terms.union(new Set(termsOf(lead, language)));
  const enough = Math.max(terms.size, lead === undefined ? 1 : wordsOfLead);
  return ({ text }) => news.intersection(new Set(termsOf(text, language))).size / enough;
}

function isScene(first: Sentence, share: number, article: Article): boolean {
  if (opensWithQuotation(first) || personAtHome.test(first.text) || isHook(first)) return true;
  return share < setsSceneBelow && !isNow(first, article);
}

/** "Leonard Bernstein was always good for a surprise.": few words, and nothing counted or dated. */
function isHook({ text }: Sentence): boolean {
  return text.split(' ').length <= wordsOfHook && !/\p{N}/u.test(text);
}

/** Whether a sentence may open a story: it stands alone, and is neither somebody's words nor about what was long ago. */
export function isNews(sentence: Sentence, article: Article): boolean {
  const { text } = sentence;
  const { language } = article;
  if (opensWithQuotation(sentence) || !standsAlone(text, language) || !isFit(text, language)) return false;
  const [first = 0] = daysAway(sentence, article);
  return !isPersonal(text, language) && first < backgroundDays;
}

/** "December 9, 2022, started like any other Friday": long ago, whatever weekday it was. */
function isNow(sentence: Sentence, article: Article): boolean {
  const [first = Number.POSITIVE_INFINITY, ...rest] = daysAway(sentence, article);
  return first <= nowDays || (first < backgroundDays && rest.some((away) => away <= nowDays));
}

/** Whose words these are comes after them, and why they matter later still. */
export function opensWithQuotation({ text }: Sentence): boolean {
  return quotationMark.test(text) && !titleInQuotes.test(text);
}

/** How many days each date of a sentence is from the article's publication. */
function daysAway({ text }: Sentence, { language, publishedAt }: Article): readonly number[] {
  const today = publishedAt.toZonedDateTimeISO('UTC').toPlainDate();
  return findDates(text, language, publishedAt).map((date) => Math.abs(today.until(dayOf(date)).days));
}

/** A month stands for its middle; a year is as good as long ago, unless it is this one. */
function dayOf({ date }: FoundDate): Temporal.PlainDate {
  const [year = '', month = '07', day = '15'] = date.split('-');
  return Temporal.PlainDate.from({ year: Number(year), month: Number(month), day: Number(day) });
}
