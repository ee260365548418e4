import { fold } from '../language/terms.ts';
import { describeDays, listed } from '../subscriptions/parse-days.ts';
import { parseWhen } from '../subscriptions/parse-when.ts';
import { zoneCity } from '../subscriptions/schedule.ts';
import { UserError } from '../user-error.ts';
import type { Suggestion } from './suggestions.ts';

const times = [
  '08:00',
  '07:30',
  '12:00',
  '17:00',
  '08:00 and 17:00',
  'weekdays at 08:00',
  'weekdays at noon',
  'sundays at 18:00',
];
const days = [
  'daily',
  'weekdays',
  'weekends',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
  'mon, wed, fri',
];
const sinces = ['24h', '3d', '7d', 'today', 'yesterday', 'monday', '2w'];
const quiets = ['22:00-07:00', '20:00-08:00', '00:00-06:00', 'off'];

/** How what was typed is read, then what begins so. */
export function timeSuggestions(typed: string): Suggestion[] {
  const read = typed.trim() === '' ? undefined : readTimes(typed);
  return [...(read === undefined ? [] : [read]), ...beginning(times, typed)].filter(isFirst);
}

export const daySuggestions = (typed: string): Suggestion[] => beginning(days, typed);
export const sinceSuggestions = (typed: string): Suggestion[] => beginning(sinces, typed);
export const quietSuggestions = (typed: string): Suggestion[] => beginning(quiets, typed);

/** Zones whose city begins so, then those that hold it. */
export function zoneSuggestions(typed: string): Suggestion[] {
  const wanted = fold(typed).replaceAll(' ', '_');
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')];
  const byCity = zones.filter((zone) => fold(zoneCity(zone)).replaceAll(' ', '_').startsWith(wanted));
  const others = zones.filter((zone) => !byCity.includes(zone) && fold(zone).includes(wanted));
  return [...byCity, ...others].map((zone) => ({ label: zone, value: zone }));
}

function readTimes(typed: string): Suggestion | undefined {
  try {
    const { days: named, times: read } = parseWhen(typed);
    const value = [named ? describeDays(named) : '', read ? listed(read) : ''].filter(Boolean).join(' at ');
    return { label: value, value };
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

function beginning(values: readonly string[], typed: string): Suggestion[] {
  const wanted = typed.trim().toLowerCase();
  return values.filter((value) => value.startsWith(wanted)).map((value) => ({ label: value, value }));
}

function isFirst({ value }: Suggestion, index: number, all: readonly Suggestion[]): boolean {
  return all.findIndex((other) => other.value === value) === index;
}
