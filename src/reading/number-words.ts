import type { Bound } from './read-quantities.ts';

/** Words for a share. */
export const fractions: ReadonlyMap<string, number> = new Map([
  ['half', 0.5],
  ['halfte', 0.5],
  ['halb', 0.5],
  ['drittel', 0.3333],
  ['two-thirds', 0.6667],
  ['viertel', 0.25],
]);

/** Vague quantities, each with its value for comparison. */
export const vague: ReadonlyMap<string, string> = new Map(
  Object.entries({
    dozens: 'dozens dutzende dutzenden',
    hundreds: 'hundreds hunderte hunderten',
    thousands: 'thousands tausende tausenden',
    millions: 'millions',
    billions: 'billions',
    twice: 'twice double doubled doubles doubling verdoppelt doppelt verdoppelte verdoppeln',
    thrice: 'triple tripled verdreifacht verdreifachte',
  }).flatMap(([name, words]) => words.split(' ').map((word): [string, string] => [word, name])),
);

export const currencies: ReadonlyMap<string, string> = new Map([
  ['$', 'dollar'],
  ['€', 'euro'],
  ['£', 'pound'],
  ['¥', 'yen'],
]);

/** Units by every way they are written. */
export const measures: ReadonlyMap<string, string> = new Map(
  Object.entries({
    percent: 'percent per prozent pct',
    'percentage points': 'prozentpunkte prozentpunkten prozentpunkt',
    dollar: 'dollar dollars',
    euro: 'euro euros',
    pound: 'pound pounds pfund',
    yen: 'yen',
    won: 'won',
    kilometer: 'km kilometer kilometers kilometre kilometres kilometern',
    mile: 'mile miles meilen',
    meter: 'meter meters metre metres metern',
    ton: 'ton tons tonne tonnes tonnen',
    hour: 'hour hours stunde stunden',
    minute: 'minute minutes minuten',
    day: 'day days tag tage tagen',
    week: 'week weeks woche wochen',
    month: 'month months monat monate monaten',
    year: 'year years jahr jahre jahren',
    degree: 'degree degrees grad',
  }).flatMap(([unit, words]) => words.split(' ').map((word): [string, string] => [word, unit])),
);

/** What precedes an inexact number; the first that matches. */
export const bounds: readonly (readonly [Bound, RegExp])[] = [
  ['nearly', /\b(?:nearly|almost|close to|just under|fast|knapp|beinahe)\s*$/u],
  ['about', /\b(?:about|around|roughly|some|approximately|an estimated|rund|etwa|ungefähr|ca\.?|circa|geschätzt)\s*$/u],
  ['atMost', /\b(?:at most|up to|less than|fewer than|under|below|höchstens|bis zu|weniger als|unter)\s*$/u],
  ['atLeast', /\b(?:at least|more than|over|above|mindestens|wenigstens|mehr als|über|gut)\s*$/u],
];

const englishTens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const germanTens = 'zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig'.split(' ');
const germanOnes = 'ein zwei drei vier funf sechs sieben acht neun'.split(' ');
const ordinals: Readonly<Record<string, readonly string[]>> = {
  en: 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' '),
  de: 'erst zweit dritt viert funft sechst siebt acht neunt zehnt'.split(' '),
};

/** "Forty" and "einundzwanzig", "hundert" and "tausend"; numbers.ts covers the rest. */
export function compoundValue(key: string, language: string): number | undefined {
  const tens = (language === 'de' ? germanTens : englishTens).indexOf(key);
  if (tens >= 0) return (tens + 2) * 10;
  if (language !== 'de') return undefined;
  if (key === 'hundert' || key === 'tausend') return key === 'hundert' ? 100 : 1000;
  const [, ones = '', ten = ''] = /^(\p{L}+?)und(\p{L}+zig|dreissig)$/u.exec(key) ?? [];
  const [one, of] = [germanOnes.indexOf(ones), germanTens.indexOf(ten)];
  return one >= 0 && of >= 0 ? (of + 2) * 10 + one + 1 : undefined;
}

/** The rank of an ordinal: "third", "3rd", "dritten"; "first" too, since being first is a claim. */
export function ordinalValue(key: string, language: string): number | undefined {
  const digits = /^(\d{1,3})(?:st|nd|rd|th)$/.exec(key)?.[1];
  if (digits) return Number(digits);
  if (key === 'erstmals') return 1;
  const place =
    language === 'de'
      ? (ordinals.de ?? []).findIndex((stem) => new RegExp(`^${stem}e[nrms]?$`).test(key))
      : (ordinals.en ?? []).indexOf(key);
  return place >= 0 ? place + 1 : undefined;
}
