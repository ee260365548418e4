import { calendarNames } from '../text/calendar-names.ts';
import { fold } from '../text/terms.ts';
import type { Sentence } from './sentence.ts';

/** A day of the calendar in a line. */
export interface FoundDate {
  readonly date: Temporal.PlainDate;
  /** After its last token. */
  readonly to: number;
  /** "05/02/2027" is a day in February or in May. */
  readonly isAmbiguous: boolean;
}

/** The date that begins at a token: "2026-12-24", "24.12.", "24 décembre", "Dec 24th", "12月24日". Without a year it is the next one. */
export function dateAt(sentence: Sentence, index: number, today: Temporal.PlainDate): FoundDate | undefined {
  const { tokens } = sentence;
  const typed = sentence.pathAt(index);
  const [iso, isoYear, isoMonth, isoDay] = /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/u.exec(typed) ?? [];
  if (iso !== undefined) return dated({ day: isoDay, month: isoMonth, year: isoYear }, after(iso.length));
  const [dotted, dottedDay, dottedMonth, dottedYear] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})?(?!\d)/u.exec(typed) ?? [];
  if (dotted !== undefined)
    return dated({ day: dottedDay, month: dottedMonth, year: dottedYear }, after(dotted.length));
  const [slashed, first, second, slashedYear] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/u.exec(typed) ?? [];
  if (slashed !== undefined) {
    const isMonthFirst = Number(second) > 12;
    const read = isMonthFirst ? { day: second, month: first } : { day: first, month: second };
    const found = dated({ ...read, year: slashedYear }, after(slashed.length));
    return found && { ...found, isAmbiguous: Number(first) <= 12 && Number(second) <= 12 && first !== second };
  }
  return wordedDate();

  /** The first token that begins behind so many characters. */
  function after(length: number): number {
    const end = (tokens[index]?.start ?? 0) + length;
    const next = tokens.findIndex(({ start }) => start >= end);
    return next < 0 ? tokens.length : next;
  }

  /** A day and a month's name, in either order; the characters for month and day in Chinese. */
  function wordedDate(): FoundDate | undefined {
    const day = dayNumber(index);
    if (day !== undefined && tokens[index + 1]?.word === '月') {
      const number = dayNumber(index + 2);
      const isNamed = /^[日号]$/u.test(tokens[index + 3]?.word ?? '');
      return number === undefined ? undefined : dated({ day: number, month: day }, index + 3 + (isNamed ? 1 : 0));
    }
    if (day !== undefined) {
      const at = [index + 1, index + 2].find((each) => monthNamed(each) !== undefined);
      const isNear = at === index + 1 || (at !== undefined && sentence.isMarked(index + 1));
      return at !== undefined && isNear ? withYear(day, monthNamed(at) ?? 0, at + 1) : undefined;
    }
    const month = monthNamed(index);
    const number = month === undefined ? undefined : dayNumber(index + 1);
    if (month === undefined || number === undefined) return undefined;
    const isOrdinal = tokens[index + 2]?.joined === true && /^(?:st|nd|rd|th)$/u.test(tokens[index + 2]?.word ?? '');
    return withYear(number, month, index + 2 + (isOrdinal ? 1 : 0));
  }

  function withYear(day: number, month: number, to: number): FoundDate | undefined {
    const at = [to, to + 1].find((each) => /^20\d\d$/u.test(tokens[each]?.text ?? ''));
    if (at === undefined || (at > to && !sentence.isMarked(to))) return dated({ day, month }, to);
    return dated({ day, month, year: tokens[at]?.text }, at + 1);
  }

  function dayNumber(at: number): number | undefined {
    const [, digits] = /^(\d{1,2})$/u.exec(tokens[at]?.text ?? '') ?? [];
    return digits === undefined || Number(digits) < 1 || Number(digits) > 31 ? undefined : Number(digits);
  }

  function monthNamed(at: number): number | undefined {
    const token = tokens[at];
    if (token?.kind !== 'word') return undefined;
    // Turkish joins its cases behind an apostrophe.
    const [name = ''] = token.text.split(/['\u2019\u02BC]/u);
    // The characters for months in Chinese stand with their number.
    return /\p{L}{3}/u.test(name) ? calendarNames(sentence.lexicon.language).months.get(fold(name)) : undefined;
  }

  function dated(
    {
      day,
      month,
      year,
    }: Readonly<Record<'day' | 'month', string | number | undefined>> & { year?: string | undefined },
    to: number,
  ): FoundDate | undefined {
    const fields = { year: Number(year ?? today.year), month: Number(month), day: Number(day) };
    try {
      const date = Temporal.PlainDate.from(fields, { overflow: 'reject' });
      const isPast = year === undefined && Temporal.PlainDate.compare(date, today) <= 0;
      return { date: isPast ? date.add({ years: 1 }) : date, to, isAmbiguous: false };
    } catch {
      // No day of the calendar: 2027-02-30.
      return undefined;
    }
  }
}
