import { UserError } from '../user-error.ts';
import { dayInEnglish } from '../wording/typed-days.ts';
import { dayOf } from './parse-days.ts';

const hours: Readonly<Record<string, number>> = { h: 1, d: 24, w: 168 };

/** How far back, as people type it in any of our languages: "24h", "3 Tage", "hier", "monday", "2026-05-01". Throws UserError. */
export function parseSince(text: string, now: Temporal.Instant, zone: string): Temporal.Instant {
  const wanted = dayInEnglish(text).trim().toLowerCase();
  const span = /^(\d{1,4})\s*(h|d|w)[a-z]*$/.exec(wanted);
  if (span) return now.subtract({ hours: Number(span[1]) * (hours[span[2] ?? 'h'] ?? 1) });
  const today = now.toZonedDateTimeISO(zone).startOfDay();
  if (wanted === 'today') return today.toInstant();
  if (wanted === 'yesterday') return today.subtract({ days: 1 }).toInstant();
  const weekday = dayOf(wanted);
  if (weekday) return today.subtract({ days: (today.dayOfWeek - weekday + 7) % 7 || 7 }).toInstant();
  try {
    return Temporal.PlainDate.from(wanted).toZonedDateTime(zone).toInstant();
  } catch (cause) {
    throw new UserError(({ errors }) => errors.noSince(text), { cause });
  }
}
