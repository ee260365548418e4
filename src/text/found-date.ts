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

/** Whether a date is exact to the day: `2022-07-18`, not `2022-07` or `2022`. */
export function isDay(date: string): boolean {
  return date.length === 'YYYY-MM-DD'.length;
}

/** The place of a match in its text. */
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

/** Zone names that feeds use and Date.parse does not know, as offsets. */
const offsets: Readonly<Record<string, string>> = {
  UT: 'GMT',
  CET: '+0100',
  CEST: '+0200',
  BST: '+0100',
  EET: '+0200',
  EEST: '+0300',
  MSK: '+0300',
};
const iso = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;
const zoneName = /\s([A-Z]{2,4})$/;
const zoneAtEnd = /(?:\s[A-Z]{1,4}|[+-]\d{2}:?\d{2})$/;

/** Parses a date of a feed or page, RFC 3339 or RFC 822; a time without a zone counts as UTC. Undefined if it is not a date. */
export function parseFeedDate(text: string): Temporal.Instant | undefined {
  const trimmed = text.trim();
  const match = iso.exec(trimmed);
  const milliseconds = Date.parse(match ? zonedIso(trimmed, match[1]) : zonedRfc822(trimmed));
  return Number.isNaN(milliseconds) ? undefined : Temporal.Instant.fromEpochMilliseconds(milliseconds);
}

function zonedIso(text: string, zone: string | undefined): string {
  return text.length > 10 && zone === undefined ? `${text}Z` : text;
}

function zonedRfc822(text: string): string {
  const known = text.replace(zoneName, (all, name: string) => (offsets[name] ? ` ${offsets[name]}` : all));
  return zoneAtEnd.test(known) ? known : `${known} GMT`;
}
