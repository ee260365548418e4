import { endsSentence, marks } from '../text/marks.ts';
import { isNameWord } from './name-words.ts';

/** A quoted span, marks included. */
export interface QuotedSpan {
  readonly start: number;
  readonly end: number;
}

/** The marks that close a quotation, by its opening mark. Careless texts mix them, so '' closes most; it does not open any, since DW never uses it so. */
const closers: Readonly<Record<string, readonly string[]>> = {
  '"': ['"', "''", '”'],
  '“': ['”', '"', "''"],
  '„': ['“', '”', '"', '„'],
  '»': ['«'],
  '«': ['»'],
  '「': ['」'],
  '『': ['』'],
};
/** A quotation longer than this counts as unclosed. */
const longestQuote = 3000;

/** The outermost quoted stretches of a text, paragraph by paragraph; in time linear in its length. */
export function findQuotedSpans(text: string): QuotedSpan[] {
  const marks = createMarkIndex(text);
  return paragraphsOf(text).flatMap((paragraph) => spansOf(text, paragraph, marks));
}

function spansOf(text: string, paragraph: QuotedSpan, marks: MarkIndex): QuotedSpan[] {
  const spans: QuotedSpan[] = [];
  const continues = createContinuation(text, paragraph);
  let at = paragraph.start;
  while (at < paragraph.end) {
    const mark = text[at] ?? '';
    if (!(mark in closers) || !opens(text, at, mark)) {
      at++;
      continue;
    }
    const close = closingOf(at, mark, paragraph.end, marks) ?? continues(at, mark);
    if (close !== undefined) spans.push({ start: at, end: close });
    at = close ?? at + 1;
  }
  return spans;
}

const inWord = new RegExp(`[\\p{L}\\p{N}${marks.end}${marks.comma}]`, 'u');

/** A straight mark after a letter or digit closes a quotation, or means inches. */
function opens(text: string, at: number, mark: string): boolean {
  const before = text[at - 1] ?? ' ';
  if (mark === '“' || mark === '„') return true;
  return mark === '"' ? !inWord.test(before) : !/\p{N}/u.test(before);
}

/** Where closing marks are, for questions whose positions only grow. Every character is looked at once for each mark. */
interface MarkIndex {
  /** The index of the first closing mark at or after `from`, infinity if there is none. A mark after a space counts only if asked for. */
  readonly next: (closer: string, from: number, afterBlank: boolean) => number;
  /** The ” of a “, nested pairs left out. */
  readonly partnerOf: (open: number) => number;
  /** The first ” after a place that closes no “ opened behind it. */
  readonly nextUnpaired: (open: number, limit: number) => number;
}

function createMarkIndex(text: string): MarkIndex {
  const known = new Map<string, number>();
  let partners: Map<number, number> | undefined;
  const next = (closer: string, from: number, afterBlank: boolean): number => {
    const key = `${closer}${afterBlank}`;
    const last = known.get(key);
    if (last !== undefined && last >= from) return last;
    let found = text.indexOf(closer, from);
    while (!afterBlank && found > 0 && /\s/.test(text[found - 1] ?? '')) found = text.indexOf(closer, found + 1);
    const place = found < 0 ? Number.POSITIVE_INFINITY : found;
    known.set(key, place);
    return place;
  };
  return {
    next,
    partnerOf: (open) => {
      partners ??= pairsOf(text);
      return partners.get(open) ?? Number.POSITIVE_INFINITY;
    },
    nextUnpaired: (open, limit) => {
      let depth = 0;
      for (let at = open + 1; at < limit; at++) {
        if (text[at] === '“') depth++;
        else if (text[at] === '”' && depth-- === 0) return at;
      }
      return Number.POSITIVE_INFINITY;
    },
  };
}

function pairsOf(text: string): Map<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (const { 0: mark, index } of text.matchAll(/[“”]/g)) {
    if (mark === '“') open.push(index);
    else {
      const partner = open.pop();
      if (partner !== undefined) pairs.set(partner, index);
    }
  }
  return pairs;
}

/** Where the quotation ends that opens here, its closing mark included; undefined where none closes it. */
function closingOf(open: number, mark: string, end: number, marks: MarkIndex): number | undefined {
  const limit = Math.min(end, open + longestQuote);
  let close = limit;
  let width = 0;
  for (const closer of closers[mark] ?? []) {
    const at = placeOf(closer);
    if (at >= close) continue;
    close = at;
    width = closer.length;
  }
  return width === 0 ? undefined : close + width;

  function placeOf(closer: string): number {
    if (closer === '”' && mark === '“') return marks.partnerOf(open);
    // A straight mark ends the search at the latest, so that no stretch is searched twice.
    if (closer === '”' && mark === '"') return marks.nextUnpaired(open, close);
    // Behind a blank a straight mark opens.
    return marks.next(closer, open + 1, closer !== '"' || mark === '"');
  }
}

/** A quotation of several paragraphs opens in each and closes in the last: where it ends in this one, if it is such. */
function createContinuation(
  text: string,
  { start, end }: QuotedSpan,
): (open: number, mark: string) => number | undefined {
  let next: string | undefined;
  let lastClosing: number | undefined;
  const closesNext = new Map<string, boolean>();
  return (open, mark) => {
    next ??=
      text
        .slice(end, end + longestQuote)
        .trimStart()
        .split('\n', 1)[0] ?? '';
    if (!next.startsWith(mark)) return undefined;
    const paragraph = text.slice(start, end);
    lastClosing ??= start + Math.max(...['"', '”', '»'].map((closer) => paragraph.lastIndexOf(closer)));
    if (lastClosing > open) return undefined;
    const line = next;
    const closes = closesNext.get(mark) ?? (closers[mark] ?? []).some((closer) => line.includes(closer, 1));
    closesNext.set(mark, closes);
    return closes ? text.slice(open, end).trimEnd().length + open : undefined;
  };
}

/** The spans of the paragraphs of a text, without line breaks; offsets in UTF-16 units. */
export function paragraphsOf(text: string): QuotedSpan[] {
  const spans: QuotedSpan[] = [];
  let start = 0;
  for (const match of text.matchAll(/\n+/g)) {
    if (match.index > start) spans.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}

const longestTitle = 80;

/** Quoted spans that look like the title of a work: short, every longer word capitalized. They are not speech, and names in them are not mentions. */
export function findTitles(text: string): QuotedSpan[] {
  return findQuotedSpans(text).filter(
    ({ start, end }) => end - start <= longestTitle && isTitle(text.slice(start, end)),
  );
}

/** Whether a quotation, marks included, looks like a title. */
export function isTitle(quoted: string): boolean {
  const words = quoted
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, ''));
  return (
    /^\p{Lu}|^\p{N}/u.test(words[0] ?? '') &&
    words.every((word) => /^[\p{Lu}\p{N}]/u.test(word) || isNameWord('title-word', word) || word === '') &&
    !endsSentence(quoted.slice(0, -1))
  );
}
