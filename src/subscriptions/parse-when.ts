import { UserError } from '../user-error.ts';
import { timesInEnglish } from '../wording/typed-times.ts';
import { parseTimes } from './parse-times.ts';
import type { Schedule, Weekday } from './schedule.ts';

/**
 * Times, and the days that stand among them: "8am", "weekdays at noon", "Mon-Fri 8 and 17:00", "daily". What is not said is left out.
 * `days` are those given apart, which must not be given twice. Throws UserError.
 */
export function parseWhen(typed = '', typedDays = ''): Partial<Pick<Schedule, 'days' | 'times'>> {
  const text = timesInEnglish(typed.replaceAll(/\s+/gu, ' '));
  const days = timesInEnglish(typedDays.replaceAll(/\s+/gu, ' '));
  const found = findDays(text);
  if (found.days.length > 0 && days.trim() !== '')
    throw new UserError(({ errors }) => errors.daysTwice(typed.trim(), typedDays.trim()));
  const timed = found.rest
    .split('|')
    .filter((part) => /[\p{L}\p{N}]/u.test(part.replaceAll(/\b(?:and|und|at|um)\b/g, '')));
  if (found.days.length === 0 && timed.length === 0 && typed.trim() !== '') parseTimes(text);
  if (timed.length > 1) {
    // "daily except sundays": reports an invalid time as such.
    for (const part of timed) parseTimes(part);
    throw new UserError(({ errors }) => errors.timesDiffer(typed.trim()));
  }
  const [times] = timed;
  return {
    ...(found.days.length > 0 ? { days: found.days } : {}),
    ...(days.trim() === '' ? {} : { days: parseDays(days) }),
    ...(times === undefined ? {} : { times: parseTimes(times) }),
  };
}

const names = [
  ['monday', 'montag'],
  ['tuesday', 'dienstag'],
  ['wednesday', 'mittwoch'],
  ['thursday', 'donnerstag'],
  ['friday', 'freitag'],
  ['saturday', 'samstag', 'sonnabend'],
  ['sunday', 'sonntag'],
] as const;
const everyDay: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const groups: Readonly<Record<string, readonly Weekday[]>> = {
  daily: everyDay,
  weekdays: [1, 2, 3, 4, 5],
  weekends: [6, 7],
};
/** Other words for the same. */
const groupWords: Readonly<Record<string, readonly Weekday[]>> = {
  ...groups,
  everyday: everyDay,
  täglich: everyDay,
  weekday: [1, 2, 3, 4, 5],
  workday: [1, 2, 3, 4, 5],
  workdays: [1, 2, 3, 4, 5],
  werktag: [1, 2, 3, 4, 5],
  werktags: [1, 2, 3, 4, 5],
  wochentags: [1, 2, 3, 4, 5],
  weekend: [6, 7],
  wochenende: [6, 7],
};
const fillers = /\b(?:on|the|am|every|each|jeden|and|und)\b/g;
/** A word or a range of two, with what people put before a day. The "am" of "8 am" belongs to its time. */
const dayWord = /((?:(?<!\d\s*)\bam|\b(?:on|the|every|each|jeden))\s+)?(\p{L}{2,}(?:-\p{L}{2,})?)/gu;

/** Days as people write them: "daily", "weekdays", "mon, wed and friday", "Mon-Fri". Throws UserError. */
export function parseDays(text: string): readonly Weekday[] {
  const { days, rest } = findDays(text);
  const [unknown] = rest
    .replace(fillers, ' ')
    .split(/[,;&|\s]+/)
    .filter(Boolean);
  if (unknown !== undefined) throw new UserError(({ errors }) => errors.unknownDay(unknown));
  if (days.length === 0) throw new UserError(({ errors }) => errors.noDays);
  return days;
}

/** The days that a text names, in the order of the week, and the text with a bar in the place of each. */
function findDays(text: string): { readonly days: readonly Weekday[]; readonly rest: string } {
  const joined = text
    .toLowerCase()
    .replaceAll(/\b(?:every|each) day\b|\bjeden tag\b/g, 'daily')
    .replaceAll(/(\p{L}{2,})(?:\s*[-–]\s*|\s+(?:to|through|bis)\s+)(?=\p{L}{2,})/gu, '$1-');
  const found: Weekday[] = [];
  const rest = joined.replaceAll(dayWord, (whole, _before, word: string) => {
    const days = daysOf(word);
    found.push(...(days ?? []));
    return days ? ' | ' : whole;
  });
  return { days: [...new Set(found)].toSorted((a, b) => a - b), rest };
}

/** "weekdays", or "Monday, Wednesday and Friday". */
export function describeDays(days: readonly Weekday[]): string {
  const word = Object.entries(groups).find(([, group]) => group.join() === days.join())?.[0];
  return word ?? listed(days.map((day) => capitalize(names[day - 1]?.[0] ?? '')));
}

/** "a, b and c". */
export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

function daysOf(word: string): readonly Weekday[] | undefined {
  const group = groupWords[word];
  if (group) return group;
  const [first, last] = word.split('-').map(dayOf);
  if (first === undefined || (last === undefined && word.includes('-'))) return undefined;
  if (last === undefined) return [first];
  const length = ((last - first + 7) % 7) + 1;
  return Array.from({ length }, (_, index) => (((first - 1 + index) % 7) + 1) as Weekday);
}

/** A name, its beginning ("tu", "Thurs", "Mi"), its plural, or German "montags". */
export function dayOf(word: string): Weekday | undefined {
  const index = names.findIndex((spellings) => spellings.some((name) => name.startsWith(word) || `${name}s` === word));
  return index < 0 || word.length < 2 ? undefined : ((index + 1) as Weekday);
}

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
