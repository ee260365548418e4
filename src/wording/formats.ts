/** Where a catalog's dates, lists and names of languages come from. */
interface Locale {
  readonly locale: string;
}

/** "Friday 1 May 2026". */
export function longDay(day: Temporal.PlainDate, { locale }: Locale): string {
  const text = dated(day, locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  return locale.startsWith('en') ? text.replace(',', '') : text;
}

/** "1 May". */
export function dayAndMonth(day: Temporal.PlainDate, { locale }: Locale): string {
  return dated(day, locale, { day: 'numeric', month: 'long' });
}

/** "1 May 2026". */
export function fullDay(day: Temporal.PlainDate, { locale }: Locale): string {
  return dated(day, locale, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** "Friday 1 May". */
export function weekdayAndDay(day: Temporal.PlainDate, { locale }: Locale): string {
  const text = dated(day, locale, { weekday: 'long', day: 'numeric', month: 'long' });
  return locale.startsWith('en') ? text.replace(',', '') : text;
}

/** "Friday"; 1 is Monday. */
export function weekdayName(day: Temporal.PlainDate | number, { locale }: Locale): string {
  const date = typeof day === 'number' ? Temporal.PlainDate.from('2026-06-01').add({ days: day - 1 }) : day;
  return dated(date, locale, { weekday: 'long' });
}

/** "Fri"; 1 is Monday. */
export function shortWeekdayName(day: number, { locale }: Locale): string {
  const date = Temporal.PlainDate.from('2026-06-01').add({ days: day - 1 });
  return dated(date, locale, { weekday: 'short' }).replace('.', '');
}

/** "a, b and c". */
export function listed(parts: readonly string[], { locale }: Locale): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts);
}

/** "a, b or c". */
export function eitherOf(parts: readonly string[], { locale }: Locale): string {
  return new Intl.ListFormat(locale, { type: 'disjunction' }).format(parts);
}

/** A language by its name in the catalog's: `de` is "German". */
export function nameOfLanguage(code: string, { locale }: Locale): string {
  return new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code;
}

/** 1,234. */
export function numbered(number: number, { locale }: Locale): string {
  return number.toLocaleString(locale);
}

/** 1.50: to two places, for numbers that are compared. */
export function scored(number: number, { locale }: Locale): string {
  return number.toLocaleString(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

/** With a capital at its beginning, where the language has any. */
export function capitalized(text: string, { locale }: Locale): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}

/** By way of a Date: Temporal's own formatting writes Chinese days as "5/1" (Node 26). Intl knows no "1er mai". */
function dated(day: Temporal.PlainDate, locale: string, options: Intl.DateTimeFormatOptions): string {
  const noon = day.toZonedDateTime({ timeZone: 'UTC', plainTime: '12:00' });
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
    .formatToParts(new Date(noon.epochMilliseconds))
    .map(({ type, value }) => (type === 'day' && value === '1' && locale.startsWith('fr') ? '1er' : value))
    .join('');
}
