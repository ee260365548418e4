import { createRequire } from 'node:module';
import type { ParsedComponents } from 'chrono-node';
import { type DateUnit, type DateWords, dateWords } from './dates-words.ts';
import { baseLanguage, fold } from './terms.ts';

const require = createRequire(import.meta.url);

/** A date a text names: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as exact as the text is. */
export interface FoundDate {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly date: string;
  /** The last day, month or year of a period. */
  readonly until?: string;
  /** A term set ("within two months"): at `date` at the latest. */
  readonly isTerm?: true;
}

/**
 * The dates of a text in order, read as news means them: "on Monday" is the last one unless the clause looks ahead, "in July" the nearest
 * July. Explicit days and months are chrono's; years, periods, weekdays and distances are ours. Times of day are no dates.
 */
export function findDates(
  text: string,
  language: string,
  publishedAt: Temporal.Instant,
  zone = 'UTC',
): readonly FoundDate[] {
  const today = publishedAt.toZonedDateTimeISO(zone).toPlainDate();
  const words = dateWords(language);
  const found: FoundDate[] = [];
  const take = (dates: Iterable<FoundDate>) => {
    for (const date of dates)
      if (found.every(({ start, end }) => date.end <= start || date.start >= end)) found.push(date);
  };
  take(yearRanges(text, words));
  take(distances(text, words, today));
  take(calendarDates(text, language, today));
  take(months(text, words, today));
  take(phrases(text, words, today));
  take(weekdays(text, words, today));
  take(years(text, words, today));
  return found.toSorted((a, b) => a.start - b.start);
}

const mayHoldCalendarDate =
  /\d{1,4}[./-]\d{1,2}|\b(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)/iu;

