import { formatDate } from '../text/found-date.ts';
import type { Catalog } from '../wording/catalog.ts';
import { wordingFor } from '../wording/wording-for.ts';

/** How often an actor was named on a day. */
export interface MentionDay {
  /** `2022-07-18`. */
  readonly day: string;
  readonly mentions: number;
}

type PeriodUnit = 'day' | 'week' | 'month';

/** Mentions over time in equal steps, oldest first, the empty ones between included. */
export interface MentionPeriods {
  readonly unit: PeriodUnit;
  readonly periods: readonly { readonly start: string; readonly mentions: number }[];
}

const mostDays = 31;
const mostWeeks = 30;
const mostMonths = 36;
/** Fewer periods are drawn with empty ones before them, so that a bar looks like a day and not like a wall. */
const fewestPeriods = 7;

/** Counts by day, week or month, whichever shows the whole time in few enough bars; undefined where all of it is one bar. */
export function mentionPeriods(days: readonly MentionDay[]): MentionPeriods | undefined {
  const sorted = days.filter(({ mentions }) => mentions > 0).toSorted((a, b) => a.day.localeCompare(b.day));
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last || first.day === last.day) return undefined;
  const from = Temporal.PlainDate.from(first.day);
  const until = Temporal.PlainDate.from(last.day);
  const unit = unitFor(from.until(until, { largestUnit: 'days' }).days + 1);
  const counts = Map.groupBy(sorted, ({ day }) => startOf(Temporal.PlainDate.from(day), unit).toString());
  return {
    unit,
    periods: startsBetween(from, until, unit).map((start) => ({ start, mentions: sum(counts.get(start)) })),
  };
}

function unitFor(days: number): PeriodUnit {
  if (days <= mostDays) return 'day';
  return days <= mostWeeks * 7 ? 'week' : 'month';
}

/** Weeks begin on Monday, ISO 8601. */
function startOf(day: Temporal.PlainDate, unit: PeriodUnit): Temporal.PlainDate {
  if (unit === 'day') return day;
  return unit === 'week' ? day.subtract({ days: day.dayOfWeek - 1 }) : day.with({ day: 1 });
}

function startsBetween(from: Temporal.PlainDate, until: Temporal.PlainDate, unit: PeriodUnit): readonly string[] {
  const starts: string[] = [];
  const first = startOf(from, unit);
  for (
    let start = startOf(until, unit);
    isWanted(start, first, starts.length);
    start = start.subtract({ [`${unit}s`]: 1 })
  )
    starts.unshift(start.toString());
  return starts;
}

function isWanted(start: Temporal.PlainDate, first: Temporal.PlainDate, count: number): boolean {
  return count < fewestPeriods || (Temporal.PlainDate.compare(start, first) >= 0 && count < mostMonths);
}

function sum(days: readonly MentionDay[] | undefined): number {
  return (days ?? []).reduce((total, { mentions }) => total + mentions, 0);
}

/** The most numbers in the text; beyond that only the highest are listed. */
const mostStated = 12;

/** What the chart's numbers are. */
export function chartTitle({ unit }: MentionPeriods, language: string): string {
  return wordsOf(language)[unit];
}

/** The alternative text of the chart: every number, or the highest if there are many. */
export function altText(name: string, { unit, periods }: MentionPeriods, language: string): string {
  const { colon, comma } = wordingFor(language);
  const words = wordsOf(language);
  const total = periods.reduce((sum, { mentions }) => sum + mentions, 0);
  const label = labelsIn(unit, language);
  const nonEmpty = periods.filter(({ mentions }) => mentions > 0);
  const stated = nonEmpty.toSorted((a, b) => b.mentions - a.mentions).slice(0, mostStated);
  const numbers = nonEmpty
    .filter((period) => stated.includes(period))
    .map(({ start, mentions }) => `${label(start)}${colon}${mentions}`);
  const [first, last] = [nonEmpty[0]?.start ?? '', nonEmpty.at(-1)?.start ?? ''];
  return [
    `${words[unit]}.`,
    words.intro(name, words.mentions(total), label(first), label(last)),
    `${numbers.join(comma)}${stated.length < nonEmpty.length ? ' …' : '.'}`,
    ...(nonEmpty.length < periods.length && stated.length === nonEmpty.length ? [words.none] : []),
  ].join(' ');
}

/** The chart's numbers with their labels, for who draws it from them. */
export function chartNumbers(name: string, { unit, periods }: MentionPeriods, language: string) {
  const label = labelsIn(unit, language);
  const points = periods.map(({ start, mentions }) => ({ label: label(start), value: mentions }));
  return { title: wordsOf(language)[unit], name, points };
}

function labelsIn(unit: PeriodUnit, language: string): (start: string) => string {
  const { locale } = wordingFor(language);
  return (start) => {
    const day = formatDate(unit === 'month' ? start.slice(0, 7) : start, locale);
    return unit === 'week' ? wordsOf(language).weekOf(day) : day;
  };
}

function wordsOf(language: string): Catalog['service']['chart'] {
  return wordingFor(language).service.chart;
}
