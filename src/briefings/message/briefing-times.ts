import { dayAndMonth, fullDay, weekdayName } from '../../wording/formats.ts';
import type { BriefingFrame } from './briefing-frame.ts';
import type { BriefingWording } from './wording.ts';

/** "today 17:00", "Monday 08:00", "12 July 08:00", "23 May 2011 02:00", seen from the frame's time. */
export function dayAndTime(instant: string, { zone, at }: BriefingFrame, wording: BriefingWording): string {
  const then = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  const now = at.toZonedDateTimeISO(zone);
  const days = now.toPlainDate().until(then.toPlainDate()).days;
  if (days === 0) return `${wording.today} ${clockTime(then)}`;
  if (days === 1) return `${wording.tomorrow} ${clockTime(then)}`;
  const date = then.toPlainDate();
  return `${nearDay(date, Math.abs(days), wording)} ${clockTime(then)}`;
}

/** As much of a date as says which day is meant, so many days away. */
function nearDay(date: Temporal.PlainDate, days: number, wording: BriefingWording): string {
  if (days < 7) return weekdayName(date, wording);
  return days < 300 ? dayAndMonth(date, wording) : fullDay(date, wording);
}

export function clockTime(time: Temporal.ZonedDateTime): string {
  return time.toPlainTime().toString({ smallestUnit: 'minute' });
}

export function cityOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
