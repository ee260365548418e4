import { baseLanguage, fold } from './terms.ts';

/** How a language writes days and months, from CLDR through Intl. Keys are folded, without a dot at the end. */
export interface CalendarNames {
  /** Names of the months, as they stand alone, in a date and shortened: 1 to 12. */
  readonly months: ReadonlyMap<string, number>;
  /** Names of the days of the week, in full: 1 is Monday. */
  readonly weekdays: ReadonlyMap<string, number>;
  /** Short forms of months that are no full names: "sept". */
  readonly shortMonths: ReadonlySet<string>;
  /** What time is counted in, in all forms that a number asks for: "год", "года", "лет". */
  readonly units: ReadonlySet<string>;
  /** Writes a dot behind the number of a day: "3. Mai". */
  readonly hasDottedDays: boolean;
}

const known = new Map<string, CalendarNames>();

/** The names of months and days in a language; English ones where Intl knows none of its own. */
export function calendarNames(language: string): CalendarNames {
  const base = baseLanguage(language);
  let names = known.get(base);
  if (!names) {
    names = readNames(Intl.DateTimeFormat.supportedLocalesOf(base).length > 0 ? base : 'en');
    known.set(base, names);
  }
  return names;
}

/** A Monday. */
const firstDay = Date.UTC(2024, 0, 1);
const dayMs = 86_400_000;

function readNames(language: string): CalendarNames {
  const months = new Map<string, number>();
  const shortMonths = new Set<string>();
  const weekdays = new Map<string, number>();
  // Slavic languages decline a month beside its day.
  for (const options of [{ month: 'long' }, { month: 'long', day: 'numeric' }] as const) {
    for (const [name, month] of namesBy(language, options, 'month')) months.set(name, month);
  }
  for (const [name, month] of namesBy(language, { month: 'short', day: 'numeric' }, 'month')) {
    if (months.has(name)) continue;
    shortMonths.add(name);
    months.set(name, month);
  }
  for (const [name, day] of namesBy(language, { weekday: 'long' }, 'weekday')) weekdays.set(name, day);
  return { months, weekdays, shortMonths, units: unitsOf(language), hasDottedDays: hasDottedDays(language) };
}

/** The names of the twelve months or the seven days, with their numbers. */
function namesBy(
  language: string,
  options: Intl.DateTimeFormatOptions,
  type: 'month' | 'weekday',
): readonly (readonly [string, number])[] {
  const format = new Intl.DateTimeFormat(language, { timeZone: 'UTC', calendar: 'gregory', ...options });
  return Array.from({ length: type === 'month' ? 12 : 7 }, (_, index): readonly [string, number] => {
    const date = type === 'month' ? Date.UTC(2024, index, 3) : firstDay + index * dayMs;
    const name = format.formatToParts(date).find((part) => part.type === type)?.value ?? '';
    return [fold(name).replace(/\.$/, ''), index + 1];
  }).filter(([name]) => /\p{L}/u.test(name));
}

function unitsOf(language: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const unit of ['year', 'month', 'week', 'day', 'hour', 'minute', 'second']) {
    const format = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' });
    // Some languages have a form for two and another from five on.
    for (const count of [1, 2, 5]) {
      const name = format.formatToParts(count).find(({ type }) => type === 'unit')?.value;
      if (name !== undefined) names.add(fold(name));
    }
  }
  return names;
}

function hasDottedDays(language: string): boolean {
  const format = new Intl.DateTimeFormat(language, { timeZone: 'UTC', day: 'numeric', month: 'long' });
  const parts = format.formatToParts(firstDay);
  const day = parts.findIndex(({ type }) => type === 'day');
  return parts[day + 1]?.value.startsWith('.') ?? false;
}
