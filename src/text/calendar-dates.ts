import { createRequire } from 'node:module';
import type { ParsedComponents } from 'chrono-node';
import { type DateWords, dateWords } from './dates-words.ts';
import { type FoundDate, pad, spanOf } from './found-date.ts';
import { baseLanguage, fold } from './terms.ts';

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

/** "July 26 to August 11, 2024": the year comes last. */
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

/** A month without a day, which chrono knows in English only. */
export function* months(text: string, words: DateWords, today: Temporal.PlainDate): Generator<FoundDate> {
  for (const match of text.matchAll(words.month)) {
    const { name = '', year } = match.groups ?? {};
    const month = words.months.get(fold(name).slice(0, 3));
    if (month === undefined || (year === undefined && isVerbMay(text, match.index, name))) continue;
    const span = spanOf(match);
    const said = year ?? yearSaid(text.slice(span.end), today);
    yield {
      ...span,
      date: `${said ?? nearestYear(month, undefined, today, sideOf(text, span, words))}-${pad(month)}`,
    };
  }
}

/** A month alone, in a sentence about the past, is in the past: "issued a warrant for him in March". */
function sideOf(text: string, span: { start: number; end: number }, words: DateWords): Side {
  const side = whereIn(text, span, words);
  return side === 'unsaid' && says(words.past, text) && !says(words.open, text) ? 'behind' : side;
}

/** "May" opens many a question and sentence without being the month. */
function isVerbMay(text: string, index: number, name: string): boolean {
  if (name !== 'May') return false;
  return !/\b(?:in|of|since|until|by|from|last|next|early|late|mid|this|and|to|on)[ -]$/iu.test(
    text.slice(Math.max(0, index - wordsBefore), index),
  );
}

/** Characters before a date that may say where it lies. */
const wordsBefore = 80;

let asked: { readonly text: string; readonly answers: Map<RegExp, boolean> } = { text: '', answers: new Map() };

/** Whether a text says so anywhere; its dates ask one after the other, and it is read once for all. */
function says(pattern: RegExp, text: string): boolean {
  if (asked.text !== text) asked = { text, answers: new Map() };
  const known = asked.answers.get(pattern);
  if (known !== undefined) return known;
  const found = pattern.test(text);
  asked.answers.set(pattern, found);
  return found;
}

/** Where a date without a year lies, as far as the words around it say. */
export type Side = 'next' | 'ahead' | 'behind' | 'unsaid';

/** "Since April", "the January 6 attack" lie behind whatever else the sentence says. */
function whereIn(text: string, { start, end }: { start: number; end: number }, words: DateWords): Side {
  const before = text.slice(Math.max(0, start - wordsBefore), start);
  if (/\b(?:next|coming|kommende[nmrs]?|nächste[nmrs]?) $/iu.test(before)) return 'next';
  if (/\b(?:last|past|letzte[nmrs]?|vergangene[nmrs]?|vorige[nmrs]?) $/iu.test(before)) return 'behind';
  if (/\b(?:since|seit)\b[^,;.]{0,60}$/iu.test(before) || happened.test(text.slice(end))) return 'behind';
  return says(words.future, text) ? 'ahead' : 'unsaid';
}

const happened =
  /^ (?:\p{Ll}+ )?(?:attacks?|riots?|massacres?|insurrection|uprising|coup|earthquake|shooting|bombings?)\b/u;

/** "The January 6 attack": of an event known by its day, which lies months back, the year is not said. */
function isOfUnsaidYear(
  after: string,
  date: string,
  { isSure, today }: { readonly isSure: boolean; readonly today: Temporal.PlainDate },
): boolean {
  return !isSure && happened.test(after) && Temporal.PlainDate.from(date).until(today).days > knownByDayDays;
}

const knownByDayDays = 180;

/** "December 30 of last year". */
function yearSaid(after: string, today: Temporal.PlainDate): number | undefined {
  if (/^,? (?:of )?last year\b|^ (?:des )?(?:vergangenen|letzten|vorigen) Jahres\b/iu.test(after))
    return today.year - 1;
  if (/^,? (?:of )?next year\b|^ (?:des )?(?:kommenden|nächsten) Jahres\b/iu.test(after)) return today.year + 1;
  return /^,? (?:of )?this year\b|^ dieses Jahres\b/iu.test(after) ? today.year : undefined;
}

/** How much nearer than what lies behind a date has to be that the text does not say lies ahead. */
const aheadFactor: Readonly<Record<Side, number>> = {
  next: 1,
  ahead: 1,
  unsaid: 2.5,
  behind: Number.POSITIVE_INFINITY,
};

/** The year that brings the date nearest, in doubt the past one. */
export function nearestYear(month: number, day: number | undefined, today: Temporal.PlainDate, where: Side): number {
  const distance = (year: number) => {
    const target = Temporal.PlainDate.from({ year, month, day: day ?? (month === today.month ? today.day : 15) });
    const { days } = today.until(target);
    if (days > 0) return days * aheadFactor[where];
    return where === 'next' ? Number.POSITIVE_INFINITY : -days;
  };
  return [today.year, today.year - 1, today.year + 1].toSorted((a, b) => distance(a) - distance(b))[0] ?? today.year;
}
