import { baseLanguage, fold, wordsOf } from './terms.ts';

/** A number in a text. */
export interface TextNumber {
  readonly value: number;
  /** As printed, with a word that multiplies it: `2.5 million`. */
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
const multipliers: Readonly<Record<string, number>> = {
  dozen: 12,
  dutzend: 12,
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  tausend: 1e3,
  millionen: 1e6,
  milliarden: 1e9,
  milliarde: 1e9,
};
/** Languages that write 1.000,5 for 1,000.5; blanks between thousands part words. */
const decimalComma = new Set('bg bs de el es fr hr id it nl pl pt ro ru sq sr tr uk'.split(' '));
const zeros = ['٠', '۰', '०', '০'].map((zero) => zero.charCodeAt(0));

/** The numbers of a text in order, in digits of any script that DW writes in, or spelled out where we know the words. */
export function numbersIn(text: string, language: string): readonly TextNumber[] {
  const words = wordsOf(text, language);
  return words.flatMap((word, index) => {
    const value = numberValue(word.text, language);
    if (value === undefined) return [];
    const next = words[index + 1];
    const multiplier = next && multiplierOf(next.text);
    const printed = multiplier && next ? text.slice(word.start, next.end) : word.text;
    return [{ value: value * (multiplier ?? 1), text: printed }];
  });
}

/** What a word says as a number. "One" and "ein" are articles as often, so they say none. */
export function numberValue(word: string, language: string): number | undefined {
  const base = baseLanguage(language);
  const folded = fold(word);
  const index = spelled[base]?.indexOf(folded) ?? -1;
  if (index >= 2) return index;
  if (!/^\p{N}[\p{N}.,]*$/u.test(word)) return undefined;
  const latin = withLatinDigits(folded);
  const value = Number(
    decimalComma.has(base) ? latin.replaceAll('.', '').replace(',', '.') : latin.replaceAll(',', ''),
  );
  return Number.isFinite(value) ? value : undefined;
}

/** What a word after a number multiplies it by: "million". */
export function multiplierOf(word: string): number | undefined {
  return multipliers[fold(word)];
}

/** Whether a text has a digit or the letters of a number word: a quick look before an exact one. */
export function mayCount(text: string, language: string): boolean {
  const folded = fold(text);
  return /\p{N}/u.test(folded) || (spelled[baseLanguage(language)] ?? []).some((word) => folded.includes(word));
}

function withLatinDigits(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, (digit) => {
    const zero = zeros.find((code) => digit.charCodeAt(0) >= code && digit.charCodeAt(0) < code + 10);
    return zero === undefined ? digit : String(digit.charCodeAt(0) - zero);
  });
}
