import { multiplierOf, numberValue } from '../text/numbers.ts';
import { fold } from '../text/terms.ts';
import { groupsOf } from './lexicon.ts';
import { type Bound, bounds, compoundValue, currencies, ordinalValue } from './number-words.ts';
import type { ReadText, ReadWord } from './read-text.ts';

/** A number of a text with its unit. */
export interface Quantity {
  /** A number, or a word for many ("dozens"), or an ordinal ("#3"). */
  readonly value: number | string;
  readonly unit: string | undefined;
  readonly bound: Bound;
  /** For a change: the old value, the new value, or the difference. */
  readonly direction: 'from' | 'to' | 'by' | undefined;
  /** "An earlier number of 15": no longer current. */
  readonly isFormer: boolean;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Index of its first and last word. */
  readonly from: number;
  readonly to: number;
}

/** The quantities of a text in order: digits, number words up to thousands, fractions, ordinals, and words for many. */
export function readQuantities({ text, language, words }: ReadText): readonly Quantity[] {
  const found: Quantity[] = [];
  for (let from = 0; from < words.length; from += 1) {
    const read = readAt(words, from, language);
    if (!read) continue;
    const [first, last] = [words[from], words[read.to]];
    if (!first || !last) continue;
    const before = text.slice(0, first.start).replace(/[$€£¥]\s?$/u, '');
    found.push({
      value: read.value,
      unit: read.unit ?? unitAround({ text, language, words }, from, read.to),
      bound: boundBefore(before, text.slice(last.end)),
      direction: directionBefore(before),
      isFormer: former.test(before.slice(-40)),
      text: text.slice(first.start, last.end),
      start: first.start,
      end: last.end,
      from,
      to: read.to,
    });
    from = read.to;
  }
  return found;
}

interface Read {
  readonly value: number | string;
  readonly to: number;
  readonly unit?: string;
}

function readAt(words: readonly ReadWord[], from: number, language: string): Read | undefined {
  const word = words[from];
  if (!word) return undefined;
  const key = fold(word.text);
  const [fraction] = groupsOf('share', key, language);
  if (fraction !== undefined) return { value: Number(fraction), to: from, unit: 'fraction' };
  const [many] = groupsOf('vague', key, language);
  if (many !== undefined) return { value: many, to: from };
  const ordinal = ordinalValue(key, language);
  if (ordinal !== undefined) return { value: `#${ordinal}`, to: from };
  const value = simpleValue(words, from, language);
  if (value === undefined) return undefined;
  const next = words[value.to + 1];
  const factor = next ? (multiplierOf(next.text, language) ?? abbreviated.get(fold(next.text))) : undefined;
  return factor === undefined ? value : { value: round(value.value * factor), to: value.to + 1 };
}

const abbreviated: ReadonlyMap<string, number> = new Map([
  ['m', 1e6],
  ['bn', 1e9],
]);

/** "One" and "ein" are often articles, so they count only before "million" and the like. */
function simpleValue(
  words: readonly ReadWord[],
  from: number,
  language: string,
): { value: number; to: number } | undefined {
  const word = words[from];
  const next = words[from + 1];
  if (!word) return undefined;
  const key = fold(word.text);
  const isFactor = next && (multiplierOf(next.text, language) ?? abbreviated.get(fold(next.text))) !== undefined;
  if (/^(?:a|an|one|ein|eine|einer|eines|einem)$/.test(key)) return isFactor ? { value: 1, to: from } : undefined;
  const compound = compoundValue(key, language);
  const value = numberValue(word.text, language) ?? compound;
  if (value === undefined) return undefined;
  // "Twenty-one" is two words.
  const ones =
    next && compound !== undefined && compound >= 20 && compound % 10 === 0 ? onesOf(next, language) : undefined;
  return ones === undefined ? { value, to: from } : { value: value + ones, to: from + 1 };
}

function onesOf({ text }: ReadWord, language: string): number | undefined {
  const value = fold(text) === 'one' ? 1 : /\d/.test(text) ? undefined : numberValue(text, language);
  return value !== undefined && value < 10 ? value : undefined;
}

function unitAround(
  { text, words, language }: Pick<ReadText, 'text' | 'words' | 'language'>,
  from: number,
  to: number,
): string | undefined {
  const [first, last, next, second] = [words[from], words[to], words[to + 1], words[to + 2]];
  const before = text.slice(0, first?.start).trimEnd().at(-1) ?? '';
  const after = text.slice(last?.end, next?.start ?? text.length).trimStart()[0] ?? '';
  if (after === '%') return 'percent';
  const symbol = currencies.get(before) ?? currencies.get(after);
  if (symbol) return symbol;
  if (next && second && /^percent/.test(fold(next.text)) && /^point/.test(fold(second.text)))
    return 'percentage points';
  const named = [next, second].map((word) => word && groupsOf('unit', fold(word.text), language)[0]);
  return named[0] ?? (next?.isCapital || next?.term === undefined ? named[1] : undefined);
}

function boundBefore(before: string, after: string): Bound {
  const tail = before.slice(-40).toLowerCase();
  for (const [bound, pattern] of bounds) if (pattern.test(tail)) return bound;
  return /^\s*(?:\p{L}+\s+)?(?:or more|oder mehr)\b/iu.test(after) ? 'atLeast' : 'exact';
}

const former =
  /\b(?:earlier|previous|initial|former|früheren?|bisherigen?|ursprünglichen?) (?:\p{L}+ ){0,2}(?:of |von )?$/iu;

function directionBefore(before: string): Quantity['direction'] {
  const word = /\b(from|to|by|von|auf|um)\s*(?:\p{L}+ ){0,2}$/iu.exec(before.slice(-30))?.[1]?.toLowerCase();
  if (word === 'from' || word === 'von') return 'from';
  if (word === 'to' || word === 'auf') return 'to';
  return word === undefined ? undefined : 'by';
}

function round(value: number): number {
  return Number(value.toPrecision(12));
}
