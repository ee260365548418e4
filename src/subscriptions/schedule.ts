import type { Catalog } from '../wording/catalog.ts';
import { en } from '../wording/en/index.ts';
import { listed, weekdayName } from '../wording/formats.ts';

/** 1 = Monday ... 7 = Sunday, as Temporal counts. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** When a subscription is due: on these days, at these local times (`HH:MM`, ascending), in this IANA zone. */
export interface Schedule {
  readonly days: readonly Weekday[];
  readonly times: readonly string[];
  readonly zone: string;
}

/** "weekdays at 08:00 and 17:00 (Seoul)", in a language. */
export function describeSchedule({ days, times, zone }: Schedule, say: Catalog = en): string {
  return say.subscription.daysAt(daysInWords(days, say), listed(times, say), zoneCity(zone), firstHour(times));
}

/** The hour of the first time, without a leading zero, on which a preposition may depend. */
export function firstHour([first = '']: readonly string[]): string {
  return String(Number.parseInt(first, 10));
}

/** "weekdays", or "Monday and Friday". */
export function daysInWords(days: readonly Weekday[], say: Catalog): string {
  const { daily, weekdays, weekends } = say.subscription;
  const groups: Readonly<Record<string, string>> = { '1,2,3,4,5,6,7': daily, '1,2,3,4,5': weekdays, '6,7': weekends };
  const names = days.map((day) => weekdayName(day, say));
  return groups[days.join()] ?? listed(names, say);
}

/** The city of a zone, as people say it: "New York". */
export function zoneCity(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
