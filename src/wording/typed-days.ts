import { weekdayName } from './formats.ts';
import { languages } from './wording-for.ts';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const days = { yesterday: -1, today: 0, tomorrow: 1, 'day after tomorrow': 2 } as const;
const units = { h: 'hour', d: 'day', w: 'week', m: 'month' } as const;
/** Numbers that between them take every plural form of a unit. */
const counts = [1, 2, 3, 5, 11, 21];

const named = new Map(languages.flatMap((language) => [...namesIn(language)]));
const unitOf = new Map(languages.flatMap((language) => [...unitsIn(language)]));

/**
 * A day or a span as people type it in any of our languages, as it is read: "hier" is "yesterday", "Montag" "monday", "3 дня" "3d". What
 * is none of these stays.
 */
export function dayInEnglish(text: string): string {
  const said = alike(text);
  const day = named.get(said);
  if (day !== undefined) return day;
  const [, count, unit = ''] = /^(\d{1,4})\s*(\D+)$/u.exec(said) ?? [];
  const short = unitOf.get(unit);
  return count !== undefined && short !== undefined ? `${count}${short}` : text;
}

/** "yesterday" in a language. */
export function relativeDay(day: keyof typeof days, { locale }: { readonly locale: string }): string {
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days[day], 'day');
}

function* namesIn(locale: string): Iterable<readonly [string, string]> {
  const relative = Object.keys(days) as (keyof typeof days)[];
  for (const day of relative) yield [alike(relativeDay(day, { locale })), day];
  for (const [index, day] of weekdays.entries()) {
    const name = alike(weekdayName(index + 1, { locale }));
    yield [name, day];
    // Portuguese leaves out the second half: "segunda-feira".
    yield [name.split('-')[0] ?? name, day];
  }
}

function* unitsIn(locale: string): Iterable<readonly [string, string]> {
  for (const [short, unit] of Object.entries(units)) {
    const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' });
    for (const count of counts) {
      const word = format.formatToParts(count).find(({ type }) => type === 'unit')?.value;
      if (word !== undefined) yield [alike(word), short];
    }
  }
}

function alike(text: string): string {
  return text
    .trim()
    .replaceAll(/[\u2019\u02BC]/gu, "'")
    .toLowerCase();
}
