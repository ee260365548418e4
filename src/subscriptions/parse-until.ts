import { findDates } from '../language/dates.ts';
import { UserError } from '../user-error.ts';
import { dayOf } from './parse-days.ts';

const units: Readonly<Record<string, 'days' | 'weeks' | 'months'>> = { d: 'days', w: 'weeks', m: 'months' };

/** The day on which a rest ends, as people type it: "2026-12-24", "24 December", "3d", "2w", "tomorrow", "friday". Throws UserError. */
export function parseUntil(text: string, now: Temporal.Instant, zone: string): Temporal.PlainDate {
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const wanted = text
    .trim()
    .toLowerCase()
    .replace(/^(?:until|till|to|bis)\s+/, '');
  const day = relativeDay(wanted, today) ?? calendarDay(wanted, now, zone);
  if (day === undefined) throw new UserError(({ errors }) => errors.noDay(text));
  if (Temporal.PlainDate.compare(day, today) <= 0)
    throw new UserError(({ errors }) => errors.dayPassed(text, String(day), String(today)));
  return day;
}

function relativeDay(wanted: string, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  if (wanted === 'tomorrow' || wanted === 'morgen') return today.add({ days: 1 });
  const [, amount, unit = 'd'] = /^(\d{1,3})\s*(d|w|m)(?:ays?|eeks?|onths?)?$/.exec(wanted) ?? [];
  if (amount !== undefined) return today.add({ [units[unit] ?? 'days']: Number(amount) });
  const weekday = dayOf(wanted.replace(/^(?:next|on|am)\s+/, ''));
  return weekday && today.add({ days: (weekday - today.dayOfWeek + 7) % 7 || 7 });
}

/** A date without a year is the next one. */
function calendarDay(wanted: string, now: Temporal.Instant, zone: string): Temporal.PlainDate | undefined {
  if (/^\d{4}-\d{2}-\d{2}$/.test(wanted)) return isoDay(wanted);
  if (!/\d/.test(wanted)) return undefined;
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const written = wanted.replace(/^(\d{1,2}\.\d{1,2})\.?$/, `$1.${today.year}`);
  for (const language of ['en', 'de']) {
    const [found] = findDates(written, language, now, zone);
    if (!found || !/^\d{4}-\d{2}-\d{2}$/.test(found.date)) continue;
    const date = Temporal.PlainDate.from(found.date);
    const isPast = Temporal.PlainDate.compare(date, today) <= 0;
    return isPast && !/\d{4}/.test(wanted) ? date.add({ years: 1 }) : date;
  }
  return undefined;
}

function isoDay(text: string): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    // Written like a day, but there is none, 2026-02-30.
    return undefined;
  }
}
