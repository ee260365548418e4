/** How exact a number is meant to be. */
export type Bound = 'exact' | 'about' | 'atLeast' | 'atMost' | 'nearly';

export const currencies: ReadonlyMap<string, string> = new Map([
  ['$', 'dollar'],
  ['€', 'euro'],
  ['£', 'pound'],
  ['¥', 'yen'],
]);

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
    language === 'de' ? (ordinals.de ?? []).indexOf(key.replace(/e[nrms]?$/, '')) : (ordinals.en ?? []).indexOf(key);
  return place >= 0 ? place + 1 : undefined;
}
