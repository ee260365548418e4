import { UserError } from '../user-error.ts';
import { timesInDigits } from './spoken-times.ts';

const maximumTimes = 12;
const mostQuoted = 60;
const named: Readonly<Record<string, string>> = {
  noon: '12:00',
  midday: '12:00',
  mittag: '12:00',
  mittags: '12:00',
  midnight: '00:00',
  mitternacht: '00:00',
};

/**
 * Times as people write them: "8", "8am", "08:00 and 17:00", "noon, 18.30", "half past eight". Throws UserError that quotes what it
 * could not read.
 */
export function parseTimes(text: string): readonly string[] {
  const parts = timesInDigits(text.toLowerCase())
    .replaceAll(/\b(\d{1,2})\s*uhr\s*(\d{2})\b(?!\s*uhr)/g, '$1:$2')
    .replaceAll(/\b(?:at|um|uhr|o'?\s?clock)\b/g, ' ')
    .replaceAll(/\b([ap])\.m\.?/g, '$1m')
    .split(/[,;&]|\band\b|\bund\b|\s+(?=\d{1,2}[:.h]\d{2}|\d{1,2}\s*[ap]m\b|noon|midnight|\d{1,2}\b)/)
    .map((part) => part.trim().replaceAll(/\s+/g, ' '))
    .filter(Boolean);
  const times = [...new Set(parts.map(parseTime))].toSorted();
  if (times.length === 0) throw new UserError(({ errors }) => errors.noTimes);
  if (times.length > maximumTimes)
    throw new UserError(({ errors }) => errors.tooManyTimes(String(times.length), String(maximumTimes)));
  return times;
}

function parseTime(part: string): string {
  const word = named[part];
  if (word !== undefined) return word;
  const found = /^(\d{1,2})(?:[:.h](\d{2})|h)?\s*(am|pm)?$/.exec(part);
  const hour = found ? hourOf(Number(found[1]), found[3]) : Number.NaN;
  const minute = Number(found?.[2] ?? 0);
  if (!(hour >= 0 && hour <= 23 && minute <= 59)) {
    throw new UserError(({ errors }) => errors.noTime(shortened(part)));
  }
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function shortened(part: string): string {
  return part.length > mostQuoted ? `${part.slice(0, mostQuoted)}…` : part;
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return Number.NaN;
  return (hour % 12) + (half === 'pm' ? 12 : 0);
}
