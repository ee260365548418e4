import { nearestYear } from './calendar-dates.ts';
import { calendarNames } from './calendar-names.ts';
import { type FoundDate, pad } from './found-date.ts';
import { withLatinDigits } from './numbers.ts';
import { baseLanguage, fold, type Word, wordsOf } from './terms.ts';

/** How a language writes a date in numbers, from CLDR: the order of its parts, and the signs of Chinese behind them. */
interface NumericDates {
  readonly pattern: RegExp;
  /** "2022年3月15日": groups `year`, `month`, `day`. */
  readonly signed: RegExp | undefined;
}

const numericDates = new Map<string, NumericDates>();

/**
 * Days and months of a text in a language whose words for time we do not know: a month by its name with a day or a year beside it, and dates
 * in numbers with their year. Without a year the nearest one is meant. Weekdays are left out: only the words around them tell which one.
 */
export function* localDates(text: string, language: string, today: Temporal.PlainDate): Generator<FoundDate> {
  const latin = withLatinDigits(text);
  if (!/\d/.test(latin)) return;
  yield* named(text, latin, language, today);
  const { pattern, signed } = formsOf(language);
  for (const form of signed ? [pattern, signed] : [pattern]) {
    for (const match of latin.matchAll(form)) {
      const { year, month = '', day } = match.groups ?? {};
      const date = dateOf(year, Number(month), day, today);
      const [start, end] = [match.index, match.index + match[0].length];
      if (date !== undefined) yield { start, end, text: text.slice(start, end), date };
    }
  }
}

/** "15 марта 2022", "15 de marzo de 2022", "١٥ مارس ٢٠٢٢", "মার্চ ২০২২". */
function* named(text: string, latin: string, language: string, today: Temporal.PlainDate): Generator<FoundDate> {
  const { months } = calendarNames(language);
  const words = wordsOf(text, language);
  for (const [index, word] of words.entries()) {
    const month = months.get(fold(word.text));
    if (month === undefined) continue;
    const before = numberBeside(words, index, -1, latin);
    const after = numberBeside(words, index, 1, latin);
    const day = [before, after].find((one) => one !== undefined && one.value <= 31);
    const yearAt = day && day === after ? numberBeside(words, words.indexOf(day.word), 1, latin) : after;
    const year = yearAt && yearAt.value >= 1000 ? yearAt : undefined;
    if (day === undefined && year === undefined) continue;
    const date = dateOf(year && String(year.value), month, day && String(day.value), today);
    if (date === undefined) continue;
    const parts = [word, ...(day ? [day.word] : []), ...(year ? [year.word] : [])];
    const [start, end] = [Math.min(...parts.map((part) => part.start)), Math.max(...parts.map((part) => part.end))];
    yield { start, end, text: text.slice(start, end), date };
  }
}

/** "15 de marzo": a word this short may stand between. */
const longestLink = 3;

/** The number beside a word, over one short word at most: "15", "1er", "2022". */
function numberBeside(
  words: readonly Word[],
  index: number,
  step: 1 | -1,
  latin: string,
): { readonly value: number; readonly word: Word } | undefined {
  for (const distance of [1, 2]) {
    const [from, word] = [words[index + step * (distance - 1)], words[index + step * distance]];
    if (!from || !word) return undefined;
    const [left, right] = step > 0 ? [from, word] : [word, from];
    const gap = latin.slice(left.end, right.start);
    if (!(distance === 1 ? /^[\s.,]*$/u : /^\s+$/u).test(gap)) return undefined;
    const [, digits] = /^(\d{1,2}|\d{4})(?:\p{L}{1,2})?$/u.exec(latin.slice(word.start, word.end)) ?? [];
    if (digits !== undefined) return { value: Number(digits), word };
    if (gap.includes(',') || word.text.length > longestLink) return undefined;
  }
  return undefined;
}

function dateOf(
  year: string | undefined,
  month: number,
  day: string | undefined,
  today: Temporal.PlainDate,
): string | undefined {
  if (month < 1 || month > 12 || Number(year ?? today.year) > today.year + yearsAhead) return undefined;
  if (day === undefined) return year === undefined ? undefined : `${year}-${pad(month)}`;
  if (Number(day) < 1 || Number(day) > new Temporal.PlainYearMonth(2024, month).daysInMonth) return undefined;
  return `${year ?? nearestYear(month, Math.min(Number(day), 28), today, 'unsaid')}-${pad(month)}-${pad(Number(day))}`;
}

const yearsAhead = 60;

function formsOf(language: string): NumericDates {
  const base = baseLanguage(language);
  let forms = numericDates.get(base);
  if (!forms) {
    const locale = Intl.DateTimeFormat.supportedLocalesOf(base).length > 0 ? `${base}-u-nu-latn-ca-gregory` : 'en-GB';
    forms = { pattern: inOrder(locale), signed: withSigns(locale) };
    numericDates.set(base, forms);
  }
  return forms;
}

const parts = { day: '(?<day>\\d{1,2})', month: '(?<month>\\d{1,2})', year: '(?<year>\\d{4})' } as const;

function inOrder(locale: string): RegExp {
  const format = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const order = format.formatToParts(0).flatMap(({ type }) => (type in parts ? parts[type as keyof typeof parts] : []));
  return new RegExp(`(?<![\\d./-])${order.join('[./-]')}(?![\\d/-]|\\.\\d)`, 'gu');
}

function withSigns(locale: string): RegExp | undefined {
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const [year, yearSign, month, monthSign, day, daySign] = format.formatToParts(0);
  if (year?.type !== 'year' || month?.type !== 'month' || day?.type !== 'day' || !/^\d+$/.test(month.value))
    return undefined;
  const [ofYear, ofMonth, ofDay] = [yearSign, monthSign, daySign].map((sign) =>
    RegExp.escape(sign?.value.trim() ?? ''),
  );
  return new RegExp(`(?:${parts.year}${ofYear})?(?<!\\d)${parts.month}${ofMonth}(?:${parts.day}${ofDay})?`, 'gu');
}
