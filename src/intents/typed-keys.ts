import { parseSince, parseUntil } from '../subscriptions/parse-day.ts';
import { parseLanguage } from '../subscriptions/parse-language.ts';
import { parseTimes } from '../subscriptions/parse-times.ts';
import { parseDays } from '../subscriptions/parse-when.ts';
import { parseZoneByPrefix } from '../subscriptions/parse-zone.ts';
import { dayOf } from '../text/found-date.ts';
import type { Slots, TypedLine } from './line.ts';
import { weekdays } from './sentence.ts';

/** What a line says by keys of the strict syntax, "length:short", and the line without them. */
export interface TypedKeys {
  readonly text: string;
  readonly slots: Slots;
  /** What `without:` leaves out, as typed. */
  readonly without: readonly string[];
}

type When = Pick<TypedLine, 'now' | 'zone'>;
const oneOf =
  <Name extends keyof Slots>(slot: Name, values: readonly NonNullable<Slots[Name]>[]) =>
  (typed: string): Slots | undefined => {
    const value = values.find((each) => each === typed.toLowerCase());
    return value === undefined ? undefined : { [slot]: value };
  };

/** What is typed behind each key, read as the option of that name; a value that is none throws or is undefined. */
const readers = new Map<string, (typed: string, when: When) => Slots | undefined>(
  Object.entries({
    as: oneOf('as', ['digest', 'alerts', 'both', 'week']),
    length: oneOf('length', ['headlines', 'short', 'normal', 'long']),
    language: (typed) => ({ language: parseLanguage(typed).split('-')[0] ?? typed }),
    zone: (typed) => ({ zone: parseZoneByPrefix(typed) }),
    times: (typed) => ({ times: parseTimes(typed) }),
    days: (typed) => ({ days: daysOf(typed) }),
    stories: (typed) => (/^\d{1,2}$/u.test(typed) ? { stories: Number(typed) } : undefined),
    until: (typed, when) => ({ until: dayUntil(typed, when) }),
    since: (typed, { now, zone }) => {
      if (/^\d+[hdw]$|^yesterday$/u.test(typed)) return { since: typed };
      return { since: dayOf(parseSince(typed, now, zone), zone) };
    },
  }),
);

const keyPattern = /(?<![\p{L}\p{N}:])(?<key>\p{L}{2,12}):(?:"(?<quoted>[^"]+)"|(?<bare>[^\s"]+))/giu;

/** Takes the keys of the strict syntax out of a line. One whose value cannot be read stays where it is. */
export function takeKeys(text: string, when: When): TypedKeys {
  const slots: Record<string, unknown> = {};
  const without: string[] = [];
  const rest = text.replaceAll(keyPattern, (whole, ...found) => {
    const { key = '', quoted, bare = '' } = found.at(-1) as Readonly<Record<string, string | undefined>>;
    const value = (quoted ?? bare).replace(/[,;]{1,3}$/u, '');
    if (key.toLowerCase() === 'without') {
      without.push(...value.split(',').map((each) => each.trim()));
      return ' ';
    }
    const read = readOrNone(() => readers.get(key.toLowerCase())?.(value, when));
    if (!read) return whole;
    Object.assign(slots, read);
    return ' ';
  });
  const isFound = without.length > 0 || Object.keys(slots).length > 0;
  return { text: isFound ? rest.replaceAll(/\s+/gu, ' ').trim() : text, slots, without };
}

function readOrNone<Read>(read: () => Read): Read | undefined {
  try {
    return read();
  } catch {
    // The command's own reader says what is wrong with it.
    return undefined;
  }
}

function daysOf(typed: string): string {
  const days = parseDays(typed);
  const groups = { daily: '1,2,3,4,5,6,7', weekdays: '1,2,3,4,5', weekends: '6,7' };
  const group = Object.entries(groups).find(([, list]) => list === days.join())?.[0];
  return group ?? days.map((day) => weekdays[day - 1]).join(',');
}

/** A day to come ends a rest, one that is past a briefing. */
function dayUntil(typed: string, { now, zone }: When): string {
  return readOrNone(() => parseUntil(typed, now, zone).toString()) ?? dayOf(parseSince(typed, now, zone), zone);
}
