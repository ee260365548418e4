import { revisedAt } from '../../articles/revised-at.ts';
import { findDates } from '../../text/dates.ts';
import { dayOf, type FoundDate } from '../../text/found-date.ts';
import { mapYielding } from '../../yielding.ts';
import { areAlike, type Line } from '../lines.ts';
import { termWeights } from '../term-weights.ts';
import { readerKnows } from './reader-knows.ts';

export interface TimelineEntry {
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as exact as the text. */
  readonly date: string;
  readonly until?: string;
  /** A term set: at this date at the latest. */
  readonly isTerm?: true;
  readonly line: Line;
  readonly score: number;
}

/** Lines at the head of an article tell the news of its day even where they name none. */
const undatedLeadLines = 2;
/** What lies a year and more back is what the rest rests on; news of the day is told elsewhere. */
const era = 0.7;
const longAgo = 0.5;
const otherDay = 0.3;
/** A line that speaks of something a reader has not been shown. */
const unknownCosts = 0.12;

/**
 * What happened when, oldest first, from the lines of each article: each date once or `perDay` times, with the line that tells it best; nothing told twice.
 * Dates are dear to find, so others have their turn between the lines.
 */
export async function buildTimeline(
  articles: readonly (readonly Line[])[],
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

function entriesOf(line: Line, index: number, { weights, title }: TimelineContext): TimelineEntry[] {
  const { article, sentence } = line;
  if (line.leans || /\?["”]?$/u.test(sentence.text) || relativeDay.test(sentence.text)) return [];
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

/** Counted from a day told before, not from the day of the article: "the following Monday", "a week earlier". */
const relativeDay =
  /\b(?:the (?:following|next|previous) (?:day|morning|night|week|month|year|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)|that (?:same )?(?:day|night|week|month|year)|(?:an?|one|two|three|four|five|six|ten|several|a few) (?:day|week|month|year)s? (?:earlier|later|before that|after that))\b/iu;

/** The date a sentence is about: the most exact one, else the first. */
function mainDate(dates: readonly FoundDate[], published: string): FoundDate | undefined {
  const told = dates.filter(({ date }) => date !== published.slice(0, 4));
  return told.toSorted((a, b) => b.date.length - a.date.length || a.start - b.start)[0];
}

/** Mean weight of the terms of a line: how much it says of what all the lines are about. */
export function centrality(line: Line, weights: ReadonlyMap<string, number>): number {
  if (line.terms.size === 0) return 0;
  const sum = [...line.terms].reduce((total, term) => total + (weights.get(term) ?? 0), 0);
  return sum / (line.terms.size + 8);
}
