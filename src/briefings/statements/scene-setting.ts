import type { Article, Sentence } from '../../articles/article.ts';
import { findDates } from '../../text/dates.ts';
import type { FoundDate } from '../../text/found-date.ts';
import { opensWithQuote } from '../../text/marks.ts';
import { termsOf } from '../../text/terms.ts';
import { findShortNames } from './introduced-names.ts';
import { isFit, isSelfContained } from './sentence-fitness.ts';
import { isPersonal } from './sentence-voice.ts';

/** Sentences within which a feature states its news, if it has any. */
export const sentencesRead = 10;
/** Share of the headline's words below which a first sentence only sets a scene, and from which a later one states the news. */
const sceneBelow = 0.25;
const newsFrom = 0.4;
/** By how much a later sentence must exceed the first, and the bonuses for a current date and for the position. */
const marginOverFirst = 0.15;
const worthOfNow = 0.15;
const worthOfPlace = 0.03;
const fullLeadMatches = 5;
/** A first sentence this short is a hook. */
const wordsOfHook = 11;
/** Days around publication that count as news; older dates are background. */
const nowDays = 8;
const backgroundDays = 300;
/** "The Port" is a novel of 1964: a title, not speech. */
const titleInQuotes = /^["“„«»‘][^"“”„«»’,.!?]{1,60}["“”«»’]\s(?!said|says|told|wrote|was how|sagte|schrieb)\p{Ll}/u;
const personAtHome = /^[^,.]{3,60}, (?:an? |the )?\d\d(?:-year-old)?,|\b\d\d-year-old \p{Ll}+(?: \p{Ll}+)? \p{Lu}/u;

/**
 * The delayed lede of a feature that opens with a scene (somebody at home, a quotation, the weather): the first sentence of the body that
 * states the news, judged by the headline's words in it and by its dates. Undefined if the article opens with its news, as agency reports
 * do, or never states it.
 */
export function ledeOf(article: Article): Sentence | undefined {
  const body = article.sentences.filter(({ role }) => role === 'body').slice(0, sentencesRead);
  const [first, ...rest] = body;
  if (!first || article.agencies.length > 0) return undefined;
  const share = shareOfNews(article);
  if (!isScene(first, share(first), article)) return undefined;
  const shortNames = findShortNames(
    body.map(({ text }) => text),
    article.language,
  );
  const isNamed = (sentence: Sentence) =>
    [...(shortNames[body.indexOf(sentence)]?.keys() ?? [])].every((name) => article.headline.includes(name));
  const tells = (sentence: Sentence) => share(sentence) >= Math.max(newsFrom, share(first) + marginOverFirst);
  const [best] = rest
    .filter((sentence) => tells(sentence) && isNews(sentence, article) && isNamed(sentence))
    .map((sentence, place) => ({
      sentence,
      worth: share(sentence) - worthOfPlace * place + (isNow(sentence, article) ? worthOfNow : 0),
    }))
    .toSorted((a, b) => b.worth - a.worth);
  return best?.sentence;
}

/** The share of the news terms of headline and lead in a sentence; a lead is long, so a few of its terms count as much as a headline's. */
function shareOfNews({ headline, lead, language }: Article): (sentence: Sentence) => number {
  const terms = new Set(termsOf(headline, language));
  const news = lead === undefined ? terms : terms.union(new Set(termsOf(lead, language)));
  const enough = Math.max(terms.size, lead === undefined ? 1 : fullLeadMatches);
  return ({ text }) => news.intersection(new Set(termsOf(text, language))).size / enough;
}

function isScene(first: Sentence, share: number, article: Article): boolean {
  if (opensWithQuotation(first) || personAtHome.test(first.text) || isHook(first)) return true;
  return share < sceneBelow && !isNow(first, article);
}

/** "Leonard Bernstein was always good for a surprise.": few words, no number, no date. */
function isHook({ text }: Sentence): boolean {
  return text.split(' ').length <= wordsOfHook && !/\p{N}/u.test(text);
}

/** Whether a sentence may open a story: it is self-contained, and neither a quotation nor about the distant past. */
export function isNews(sentence: Sentence, article: Article): boolean {
  const { text } = sentence;
  const { language } = article;
  if (opensWithQuotation(sentence) || !isSelfContained(text, language) || !isFit(text, language)) return false;
  const [first = 0] = daysAway(sentence, article);
  return !isPersonal(text, language) && first < backgroundDays;
}

/** "December 9, 2022, started like any other Friday": in the past, whatever the weekday. */
function isNow(sentence: Sentence, article: Article): boolean {
  const [first = Number.POSITIVE_INFINITY, ...rest] = daysAway(sentence, article);
  return first <= nowDays || (first < backgroundDays && rest.some((away) => away <= nowDays));
}

/** The speaker comes after the quotation, and why it matters later still. */
export function opensWithQuotation({ text }: Sentence): boolean {
  return opensWithQuote(text) && !titleInQuotes.test(text);
}

function daysAway(sentence: Sentence, article: Article): readonly number[] {
  return daysAhead(sentence, article).map(Math.abs);
}

/** How many days each date of a sentence is ahead of the article's publication; below 0 it is past. */
export function daysAhead({ text }: Pick<Sentence, 'text'>, { language, publishedAt }: Article): readonly number[] {
  const today = publishedAt.toZonedDateTimeISO('UTC').toPlainDate();
  return findDates(text, language, publishedAt).map((date) => today.until(dayOf(date)).days);
}

/** A month counts as its middle; a year as the distant past, unless it is this year. */
function dayOf({ date }: FoundDate): Temporal.PlainDate {
  const [year = '', month = '07', day = '15'] = date.split('-');
  return Temporal.PlainDate.from({ year: Number(year), month: Number(month), day: Number(day) });
}
