import { UserError } from '../user-error.ts';

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
  const parts = timesInDigits(text.toLowerCase().replaceAll(/\s+/g, ' '))
    .replaceAll(/\b(\d{1,2})\s*uhr\s*(\d{2})\b(?!\s*uhr)/g, '$1:$2')
    .replaceAll(/\b(?:at|um|uhr|o'?\s?clock)\b/g, ' ')
    .replaceAll(/\b([ap])\.m\.?/g, '$1m')
    .split(/[,;&]|\band\b|\bund\b|\s+(?=\d{1,2}[:.h]\d{2}|\d{1,2}\s*[ap]m\b|noon|midnight|\d{1,2}\b)/)
    .map((part) => part.trim().replaceAll(/\s+/g, ' '))
    .filter(Boolean);
  const times = [...new Set(parts.map((part) => parseTime(part, text)))].toSorted();
  if (times.length === 0) throw new UserError(({ errors }) => errors.noTimes);
  if (times.length > maximumTimes)
    throw new UserError(({ errors }) => errors.tooManyTimes(String(times.length), String(maximumTimes)));
  return times;
}

function parseTime(part: string, text: string): string {
  const word = named[part];
  if (word !== undefined) return word;
  const found = /^(\d{1,2})(?:[:.h](\d{2})|h)?\s*(am|pm)?$/.exec(part);
  const hour = found ? hourOf(Number(found[1]), found[3]) : Number.NaN;
  const minute = Number(found?.[2] ?? 0);
  if (!(hour >= 0 && hour <= 23 && minute <= 59)) {
    throw new UserError(({ errors }) => errors.noTime(shortened(asTyped(part, text))));
  }
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** "25 o clock", of which "25" was tried. */
function asTyped(part: string, text: string): string {
  const at = text.toLowerCase().indexOf(part);
  if (at < 0) return part;
  const end = at + part.length;
  const [word = ''] = /^ ?(?:uhr|o'? ?clock)\b/iu.exec(text.slice(end, end + 12)) ?? [];
  return text.slice(at, end + word.length);
}

function shortened(part: string): string {
  return part.length > mostQuoted ? `${part.slice(0, mostQuoted)}…` : part;
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return Number.NaN;
  return (hour % 12) + (half === 'pm' ? 12 : 0);
}

const numberNames: readonly (readonly [number, string])[] = [
  [1, 'one|eins'],
  [2, 'two|zwei'],
  [3, 'three|drei'],
  [4, 'four|vier'],
  [5, 'five|fünf'],
  [6, 'six|sechs'],
  [7, 'seven|sieben'],
  [8, 'eight|acht'],
  [9, 'nine|neun'],
  [10, 'ten|zehn'],
  [11, 'eleven|elf'],
  [12, 'twelve|zwölf'],
];
const numbers = new Map(
  numberNames.flatMap(([number, words]) => words.split('|').map((word) => [word, number] as const)),
);

const time = '(?<hour>\\d{1,2})(?<rest>[:.h]\\d{2})?';
const clock = "(?:\\s*(?:uhr|o'?\\s?clock))?";
const halves = {
  am: '(?:early\\s+)?mornings?|morgens?|frühs?|vormittags?',
  pm: 'afternoons?|evenings?|nachmittags?|abends?',
  night: 'nights?|nachts?',
};
const half = `(?:(?<am>${halves.am})|(?<pm>${halves.pm})|(?<night>${halves.night}))(?!\\p{L})`;
/** "8 in the morning", "8 Uhr abends". */
const after = new RegExp(
  `(?<!\\d)${time}${clock}\\s*(?:(?:in|at|on|every|each|am|in der)\\s+(?:the\\s+)?)?${half}`,
  'gu',
);
/** "abends um 8", "in the morning at 8". */
const before = new RegExp(
  `(?<!\\p{L})(?:(?:in the|every|each|am|jeden)\\s+)?${half}\\s*(?:at|um)?\\s*${time}(?![\\d:])${clock}`,
  'gu',
);

/** Numbers that are words, in digits: "acht" is 8. The text is in lower case. */
export function numbersInDigits(text: string): string {
  return text.replaceAll(/\p{L}+/gu, (word) => String(numbers.get(word) ?? word));
}

/** Times as people say them in English and German, in digits: "quarter past eight", "halb neun", "8 Uhr abends". Lower case. */
function timesInDigits(text: string): string {
  return numbersInDigits(text)
    .replaceAll(/\b([01]\d|2[0-3])([0-5]\d)\b/g, '$1:$2')
    .replaceAll(/\b(?:a )?half (?:past )?(\d{1,2})\b/g, '$1:30')
    .replaceAll(/\b(?:a )?quarter past (\d{1,2})\b|\bviertel nach (\d{1,2})\b/g, (_all, en, de) => `${en ?? de}:15`)
    .replaceAll(/\bhalb (\d{1,2})\b/g, (_all, hour) => `${hourBefore(hour)}:30`)
    .replaceAll(
      /\b(?:(?:a )?quarter to|viertel vor|dreiviertel) (\d{1,2})\b/g,
      (_all, hour) => `${hourBefore(hour)}:45`,
    )
    .replaceAll(after, inHalf)
    .replaceAll(before, inHalf);
}

function hourBefore(hour: string): number {
  return Number(hour) === 1 ? 12 : (Number(hour) + 23) % 24;
}

/** With "am" or "pm" where the hour needs it; "11 at night" is before midnight, "2 at night" after it. */
function inHalf(...match: readonly unknown[]): string {
  const { hour = '', rest = '', pm, night } = match.at(-1) as Readonly<Record<string, string | undefined>>;
  const isEvening = pm !== undefined || (night !== undefined && Number(hour) > 5 && Number(hour) < 12);
  return Number(hour) < 1 || Number(hour) > 12 ? `${hour}${rest}` : `${hour}${rest}${isEvening ? 'pm' : 'am'}`;
}
