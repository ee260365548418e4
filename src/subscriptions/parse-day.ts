import { type TypedDate, typedDateAt } from '../text/typed-date.ts';
import { UserError } from '../user-error.ts';
import { fullDay } from '../wording/formats.ts';
import { dayInEnglish } from '../wording/typed-days.ts';
import { languages } from '../wording/wording-for.ts';
import { numbersInDigits } from './parse-times.ts';
import { dayOf } from './parse-when.ts';

const units: Readonly<Record<string, 'days' | 'weeks' | 'months'>> = { d: 'days', t: 'days', w: 'weeks', m: 'months' };
const named: Readonly<Record<string, number>> = {
  today: 0,
  heute: 0,
  tomorrow: 1,
  morgen: 1,
  'day after tomorrow': 2,
  'the day after tomorrow': 2,
  übermorgen: 2,
};

/** What people say before a day, in our languages. */
const opening =
  /^(?:(?:until|till|to|for|in|bis|für)\s+(?:(?:the|zum|zur|in)\s+)?|(?:jusqu['’](?:à|au|en)|hasta(?: el)?|até(?: o| a)?|до|حتى)\s+|直到|到)/u;

/** The day on which a rest ends, as people type it: "2026-12-24", "24 December", "3d", "2w", "tomorrow", "vendredi". Throws UserError. */
export function parseUntil(text: string, now: Temporal.Instant, zone: string): Temporal.PlainDate {
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const wanted = dayInEnglish(text.trim().toLowerCase().replace(opening, ''));
  const day = relativeDay(wanted, today) ?? calendarDay(wanted, now, zone)?.date;
  if (day === undefined) throw new UserError(({ errors }) => errors.noDay(text));
  if (Temporal.PlainDate.compare(day, today) <= 0)
    throw new UserError((say) => say.errors.dayPassed(text, fullDay(day, say), fullDay(today, say)));
  return day;
}

/** "3d", "2 weeks", "3 Tagen". */
const span = /^(\d{1,3})\s*(d|w|m|t(?=ag))(?:ays?|eeks?|onths?|agen?|ag|ochen?|onate?n?)?$/;

function relativeDay(wanted: string, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const days = Object.hasOwn(named, wanted) ? named[wanted] : undefined;
  if (days !== undefined) return today.add({ days });
  const counted = numbersInDigits(wanted).replace(/^(?:an?|eine[mnr]?|ein)\s+/, '1 ');
  const [, amount, unit = 'd'] = span.exec(counted) ?? [];
  if (amount !== undefined) return today.add({ [units[unit] ?? 'days']: Number(amount) });
  if (/^(?:next week|nächste woche)$/.test(wanted)) return today.add({ days: 8 - today.dayOfWeek });
  if (/^(?:next month|nächster monat|nächsten monat)$/.test(wanted)) return today.add({ months: 1 }).with({ day: 1 });
  const weekday = dayOf(wanted.replace(/^(?:next|on|am|nächsten|kommenden)\s+/, ''));
  return weekday && today.add({ days: (weekday - today.dayOfWeek + 7) % 7 || 7 });
}

/** A day of the calendar in any of our languages; without a year the next one. Of a day that could be two, "05/02/2027", none is guessed. */
function calendarDay(wanted: string, now: Temporal.Instant, zone: string): TypedDate | undefined {
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const found = typedDateAt(wanted.replace(/^\d{1,2}\.\d{1,2}$/u, '$&.'), languages, today);
  return found && !found.isAmbiguous && found.length >= wanted.replace(/\.$/u, '').length ? found : undefined;
}

/**
 * From when to when somebody wants a briefing: `since` as in parseSince, a span ("7d") ending with `until`; that is a day in the past to its
 * end, alone that day, or as a week the seven days that end with it. Throws UserError.
 */
export function parseWindow(
  {
    since,
    until,
    as,
  }: {
    readonly since?: string | undefined;
    readonly until?: string | undefined;
    readonly as?: string | undefined;
  },
  now: Temporal.Instant,
  zone: string,
): { readonly since?: Temporal.Instant; readonly until?: Temporal.Instant } {
  if (until === undefined) return since === undefined ? {} : { since: parseSince(since, now, zone) };
  const day = parseSince(until, now, zone).toZonedDateTimeISO(zone).startOfDay();
  if (Temporal.Instant.compare(day.toInstant(), now) > 0) throw new UserError(({ errors }) => errors.noSince(until));
  const next = day.add({ days: 1 }).toInstant();
  const end = Temporal.Instant.compare(next, now) > 0 ? now : next;
  const first = as === 'week' ? end.subtract({ hours: hoursOfWeek }) : day.toInstant();
  const start = since === undefined ? first : (spanBefore(since, end) ?? parseSince(since, now, zone));
  if (Temporal.Instant.compare(start, end) >= 0)
    throw new UserError(({ errors }) => errors.sinceAfterUntil(since ?? '', until), { field: 'since' });
  return { since: start, until: end };
}

const hoursOfWeek = 7 * 24;
const hours: Readonly<Record<string, number>> = { h: 1, d: 24, w: hoursOfWeek };

function typedInEnglish(text: string): string {
  return dayInEnglish(text).trim().toLowerCase();
}

/** Where a span that ends at an instant begins: "24h", "3 Tage"; undefined if the text is no span. */
function spanBefore(text: string, end: Temporal.Instant): Temporal.Instant | undefined {
  const span = /^(\d{1,4})\s*([hdw])(?:ours?|rs?|ays?|eeks?|ks?)?$/.exec(typedInEnglish(text));
  return span ? end.subtract({ hours: Number(span[1]) * (hours[span[2] ?? 'h'] ?? 1) }) : undefined;
}

/** How far back, as people type it in any of our languages: "24h", "3 Tage", "hier", "monday", "2026-05-01". Throws UserError. */
export function parseSince(text: string, now: Temporal.Instant, zone: string): Temporal.Instant {
  const start = spanBefore(text, now);
  if (start) return start;
  const wanted = typedInEnglish(text);
  const today = now.toZonedDateTimeISO(zone).startOfDay();
  if (wanted === 'today') return today.toInstant();
  if (wanted === 'yesterday') return today.subtract({ days: 1 }).toInstant();
  const weekday = dayOf(wanted);
  if (weekday) return today.subtract({ days: (today.dayOfWeek - weekday + 7) % 7 || 7 }).toInstant();
  const day = calendarDay(wanted, now, zone);
  if (day === undefined) throw new UserError(({ errors }) => errors.noSince(text));
  // Without a year it is the last one.
  const isAhead = day.isYearless && Temporal.PlainDate.compare(day.date, today.toPlainDate()) > 0;
  return (isAhead ? day.date.subtract({ years: 1 }) : day.date).toZonedDateTime(zone).toInstant();
}
