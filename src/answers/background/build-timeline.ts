import { revisedAt } from '../../articles/article.ts';
import { mapYielding } from '../../runtime/yield-to-event-loop.ts';
import { findDates } from '../../text/dates.ts';
import { dayOf, type FoundDate } from '../../text/found-date.ts';
import { type ArticleSentence, areAlike } from '../article-sentences.ts';
import { termWeights } from '../term-weights.ts';
import { readerKnows } from './reader-knows.ts';

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
/** Weights by age: events of a year ago and more matter most, since news of the day is shown elsewhere. */
const era = 0.7;
const longAgo = 0.5;
const otherDay = 0.3;
/** Penalty for a sentence that refers to something the reader has not seen. */
const unknownCosts = 0.12;

/**
 * What happened when, oldest first, from the sentences of each article: each date once or `perDay` times, with the sentence that covers it
 * best, without repetition. Dates are expensive to find, so this yields to the event loop between sentences.
 */
export async function buildTimeline(
  articles: readonly (readonly ArticleSentence[])[],
  { max, title, perDay = 1, maxLength = Number.POSITIVE_INFINITY }: TimelineLimits,
): Promise<readonly TimelineEntry[]> {
  const weights = termWeights(articles.flat());
  const placed = articles.flatMap((lines) => lines.map((line, index) => ({ line, index })));
  const found = await mapYielding(placed, ({ line, index }) => entriesOf(line, index, { weights, title }));
  const entries = found.flat().toSorted((a, b) => b.score - a.score);
  const chosen: TimelineEntry[] = [];
  let length = 0;
  for (const entry of entries) {
    if (chosen.length >= max) break;
    if (length + entry.line.sentence.text.length > maxLength) continue;
    if (chosen.filter(({ date }) => date === entry.date).length >= perDay) continue;
    if (chosen.some(({ line }) => line === entry.line || areAlike(line, entry.line, 0.5))) continue;
    chosen.push(entry);
    length += entry.line.sentence.text.length;
  }
  return chosen.toSorted((a, b) => a.date.localeCompare(b.date));
}

export interface TimelineLimits {
  readonly max: number;
  /** Characters. */
  readonly maxLength?: number;
  readonly title?: string;
  readonly perDay?: number;
}

interface TimelineContext {
  readonly weights: ReadonlyMap<string, number>;
  readonly title: string | undefined;
}

function entriesOf(line: ArticleSentence, index: number, { weights, title }: TimelineContext): TimelineEntry[] {
  const { article, sentence } = line;
  if (line.needsContext || /\?["”]?$/u.test(sentence.text) || relativeDay.test(sentence.text)) return [];
  const published = dayOf(revisedAt(article));
  const date = mainDate(findDates(sentence.text, article.language, revisedAt(article)), published);
  const isKnown = title === undefined || readerKnows(line, title, []);
  const weight = centrality(line, weights) - (isKnown ? 0 : unknownCosts);
  if (date) {
    const { date: day, until, isTerm } = date;
    const distance = day === published ? 0 : until?.length === 4 ? era : isLongAgo(day, published) ? longAgo : otherDay;
    return [{ date: day, ...(until && { until }), ...(isTerm && { isTerm }), line, score: weight + distance + 0.1 }];
  }
  return index < undatedLeadLines ? [{ date: published, line, score: weight }] : [];
}

function isLongAgo(day: string, published: string): boolean {
  return Number(day.slice(0, 4)) < Number(published.slice(0, 4)) - 1;
}

/** Relative to a day mentioned before, not to the article's date: "the following Monday", "a week earlier". */
const relativeDay =
  /\b(?:the (?:following|next|previous) (?:day|morning|night|week|month|year|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)|that (?:same )?(?:day|night|week|month|year)|(?:an?|one|two|three|four|five|six|ten|several|a few) (?:day|week|month|year)s? (?:earlier|later|before that|after that))\b/iu;

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
