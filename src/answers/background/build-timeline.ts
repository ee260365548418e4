import { revisedAt } from '../../articles/article.ts';
import { mapYielding } from '../../runtime/yield-to-event-loop.ts';
import { findDates } from '../../text/dates.ts';
import { dayOf, type FoundDate, isDay } from '../../text/found-date.ts';
import { endsInColon, endsInQuestion, endsSentence } from '../../text/marks.ts';
import { type ArticleSentence, areAlike } from '../article-sentences.ts';
import { standsAlone } from '../passages.ts';
import { termWeights } from './topical-sentences.ts';

export interface TimelineEntry {
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as precise as the text. */
  readonly date: string;
  readonly until?: string;
  /** A deadline: no later than this date. */
  readonly isTerm?: true;
  readonly line: ArticleSentence;
  readonly score: number;
}

/** The first sentences of an article are news of its day even without a date. */
const undatedLeadLines = 2;
/** More of them count as evidence that something happened on its day. */
const headSentences = 5;
/** Weights of the evidence for a date. A date still named a week later mattered most. */
const evidence = { published: 0.5, namedSoon: 1, namedLater: 2.5 };
const soonDays = 7;
/** Bonus for a sentence that names its date. */
const namedWorth = 0.1;

/**
 * What happened when, oldest first, from the sentences of each article: the most salient dates, each once or `perDay` times, with the
 * sentences that cover it best, without repetition. Dates are expensive to find, so this yields to the event loop between sentences.
 */
export async function buildTimeline(
  articles: readonly (readonly ArticleSentence[])[],
  limits: TimelineLimits,
): Promise<readonly TimelineEntry[]> {
  const { max, maxDays = max, perDay = 1, maxLength = Number.POSITIVE_INFINITY, within } = limits;
  const weights = termWeights(articles.flat());
  const placed = articles.flatMap((lines) => lines.map((line, index) => ({ line, index })));
  const dated = withDaysAhead((await mapYielding(placed, ({ line, index }) => dateSentence(line, index))).flat());
  const inRange = dated.filter(({ date }) => !within || (isDay(date) && date >= within.from && date <= within.until));
  const salience = new Map([...Map.groupBy(inRange, ({ date }) => date)].map(([date, own]) => [date, salienceOf(own)]));
  const entries = inRange
    .filter((one) => canStand(one, limits.title))
    .map((one) => ({ ...one, score: (salience.get(one.date) ?? 0) + worthOf(one, weights) }))
    .toSorted((a, b) => b.score - a.score);
  const chosen: TimelineEntry[] = [];
  const days = new Set<string>();
  let length = 0;
  for (const { date, until, isTerm, line, score } of entries) {
    if (chosen.length >= max) break;
    if (!days.has(date) && days.size >= maxDays) continue;
    if (length + line.sentence.text.length > maxLength) continue;
    if (chosen.filter((entry) => entry.date === date).length >= perDay) continue;
    if (chosen.some((entry) => entry.line === line || areAlike(entry.line, line, 0.5))) continue;
    chosen.push({ date, ...(until && { until }), ...(isTerm && { isTerm }), line, score });
    days.add(date);
    length += line.sentence.text.length;
  }
  return chosen.toSorted((a, b) => a.date.localeCompare(b.date));
}

export interface TimelineLimits {
  readonly max: number;
  /** The most different dates. */
  readonly maxDays?: number;
  /** Characters. */
  readonly maxLength?: number;
  readonly title?: string;
  readonly perDay?: number;
  /** Only days (ISO) of this range, ends included. */
  readonly within?: { readonly from: string; readonly until: string };
}

/** A sentence with a date it is about. */
interface DatedSentence extends Pick<FoundDate, 'date' | 'until' | 'isTerm'> {
  readonly line: ArticleSentence;
  /** Place in the article. */
  readonly index: number;
  /** Whether the sentence names the date; else it is the day of publication. */
  readonly isNamed: boolean;
  readonly isAside?: boolean;
  /** As the sentence has it: "on Saturday". */
  readonly words?: string;
}

/** "On Monday" in an article of a Sunday is the next day, before or after a revision, rather than six days ago. */
const dayBeforeLast = 6;

/**
 * "Polls open on Saturday" means the coming one where another sentence of the article dates a Saturday of the next days ("August 26"); "last
 * Saturday" does not.
 */
function withDaysAhead(all: readonly DatedSentence[]): readonly DatedSentence[] {
  const keyOf = ({ article }: ArticleSentence, date: string) => `${article.id} ${date}`;
  const inNumbers = all.filter(({ words = '' }) => /\d/u.test(words));
  const written = new Set(inNumbers.map(({ line, date }) => keyOf(line, date)));
  return all.map((one) => {
    const { line, date, words } = one;
    if (words === undefined || !isDay(date) || /\d/u.test(words) || lastDay.test(line.sentence.text)) return one;
    const days = Temporal.PlainDate.from(date).until(dayOf(revisedAt(line.article))).days;
    const coming = Temporal.PlainDate.from(date).add({ days: 7 }).toString();
    const isComing = days === dayBeforeLast || (days > 0 && days <= 7 && written.has(keyOf(line, coming)));
    return isComing ? { ...one, date: coming } : one;
  });
}

const lastDay = /(?<!\p{L})(?:last|past|previous|letzte\p{Ll}*|vergangene\p{Ll}*|vorige\p{Ll}*)(?!\p{L})/iu;

