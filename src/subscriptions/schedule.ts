import { describeDays, listed } from './parse-days.ts';

/** 1 = Monday ... 7 = Sunday, as Temporal counts. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** When a subscription is due: on these days, at these local times (`HH:MM`, ascending), in this IANA zone. */
export interface Schedule {
  readonly days: readonly Weekday[];
  readonly times: readonly string[];
  readonly zone: string;
}

/** "weekdays at 08:00 and 17:00 (Seoul)". */
export function describeSchedule({ days, times, zone }: Schedule): string {
  return `${describeDays(days)} at ${listed(times)} (${zoneCity(zone)})`;
}

/** The city of a zone, as people say it: "New York". */
export function zoneCity(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