function* calendarDates(text: string, language: string, today: Temporal.PlainDate): Generator<FoundDate> {
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

/** Where a date without a year lies, as far as the words around it say. */
type Side = 'next' | 'ahead' | 'behind' | 'unsaid';

/** "Since April", "the January 6 attack" lie behind whatever else the sentence says. */
function whereIn(text: string, { start, end }: { start: number; end: number }, words: DateWords): Side {
  const before = text.slice(0, start);
  if (/\b(?:next|coming|kommende[nmrs]?|nächste[nmrs]?) $/iu.test(before)) return 'next';
  if (/\b(?:last|past|letzte[nmrs]?|vergangene[nmrs]?|vorige[nmrs]?) $/iu.test(before)) return 'behind';
  if (/\b(?:since|seit)\b[^,;.]{0,60}$/iu.test(before) || happened.test(text.slice(end))) return 'behind';
  return words.future.test(text) ? 'ahead' : 'unsaid';
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

/** chrono takes the "on" before and the comma after for part of the date. */
function withoutEdges(index: number, matched: string): { start: number; end: number; text: string } {
  const text = matched.replace(/^\s*(?:on|am|den)?\s+(?=\S)|[\s,]+$/giu, '');
  const start = index + matched.indexOf(text);
  return { start, end: start + text.length, text };
}

/** A month without a day, which chrono knows in English only. */
function* months(text: string, words: DateWords, today: Temporal.PlainDate): Generator<FoundDate> {
  for (const match of text.matchAll(words.month)) {
    const { name = '', year } = match.groups ?? {};
    const month = words.months.get(fold(name).slice(0, 3));
    if (month === undefined || (year === undefined && isVerbMay(text, match.index, name))) continue;
    const span = spanOf(match);
    const said = year ?? yearSaid(text.slice(span.end), today);
    yield {
      ...span,
      date: `${said ?? nearestYear(month, undefined, today, whereIn(text, span, words))}-${pad(month)}`,
    };
  }
}

/** "May" opens many a question and sentence without being the month. */
function isVerbMay(text: string, index: number, name: string): boolean {
  if (name !== 'May') return false;
  return !/\b(?:in|of|since|until|by|from|last|next|early|late|mid|this|and|to|on)[ -]$/iu.test(text.slice(0, index));
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

/** How much nearer than what lies behind a date has to be that the text does not say lies ahead. */
const aheadFactor: Readonly<Record<Side, number>> = {
  next: 1,
  ahead: 1,
  unsaid: 2.5,
  behind: Number.POSITIVE_INFINITY,
};

/** The year that brings the date nearest, in doubt the past one. */
function nearestYear(month: number, day: number | undefined, today: Temporal.PlainDate, where: Side): number {
  const distance = (year: number) => {
    const target = Temporal.PlainDate.from({ year, month, day: day ?? (month === today.month ? today.day : 15) });
    const { days } = today.until(target);
    if (days > 0) return days * aheadFactor[where];
    return where === 'next' ? Number.POSITIVE_INFINITY : -days;
  };
  return [today.year, today.year - 1, today.year + 1].toSorted((a, b) => distance(a) - distance(b))[0] ?? today.year;
}

function* yearRanges(text: string, { yearRange }: DateWords): Generator<FoundDate> {
  for (const match of text.matchAll(yearRange)) {
    const { from = '', until = '' } = match.groups ?? {};
    const last = until.length === 2 ? `${from.slice(0, 2)}${until}` : until;
    if (last > from) yield { ...spanOf(match), date: from, until: last };
  }
}

function* years(text: string, { beforeYear }: DateWords, today: Temporal.PlainDate): Generator<FoundDate> {
  for (const match of text.matchAll(beforeYear)) {
    const span = spanOf(match);
    const isDecade = /^s\b/u.test(text.slice(span.end));
    const isCount =
      /^ (?:census(?:es)?|people|soldiers|deaths|dead|cases|times|euros?|dollars?|kilometers?|miles|Menschen|Tote|Soldaten|Euro|Kilometer)\b/u;
    if (Number(span.text) > today.year + 60 || isCount.test(text.slice(span.end))) continue;
    yield { ...span, date: span.text, ...(isDecade && { until: String(Number(span.text) + 9) }) };
  }
}

function* phrases(text: string, words: DateWords, today: Temporal.PlainDate): Generator<FoundDate> {
  for (const { pattern, unit, offset } of words.phrases) {
    for (const match of text.matchAll(pattern)) yield { ...spanOf(match), ...periodAt(today, unit, offset) };
  }
}

function periodAt(
  today: Temporal.PlainDate,
  unit: DateUnit | 'weekend',
  offset: number,
): { date: string; until?: string } {
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  if (unit === 'week') return period(monday.add({ weeks: offset }), 6);
  if (unit === 'weekend') {
    const saturday = monday.add({ days: 5 });
    const isOver = today.dayOfWeek >= 6;
    return period(offset < 0 && !isOver ? saturday.subtract({ weeks: 1 }) : saturday, 1);
  }
  if (unit === 'month') return { date: today.add({ months: offset }).toString().slice(0, 7) };
  if (unit === 'year') return { date: String(today.year + offset) };
  return { date: today.add({ days: offset }).toString() };
}

function period(first: Temporal.PlainDate, moreDays: number): { date: string; until: string } {
  return { date: first.toString(), until: first.add({ days: moreDays }).toString() };
}

function* distances(text: string, words: DateWords, today: Temporal.PlainDate): Generator<FoundDate> {
  for (const [pattern, sign] of [
    [words.ago, -1],
    [words.within, 1],
  ] as const) {
    for (const match of text.matchAll(pattern)) {
      const { count = '', unit: unitWord = '', ahead } = match.groups ?? {};
      // Later than what was told before, not than today.
      if (/^ (?:later|after (?:that|this)|danach|später)\b/iu.test(text.slice(spanOf(match).end))) continue;
      // "The first in 30 years" looks back; "will end in two weeks" does not.
      if (sign > 0 && ahead === undefined && !words.future.test(text.slice(0, match.index))) continue;
      const amount = /^\d/u.test(count) ? Number(count) : words.numbers.get(fold(count));
      const unit = words.units.get(fold(unitWord));
      if (amount === undefined || unit === undefined) continue;
      yield { ...spanOf(match), date: away(today, sign * amount, unit), ...(sign > 0 && { isTerm: true as const }) };
    }
  }
}

/** As exact as its unit: two years ago is a year, two weeks ago a day. */
function away(today: Temporal.PlainDate, amount: number, unit: DateUnit): string {
  if (unit === 'decade') return String(today.year + amount * 10);
  if (unit === 'year') return String(today.year + amount);
  if (unit === 'month') return today.add({ months: amount }).toString().slice(0, 7);
  if (unit === 'week') return today.add({ weeks: amount }).toString();
  return today.add({ days: unit === 'hour' ? Math.trunc(amount / 24) : amount }).toString();
}

function* weekdays(text: string, words: DateWords, today: Temporal.PlainDate): Generator<FoundDate> {
  for (const match of text.matchAll(/\p{Lu}\p{Ll}+/gu)) {
    const name = fold(match[0]);
    const isoDay =
      words.weekdays.get(name) ?? words.weekdays.get(name.replace(/(?:morgen|abend|nachmittag|nacht|s)$/u, ''));
    if (isoDay === undefined) continue;
    const before = text.slice(0, match.index);
    const clause = before.slice(Math.max(0, before.search(/[^.!?;]*$/u)));
    const isAhead =
      words.ahead.test(before) ||
      preparedFor.test(before) ||
      willThen(before, text.slice(spanOf(match).end)) ||
      (words.future.test(clause) && !saidThatDay(text.slice(spanOf(match).end)));
    yield { ...spanOf(match), date: weekdayNear(today, isoDay, isAhead).toString() };
  }
}

/** "Ahead of the celebrations on Sunday", "declared Saturday a day of mourning". */
const preparedFor = /\b(?:ahead of [^,.;]{1,50} (?:on )?|declared )$/iu;

/** "On Sunday, her twins will accept the prize." */
function willThen(before: string, after: string): boolean {
  return (
    /^(?:On )?$/u.test(before) &&
    /^,? [^.;:"“]{0,60}?\b(?:will|is to|are to|(?:is|are) (?:expected|due|set) to)\b/u.test(after)
  );
}

/** "... would be live-streamed, he said on Sunday": the day belongs to what was said. */
function saidThatDay(after: string): boolean {
  return /^(?: that)? (?:said|told|announced)\b/u.test(after);
}

function weekdayNear(today: Temporal.PlainDate, isoDay: number, isAhead: boolean): Temporal.PlainDate {
  const back = (today.dayOfWeek - isoDay + 7) % 7;
  return isAhead && back > 0 ? today.add({ days: 7 - back }) : today.subtract({ days: back });
}

function spanOf(match: RegExpExecArray): { start: number; end: number; text: string } {
  return { start: match.index, end: match.index + match[0].length, text: match[0] };
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
