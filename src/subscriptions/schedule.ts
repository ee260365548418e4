import { UserError } from '../user-error.ts';
import { describeDays, listed } from './parse-days.ts';

/** 1 = Monday ... 7 = Sunday, as Temporal counts. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** When a subscription is due: on these days, at these local times (`HH:MM`, ascending), in this IANA zone. */
export interface Schedule {
  readonly days: readonly Weekday[];
  readonly times: readonly string[];
  readonly zone: string;
}

/** An IANA zone, or the zone of a city: "Asia/Seoul", "seoul", "new york". Throws UserError with near ones. */
export function parseZone(text: string): string {
  const wanted = text.trim().replaceAll(' ', '_').toLowerCase();
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')];
  const found =
    zones.find((zone) => zone.toLowerCase() === wanted) ??
    zones.find((zone) => zone.toLowerCase().endsWith(`/${wanted}`));
  if (found) return found;
  try {
    return new Temporal.ZonedDateTime(0n, text.trim()).timeZoneId;
  } catch (cause) {
    const near = zones.filter((zone) => zone.toLowerCase().includes(wanted)).slice(0, 4);
    throw new UserError(
      `Unknown time zone "${text}"; use ${near.length > 0 ? near.join(', ') : 'a name such as Europe/Berlin or Asia/Seoul'}.`,
      { cause },
    );
  }
}

/** "weekdays at 08:00 and 17:00 (Seoul)". */
export function describeSchedule({ days, times, zone }: Schedule): string {
  return `${describeDays(days)} at ${listed(times)} (${zoneCity(zone)})`;
}

/** The city of a zone, as people say it: "New York". */
export function zoneCity(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
