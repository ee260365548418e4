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

/** Where a match stands in its text. */
export function spanOf(match: RegExpExecArray): { start: number; end: number; text: string } {
  return { start: match.index, end: match.index + match[0].length, text: match[0] };
}

/** Of a day or month, two digits. */
export function pad(number: number): string {
  return String(number).padStart(2, '0');
}

/** "18 July 2022", "July 2022" or "2022": a date as exact as it is known, as a reader writes it. */
export function formatDate(date: string, language: string): string {
  const [year, month, day] = date.split('-');
  if (month === undefined) return year ?? date;
  const plain = Temporal.PlainDate.from({ year: Number(year), month: Number(month), day: Number(day ?? 1) });
  const locale = language.startsWith('en') ? 'en-GB' : language;
  const options = { year: 'numeric', month: 'long', ...(day !== undefined && ({ day: 'numeric' } as const)) } as const;
  // By way of a Date: Temporal's own formatting writes Chinese days as "2026/5/1" (Node 26).
  const noon = plain.toZonedDateTime({ timeZone: 'UTC', plainTime: '12:00' }).epochMilliseconds;
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(noon));
}

/** The day of an instant in a zone, as ISO date. */
export function dayOf(instant: Temporal.Instant, zone = 'UTC'): string {
  return instant.toZonedDateTimeISO(zone).toPlainDate().toString();
}
