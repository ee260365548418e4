import { calendarDates, months } from './calendar-dates.ts';
import { type DateUnit, type DateWords, dateWords, hasDateWords } from './dates-words.ts';
import { type FoundDate, spanOf } from './found-date.ts';
import { localDates } from './local-dates.ts';
import { marks } from './marks.ts';
import { fold } from './terms.ts';

/**
 * The dates of a text in order, read as news means them: "on Monday" is the last one unless the clause looks ahead, "in July" the nearest
 * July. Explicit days and months are found by chrono; years, periods, weekdays and distances by us; in languages whose words for time we do not know, days and months by the names of CLDR. Times of day are not dates.
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
  /** Characters of the dates found so far: what comes first has them. */
  const isTaken = new Uint8Array(text.length);
  const take = (dates: Iterable<FoundDate>) => {
    for (const date of dates) {
      if (isTaken.subarray(date.start, date.end).includes(1)) continue;
      isTaken.fill(1, date.start, date.end);
      found.push(date);
    }
  };
  if (!hasDateWords(language)) {
    take(localDates(text, language, today));
    return found.toSorted((a, b) => a.start - b.start);
  }
  take(yearRanges(text, words));
  take(distances(text, words, today));
  take(calendarDates(text, language, today));
  take(months(text, words, today));
  take(phrases(text, words, today));
  take(weekdays(text, words, today));
  take(years(text, words, today));
  return found.toSorted((a, b) => a.start - b.start);
}

/**
 * Whether a sentence speaks of what is to come, only of what was, of what was and maybe of what is to come, or of neither; unknown in a
 * language whose words for time we do not know.
 */
export function timeOf(text: string, language: string): 'ahead' | 'behind' | 'mixed' | 'open' | 'unknown' {
  if (!hasDateWords(language)) return 'unknown';
  const { future, open, past } = dateWords(language);
  if (future.test(text)) return 'ahead';
  if (!past.test(text)) return 'open';
  return open.test(text) ? 'mixed' : 'behind';
}

/** "Two weeks ago", "within two months". */
function* distances(text: string, words: DateWords, today: Temporal.PlainDate): Generator<FoundDate> {
  for (const [pattern, sign] of [
    [words.ago, -1],
    [words.within, 1],
  ] as const) {
    for (const match of text.matchAll(pattern)) {
      const { count = '', unit: unitWord = '', ahead } = match.groups ?? {};
      // Relative to what was mentioned before, not to today.
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

/** "Yesterday", "next week", "at the weekend". */
function* phrases(text: string, words: DateWords, today: Temporal.PlainDate): Generator<FoundDate> {
  for (const { pattern, unit, offset } of words.phrases) {
    for (const match of text.matchAll(pattern)) {
      const named = unit ?? words.units.get(fold(match.groups?.unit ?? ''));
      if (named) yield { ...spanOf(match), ...periodAt(today, named, offset) };
    }
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

/** "On Monday": the last one unless the clause looks ahead. */
function* weekdays(text: string, words: DateWords, today: Temporal.PlainDate): Generator<FoundDate> {
  for (const match of text.matchAll(/\p{Lu}\p{Ll}+/gu)) {
    const name = fold(match[0]);
    const isoDay =
      words.weekdays.get(name) ?? words.weekdays.get(name.replace(/(?:morgen|abend|nachmittag|nacht|s)$/u, ''));
    if (isoDay === undefined) continue;
    const before = text.slice(0, match.index);
    const clause = before.slice(Math.max(0, before.search(lastClause)));
    const isAhead =
      words.ahead.test(before) ||
      preparedFor.test(before) ||
      willThen(before, text.slice(spanOf(match).end)) ||
      (words.future.test(clause) && !saidThatDay(text.slice(spanOf(match).end)));
    yield { ...spanOf(match), date: weekdayNear(today, isoDay, isAhead).toString() };
  }
}

const lastClause = new RegExp(`(?<![^${marks.end};])[^${marks.end};]*$`, 'u');

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

/** "1910-1945", "2022/23". */
function* yearRanges(text: string, { yearRange }: DateWords): Generator<FoundDate> {
  for (const match of text.matchAll(yearRange)) {
    const { from = '', until = '' } = match.groups ?? {};
    const last = until.length === 2 ? `${from.slice(0, 2)}${until}` : until;
    if (last > from) yield { ...spanOf(match), date: from, until: last };
  }
}

/** "In 2018", "the 1990s". */
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
