import { parseWhen } from '../subscriptions/parse-when.ts';
import { nearZones, zonesBeginning } from '../subscriptions/parse-zone.ts';
import { daysInWords, firstHour, type Weekday } from '../subscriptions/schedule.ts';
import { fold } from '../text/terms.ts';
import { UserError } from '../user-error.ts';
import type { Catalog } from '../wording/catalog.ts';
import { listed, weekdayName } from '../wording/formats.ts';
import { relativeDay } from '../wording/typed-days.ts';
import { wordingFor } from '../wording/wording-for.ts';
import type { Suggestion } from './suggestions.ts';

type Days = readonly Weekday[];

const workdays: Days = [1, 2, 3, 4, 5];
const everyDay: Days = [...workdays, 6, 7];
const times: readonly { readonly days?: Days; readonly times: readonly string[] }[] = [
  { times: ['08:00'] },
  { times: ['07:30'] },
  { times: ['12:00'] },
  { times: ['17:00'] },
  { times: ['08:00', '17:00'] },
  { days: workdays, times: ['08:00'] },
  { days: workdays, times: ['12:00'] },
  { days: [7], times: ['18:00'] },
];
const days: readonly Days[] = [everyDay, workdays, [6, 7], [1], [2], [3], [4], [5], [6], [7], [1, 3, 5]];
const english = wordingFor('en');

/** How what was typed is read, then what begins so, in the words of a language or in English. */
export function timeSuggestions(typed: string, say: Catalog): Suggestion[] {
  const read = typed.trim() === '' ? [] : readTimes(typed, say);
  return [...read, ...beginning(typed, say, (words) => times.map((one) => written(one, words)))].filter(isFirst);
}

export function daySuggestions(typed: string, say: Catalog): Suggestion[] {
  return beginning(typed, say, (words) => days.map((one) => daysInWords(one, words)));
}

export function sinceSuggestions(typed: string, say: Catalog): Suggestion[] {
  return beginning(typed, say, (words) => [
    '24h',
    '3d',
    '7d',
    relativeDay('today', words),
    relativeDay('yesterday', words),
    weekdayName(1, words),
    '2w',
  ]);
}

/** The presets that are not typed yet, behind those that are. */
export function withoutSuggestions(typed: string, { briefing }: Catalog): Suggestion[] {
  const at = typed.lastIndexOf(',') + 1;
  const [before, part] = [typed.slice(0, at), fold(typed.slice(at).trim())];
  const left = Object.entries(briefing.presets).filter(([id]) => !before.split(',').includes(id));
  const fitting = left.filter(([id, name]) => id.startsWith(part) || fold(name).startsWith(part));
  return fitting.map(([id, name]) => ({ label: name, value: `${before}${id}` }));
}

export function quietSuggestions(typed: string, say: Catalog): Suggestion[] {
  const { noQuiet } = say.service.settings;
  const found = beginning(typed, say, ({ service }) => [
    '22:00-07:00',
    '20:00-08:00',
    '00:00-06:00',
    service.settings.noQuiet,
  ]);
  // Whoever knows it from elsewhere types "off".
  return found.length > 0 || !'off'.startsWith(fold(typed)) ? found : [{ label: noQuiet, value: noQuiet }];
}

/** Zones whose city or name begins so, else near ones. */
export function zoneSuggestions(typed: string): Suggestion[] {
  const begun = zonesBeginning(typed.trim());
  return (begun.length > 0 ? begun : nearZones(typed.trim())).map((zone) => ({ label: zone, value: zone }));
}

function readTimes(typed: string, say: Catalog): Suggestion[] {
  try {
    const { days: named, times: read } = parseWhen(typed);
    const value = written({ ...(named && { days: named }), times: read ?? [] }, say);
    return [{ label: value, value }];
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
}

/** As it is typed, and read again: "weekdays at 08:00". */
function written(
  { days: named, times: at }: { readonly days?: Days; readonly times: readonly string[] },
  say: Catalog,
) {
  const atTimes = listed(at, say);
  if (!named) return atTimes;
  return at.length === 0
    ? daysInWords(named, say)
    : say.subscription.form.daysAt(daysInWords(named, say), atTimes, firstHour(at));
}

/** Values of a language that begin so there or in English. */
function beginning(typed: string, say: Catalog, valuesIn: (words: Catalog) => readonly string[]): Suggestion[] {
  const wanted = fold(typed.trim());
  const inEnglish = valuesIn(english);
  return valuesIn(say).flatMap((value, index) =>
    [value, inEnglish[index] ?? ''].some((one) => fold(one).startsWith(wanted)) ? [{ label: value, value }] : [],
  );
}

function isFirst({ value }: Suggestion, index: number, all: readonly Suggestion[]): boolean {
  return all.findIndex((other) => other.value === value) === index;
}
