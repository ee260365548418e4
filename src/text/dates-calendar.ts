import { createRequire } from 'node:module';
import type { ParsedComponents } from 'chrono-node';
import { dateWords } from './dates-words.ts';
import { type FoundDate, pad } from './found-date.ts';
import { baseLanguage } from './terms.ts';
import { isOfUnsaidYear, nearestYear, type Side, whereIn, yearSaid } from './unsaid-year.ts';

const require = createRequire(import.meta.url);

const mayHoldCalendarDate =
  /\d{1,4}[./-]\d{1,2}|\b(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)/iu;

/** Days with their month, in words or numbers, as chrono reads them; the year is found here. */
export function* calendarDates(text: string, language: string, today: Temporal.PlainDate): Generator<FoundDate> {
  if (!mayHoldCalendarDate.test(text)) return;
  const { strict: parser } = chronoFor(language);
  const reference = new Date(Date.UTC(today.year, today.month - 1, today.day, 12));
  for (const { index, text: matched, start, end } of parser.parse(text, { instant: reference, timezone: 0 })) {
    if (!start.isCertain('month') || !start.isCertain('day')) continue;
    const span = withoutEdges(index, matched);
    const where = whereIn(text, span, dateWords(language));
    const year = start.isCertain('year') ? undefined : yearSaid(text.slice(span.end), today);
    const found = withYearOf(end, start, calendarDate(start, today, where));
    const date = found && year !== undefined ? `${year}${found.slice(4)}` : found;
    if (
      date === undefined ||
      isOfUnsaidYear(text.slice(span.end), date, { isSure: date !== found || start.isCertain('year'), today })
    )
      continue;
    const until = end?.isCertain('day') ? calendarDate(end, today, where, date) : undefined;
    yield { ...span, date, ...(until && until !== date && { until }) };
  }
}

/** Of chrono's sixteen languages those that are used, once there is a date to read. */
function chronoFor(language: string): Pick<typeof import('chrono-node/en'), 'strict'> {
  return baseLanguage(language) === 'de' ? require('chrono-node/de') : require('chrono-node/en');
}

/** chrono takes the "on" before and the comma after for part of the date. */
function withoutEdges(index: number, matched: string): { start: number; end: number; text: string } {
  const text = matched.replace(/^\s*(?:on|am|den)?\s+(?=\S)|[\s,]+$/giu, '');
  const start = index + matched.indexOf(text);
  return { start, end: start + text.length, text };
}

/** "July 26 to August 11, 2024": the year stands at the end. */
function withYearOf(
  end: ParsedComponents | null | undefined,
  start: ParsedComponents,
  date: string | undefined,
): string | undefined {
  if (date === undefined || start.isCertain('year') || !end?.isCertain('year')) return date;
  const isYearBefore = (start.get('month') ?? 1) > (end.get('month') ?? 1);
  return `${(end.get('year') ?? 0) - (isYearBefore ? 1 : 0)}${date.slice(4)}`;
}

function calendarDate(
  parts: ParsedComponents,
  today: Temporal.PlainDate,
  where: Side,
  after?: string,
): string | undefined {
  const month = parts.get('month') ?? 1;
  const day = parts.get('day') ?? 1;
  const year = parts.isCertain('year') ? (parts.get('year') ?? today.year) : nearestYear(month, day, today, where);
  if (year < 1000 || year > today.year + 60) return undefined;
  const date = `${year}-${pad(month)}-${pad(day)}`;
  return after !== undefined && date < after ? `${year + 1}${date.slice(4)}` : date;
}
