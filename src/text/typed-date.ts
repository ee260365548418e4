import { calendarNames } from './calendar-names.ts';
import { fold } from './terms.ts';

/** A day of the calendar at the beginning of what somebody typed. */
export interface TypedDate {
  readonly date: Temporal.PlainDate;
  /** Characters. */
  readonly length: number;
  /** No year was typed: `date` is the next such day. */
  readonly isYearless: boolean;
  /** "05/02/2027" is a day in February or in May; `date` is the former. */
  readonly isAmbiguous: boolean;
}

/**
 * The date with which a text begins: "2026-12-24", "24.12.", "24 décembre", "Dec 24th, 2026", "24 de diciembre", "12月24日". Months are read
 * by the names that these languages have for them, also by their beginning ("sept"). Undefined where there is none, or no such day.
 */
export function typedDateAt(
  text: string,
  languages: readonly string[],
  today: Temporal.PlainDate,
): TypedDate | undefined {
  const numeric =
    /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?!\d)/u.exec(text) ??
    /^(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.(?:\s?(?<year>\d{4}))?(?!\d)/u.exec(text) ??
    /^(?<month>\d{1,2})月(?<day>\d{1,2})[日号號]?/u.exec(text);
  if (numeric) return dated(numeric.groups ?? {}, numeric[0].length, today);
  const slashed = /^(?<first>\d{1,2})\/(?<second>\d{1,2})\/(?<year>\d{4})(?!\d)/u.exec(text);
  if (slashed) {
    const { first = '', second = '', year } = slashed.groups ?? {};
    const isMonthFirst = Number(second) > 12;
    const read = isMonthFirst ? { day: second, month: first } : { day: first, month: second };
    const found = dated({ ...read, year }, slashed[0].length, today);
    return found && { ...found, isAmbiguous: Number(first) <= 12 && Number(second) <= 12 && first !== second };
  }
  const worded =
    /^(?<day>\d{1,2})(?:\.|º|\p{L}{2})?\s+(?:\p{L}{2}\s+)?(?<name>\p{L}{3,})\.?(?:,?\s+(?:\p{L}{2}\s+)?(?<year>20\d\d))?(?!\d)/u.exec(
      text,
    ) ?? /^(?<name>\p{L}{3,})\.?\s+(?<day>\d{1,2})(?![:\d])(?:\p{L}{2}\b)?(?:,?\s+(?<year>20\d\d))?(?!\d)/u.exec(text);
  const { name = '', day, year } = worded?.groups ?? {};
  const month = worded && monthNamed(name, languages);
  if (!worded || month === undefined) return undefined;
  // The dot that ends a sentence belongs to no date.
  return dated({ day, month: String(month), year }, worded[0].length, today);
}

function monthNamed(name: string, languages: readonly string[]): number | undefined {
  const typed = fold(name);
  for (const language of languages) {
    const { months } = calendarNames(language);
    const begun = [...months].filter(([known]) => known.startsWith(typed)).map(([, month]) => month);
    const [only] = begun;
    const month = months.get(typed) ?? (begun.every((each) => each === only) ? only : undefined);
    if (month !== undefined) return month;
  }
  return undefined;
}

function dated(
  { day, month, year }: Readonly<Partial<Record<string, string>>>,
  length: number,
  today: Temporal.PlainDate,
): TypedDate | undefined {
  const fields = { year: Number(year ?? today.year), month: Number(month), day: Number(day) };
  try {
    const date = Temporal.PlainDate.from(fields, { overflow: 'reject' });
    const isYearless = year === undefined;
    const isPast = isYearless && Temporal.PlainDate.compare(date, today) <= 0;
    return { date: isPast ? date.add({ years: 1 }) : date, length, isYearless, isAmbiguous: false };
  } catch {
    // No day of the calendar: 2027-02-30.
    return undefined;
  }
}
