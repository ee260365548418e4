import { UserError } from '../user-error.ts';

/** 1 = Monday ... 7 = Sunday, as Temporal counts. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** When a subscription is due: on these days, at these local times (`HH:MM`, ascending), in this IANA zone. */
export interface Schedule {
  readonly days: readonly Weekday[];
  readonly times: readonly string[];
  readonly zone: string;
}

const dayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const dayWords: Readonly<Record<string, readonly Weekday[]>> = {
  daily: [1, 2, 3, 4, 5, 6, 7],
  'every day': [1, 2, 3, 4, 5, 6, 7],
  weekdays: [1, 2, 3, 4, 5],
  weekends: [6, 7],
};
const maximumTimes = 12;

/** Times as people write them: "8", "8am", "08:00 and 17:00", "noon, 18.30". Throws UserError that quotes what it could not read. */
export function parseTimes(text: string): readonly string[] {
  const parts = text
    .toLowerCase()
    .replace(/\b(at|um|uhr|o'clock)\b/g, ' ')
    .split(/[,;&]|\band\b|\bund\b|\s+(?=\d{1,2}[:.]\d{2}|\d{1,2}\s*[ap]m|noon|midnight)/)
    .map((part) => part.trim())
    .filter(Boolean);
  const times = [...new Set(parts.map(parseTime))].toSorted();
  if (times.length === 0) throw new UserError('No time given. Write times such as 08:00, 8am or "08:00 and 17:00".');
  if (times.length > maximumTimes)
    throw new UserError(`${times.length} times a day are too many; use at most ${maximumTimes}.`);
  return times;
}

function parseTime(part: string): string {
  if (part === 'noon') return '12:00';
  if (part === 'midnight') return '00:00';
  const found = /^(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm)?$/.exec(part);
  const hour = found ? hourOf(Number(found[1]), found[3]) : Number.NaN;
  const minute = Number(found?.[2] ?? 0);
  if (!(hour >= 0 && hour <= 23 && minute <= 59)) {
    throw new UserError(`"${part}" is not a time of day. Write times such as 08:00, 8am or "08:00 and 17:00".`);
  }
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return Number.NaN;
  return (hour % 12) + (half === 'pm' ? 12 : 0);
}

/** Days as people write them: "daily", "weekdays", "weekends", "mon, wed and friday". Throws UserError. */
export function parseDays(text: string): readonly Weekday[] {
  const whole = dayWords[text.trim().toLowerCase()];
  if (whole) return whole;
  const parts = text
    .toLowerCase()
    .split(/[,;&\s]+|\band\b/)
    .filter((part) => part !== '' && part !== 'and');
  const days = parts.flatMap(parseDay);
  if (days.length === 0)
    throw new UserError('No day given. Use daily, weekdays, weekends, or names such as "mon, wed".');
  return [...new Set(days)].toSorted((a, b) => a - b);
}

function parseDay(part: string): readonly Weekday[] {
  const words = dayWords[part];
  if (words) return words;
  const index = part.length < 2 ? -1 : dayNames.findIndex((name) => name.startsWith(part) || `${name}s` === part);
  if (index < 0)
    throw new UserError(`Unknown day "${part}"; use daily, weekdays, weekends, or names such as "mon, wed".`);
  return [(index + 1) as Weekday];
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

export function describeDays(days: readonly Weekday[]): string {
  const word = Object.entries(dayWords).find(([, listing]) => listing.join() === days.join())?.[0];
  return word ?? listed(days.map((day) => capitalize(dayNames[day - 1] ?? '')));
}

/** The city of a zone, as people say it: "New York". */
export function zoneCity(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
