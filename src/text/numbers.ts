import { baseLanguage, fold, type Word, wordsOf } from './terms.ts';

/** A number in a text. */
export interface TextNumber {
  readonly value: number;
  /** As printed, with the words that multiply it: `2.5 million`. */
  readonly text: string;
}

const spelled: Readonly<Record<string, readonly string[]>> = {
  en: 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  ),
  de: 'null ein zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn zwanzig'.split(
    ' ',
  ),
};
/** Multipliers that CLDR does not count in. */
const furtherMultipliers: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  en: { dozen: 12, hundred: 100 },
  de: { dutzend: 12 },
};

/** How a language writes numbers, from CLDR through Intl. */
interface NumberWords {
  /** Folded, without a dot: `million`, `млрд`, `万`. */
  readonly multipliers: ReadonlyMap<string, number>;
  /** Swahili and Hausa write them before the number. */
  readonly isMultiplierFirst: boolean;
  /** The sign before decimals. */
  readonly decimal: string;
}

const numberWords = new Map<string, NumberWords>();

/** The numbers of a text in order, in digits of any script, or spelled out where we know the words. */
export function numbersIn(text: string, language: string): readonly TextNumber[] {
  const words = wordsOf(text, language);
  return words.flatMap((_, index) => countAt(words, index, text, language) ?? []);
}

/**
 * The number at a word with what multiplies it: "20 mil millones" is 2e10. `next` is the index of the word after it. Undefined where the
 * word is no number.
 */
export function countAt(
  words: readonly Word[],
  index: number,
  text: string,
  language: string,
): (TextNumber & { readonly next: number }) | undefined {
  const word = words[index];
  let value = word && numberValue(word.text, language);
  if (!word || value === undefined) return undefined;
  let { start, end } = word;
  const before = words[index - 1];
  const first = before && writingOf(language).isMultiplierFirst ? multiplierOf(before.text, language) : undefined;
  if (before && first !== undefined) {
    value *= first;
    start = before.start;
  }
  let next = index + 1;
  for (; next < words.length; next++) {
    const multiplier = multiplierOf(words[next]?.text ?? '', language);
    if (multiplier === undefined || first !== undefined) break;
    value *= multiplier;
    end = words[next]?.end ?? end;
  }
  return { value, text: text.slice(start, end), next };
}

/** What a word says as a number. "One" and "ein" are articles as often, so they say none. */
export function numberValue(word: string, language: string): number | undefined {
  const index = spelled[baseLanguage(language)]?.indexOf(fold(word)) ?? -1;
  if (index >= 2) return index;
  return /^\p{N}[\p{N}.,٫٬]*$/u.test(word) ? amountOf(withLatinDigits(word), language) : undefined;
}

/** Digits in groups of three, or of two and at last three as in India. */
const inGroups = /^\d{1,3}(?:[.,]\d{2,3})*[.,]\d{3}$/;

/** Two kinds of signs, or a group that is not of three digits, show which sign is the decimal one; otherwise the language says so. */
function amountOf(digits: string, language: string): number | undefined {
  const signs = digits.match(/[.,]/g) ?? [];
  const last = signs.at(-1);
  if (last === undefined) return finite(digits);
  const isMixed = signs.some((sign) => sign !== last);
  const place = digits.lastIndexOf(last);
  const isDecimal =
    isMixed || (signs.length === 1 && (digits.length - place !== 4 || writingOf(language).decimal === last));
  const whole = isDecimal ? digits.slice(0, place) : digits;
  if (/[.,]/.test(whole) && !inGroups.test(whole)) return undefined;
  return finite(
    isDecimal ? `${whole.replaceAll(/[.,]/g, '')}.${digits.slice(place + 1)}` : whole.replaceAll(/[.,]/g, ''),
  );
}

function finite(text: string): number | undefined {
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** What a word beside a number multiplies it by: "million", "млрд", "万". In scripts without blanks the counted may follow in the same word. */
export function multiplierOf(word: string, language: string): number | undefined {
  const { multipliers } = writingOf(language);
  const folded = fold(word);
  const known = multipliers.get(folded);
  if (known !== undefined || !/^\p{Script=Han}/u.test(word)) return known;
  return multipliers.get(folded.slice(0, 1));
}

/** Whether a text has a digit or the letters of a number word: a quick look before an exact one. */
export function mayCount(text: string, language: string): boolean {
  const folded = fold(text);
  return /\p{N}/u.test(folded) || (spelled[baseLanguage(language)] ?? []).some((word) => folded.includes(word));
}

let digits: ReadonlyMap<string, string> | undefined;

/** Digits of every script as `0` to `9`, Arabic signs as `.` and `,`; those of the basic plane keep the offsets of the text. */
export function withLatinDigits(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  digits ??= readDigits();
  return text.replace(/[^\x20-\x7e]/gu, (digit) => digits?.get(digit) ?? digit);
}

function readDigits(): ReadonlyMap<string, string> {
  const found = new Map([
    ['٫', '.'],
    ['٬', ','],
  ]);
  for (const numberingSystem of Intl.supportedValuesOf('numberingSystem')) {
    const all = [...new Intl.NumberFormat('en', { numberingSystem, useGrouping: false }).format(9_876_543_210)];
    if (all.length === 10) for (const [index, digit] of all.entries()) found.set(digit, String(9 - index));
  }
  return found;
}

function writingOf(language: string): NumberWords {
  const base = baseLanguage(language);
  let found = numberWords.get(base);
  if (!found) {
    found = readNumberWords(base);
    numberWords.set(base, found);
  }
  return found;
}

const largestPower = 13;

function readNumberWords(language: string): NumberWords {
  const locale = Intl.NumberFormat.supportedLocalesOf(language).length > 0 ? `${language}-u-nu-latn` : 'en';
  const multipliers = new Map(Object.entries(furtherMultipliers[language] ?? {}));
  let isMultiplierFirst = false;
  for (const compactDisplay of ['short', 'long'] as const) {
    const format = new Intl.NumberFormat(locale, { notation: 'compact', compactDisplay, useGrouping: false });
    for (let power = 3; power <= largestPower; power++) {
      // Some languages have a form for two and another from five on.
      for (const factor of [1, 2, 5]) {
        const value = factor * 10 ** power;
        const parts = format.formatToParts(value);
        const word = fold(parts.find(({ type }) => type === 'compact')?.value ?? '').replace(/\.$/, '');
        const shown = Number(parts.find(({ type }) => type === 'integer')?.value);
        if (!isMultiplier(word, compactDisplay) || !(shown > 0)) continue;
        multipliers.set(word, value / shown);
        isMultiplierFirst ||=
          parts.findIndex(({ type }) => type === 'compact') < parts.findIndex(({ type }) => type === 'integer');
      }
    }
  }
  const decimal = new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ?? '.';
  return { multipliers, isMultiplierFirst, decimal };
}

/** A single word; single letters are no abbreviations here, since they mean too many things. */
function isMultiplier(word: string, display: 'short' | 'long'): boolean {
  if (word === '' || /\s/.test(word)) return false;
  return word.length > 1 || display === 'long';
}