function dateSentence(line: ArticleSentence, index: number): DatedSentence[] {
  const { article, sentence } = line;
  if (relativeDay.test(sentence.text) || habit.test(sentence.text)) return [];
  const published = dayOf(revisedAt(article));
  const dates = findDates(sentence.text, article.language, revisedAt(article));
  const found = mainDate(
    dates.filter(
      (date) => !ending.test(sentence.text.slice(0, date.start)) && !isOfSomethingElse(date, sentence.text, published),
    ),
    published,
  );
  if (found)
    return [
      {
        line,
        index,
        isNamed: true,
        date: found.date,
        words: found.text,
        isAside: isAside(found, sentence.text),
        ...(found.until && { until: found.until }),
        ...(found.isTerm && { isTerm: found.isTerm }),
      },
    ];
  return index < headSentences ? [{ line, index, isNamed: false, date: published }] : [];
}

/** The salience of a date, from all sentences about it: the articles published on it, and the sentences that name it soon, and later. */
function salienceOf(own: readonly DatedSentence[]): number {
  const ages = own.map(({ date, isNamed, line }) => ({ line, age: isNamed ? ageOf(date, line) : 0 }));
  const today = new Set(ages.filter(({ age }) => age === 0).map(({ line }) => line.article.id)).size;
  const soon = ages.filter(({ age }) => age !== 0 && Math.abs(age) <= soonDays).length;
  const later = ages.filter(({ age }) => Math.abs(age) > soonDays).length;
  return today * evidence.published + Math.log1p(soon) * evidence.namedSoon + Math.log1p(later) * evidence.namedLater;
}

/** Days from the date, or the middle of its month or year, to the article. A year before 1000 ("300 decades ago") is no ISO date. */
function ageOf(date: string, { article }: ArticleSentence): number {
  if (!/^\d{4}(?:-|$)/.test(date)) return Number.POSITIVE_INFINITY;
  const day = date.length === 4 ? `${date}-07-01` : date.length === 7 ? `${date}-15` : date;
  return Temporal.PlainDate.from(day).until(dayOf(revisedAt(article))).days;
}

/** Whether a sentence can be read alone, by a reader of the title if there is one. */
function canStand({ line, index, isNamed, isAside }: DatedSentence, title: string | undefined): boolean {
  if (isAside || line.needsContext || endsInQuestion(line.sentence.text)) return false;
  const isClear = title === undefined || standsAlone(line, title);
  return isClear && (isNamed || index < undatedLeadLines);
}

function worthOf({ line, isNamed }: DatedSentence, weights: ReadonlyMap<string, number>): number {
  return centrality(line, weights) + (isNamed ? namedWorth : 0);
}

/** Relative to a day mentioned before, not to the article's date: "the following Monday", "a week earlier". */
const relativeDay =
  /\b(?:the (?:following|next|previous) (?:day|morning|night|week|month|year|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)|that (?:same )?(?:day|night|week|month|year)|(?:an?|one|two|three|four|five|six|ten|several|a few) (?:day|week|month|year)s? (?:earlier|later|before that|after that))\b/iu;

/** What happens again and again has no date: "The fair takes place every year in October." */
const habit =
  /(?<!\p{L})(?:(?:every|each) (?:\p{L}+ )?(?:day|week|month|year|spring|summer|autumn|fall|winter)|annually|jede[ns]? (?:Tag|Woche|Monat|Jahr)|jährlich)(?!\p{L})/iu;

/** "Is to grow until 2028", "the biggest since 1997" is not on that year. */
const ending =
  /(?<!\p{L})(?:(?:until|till|bis)(?: (?:at least|mindestens|zum|zur))?|(?:most|first|worst|\p{Ll}{3,}(?:est|ste[nrms]?))(?!\p{L})[^.;]{0,80} (?:since|seit)) $/u;

/**
 * In ", who was shot on July 8" and in ", its leader since 1989,": a date of what is said beside. It counts for that day, but the sentence does
 * not stand there.
 */
function isAside({ start, text: words }: FoundDate, text: string): boolean {
  const before = text.slice(0, start);
  return aside.test(before) || (text[start + words.length] === ',' && sinceInAside.test(before));
}

const aside = /, (?:who|whose) [^,;]*$/u;
const sinceInAside = /, [^,;]*(?:since|seit) $/u;

/** "(in office 2007-2017)", "Euro 2028", "the 1950s": the date of an aside, of a name that looks ahead, or of no year, not of what the sentence tells. */
function isOfSomethingElse({ start, text: words }: FoundDate, text: string, published: string): boolean {
  const before = text.slice(0, start);
  if (before.lastIndexOf('(') > before.lastIndexOf(')')) return true;
  if (!/^\d{4}$/.test(words)) return false;
  return decade.test(text.slice(start + words.length)) || (words > published.slice(0, 4) && endsInName(before));
}

const decade = /^(?:['’]?s|er)(?!\p{L})/u;

/** In a word with a capital that opens no sentence. */
function endsInName(text: string): boolean {
  if (!text.endsWith(' ')) return false;
  const words = text.trimEnd();
  const at = words.lastIndexOf(' ') + 1;
  const rest = words.slice(0, at).trimEnd();
  return /^\p{Lu}[\p{L}\p{N}-]*$/u.test(words.slice(at)) && rest !== '' && !endsSentence(rest) && !endsInColon(rest);
}

/** The date a sentence is about: the most precise one, else the first. */
function mainDate(dates: readonly FoundDate[], published: string): FoundDate | undefined {
  const exactDates = dates.filter(({ date }) => date !== published.slice(0, 4));
  return exactDates.toSorted((a, b) => b.date.length - a.date.length || a.start - b.start)[0];
}

/** The salience of a sentence: the mean weight of its terms among all sentences. */
export function centrality(line: ArticleSentence, weights: ReadonlyMap<string, number>): number {
  if (line.terms.size === 0) return 0;
  const sum = [...line.terms].reduce((total, term) => total + (weights.get(term) ?? 0), 0);
  return sum / (line.terms.size + 8);
}
