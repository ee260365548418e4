import { calendarNames } from './calendar-names.ts';
import { isLearnedAbbreviation } from './learned-habits.ts';
import { marks } from './marks.ts';
import { fold } from './terms.ts';

/** A stretch of a text: `text.slice(start, end)`, trimmed. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Words whose full stop does not end a sentence, lower case; by language, since "art." ends many an English one. Months are known from `calendarNames`. */
const abbreviations: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(
    'mr mrs ms dr prof sen rep gov gen col lt sgt capt cmdr adm rev hon st mt ft jr sr vs etc no inc ltd co corp bros sept approx dept est'.split(
      ' ',
    ),
  ),
  de: new Set('dr prof hr fr st nr bzw ca evtl ggf inkl usw vgl sog mio mrd abs art bsp etc jr z d u o a s'.split(' ')),
};
const beforeInitial = `(?:^|[\\s${marks.opening}])`;
const initials = new RegExp(`${beforeInitial}(?:\\p{Lu}\\.){1,3}$`, 'u');
/** Three with their dots, and the text before. */
const longestInitials = 7;
/** "EE. UU.": Spanish doubles the initials of a plural. */
const doubledInitial = new RegExp(`${beforeInitial}(\\p{Lu})\\1\\.$`, 'u');
const opensDoubledInitial = /^(\p{Lu})\1\./u;
/** The network, not a first name. */
const platformX = /(?:^|\s)(?:auf|bei|über|on|via|to)\sX\.$/iu;
const opensQuotation = new RegExp(`^[${marks.quote}]`, 'u');
const ordinalEnd = /(?:^|\s)\d{1,2}\.$/;
/** "10 p.m. (2100 GMT)", "10 p.m. Friday", "10 p.m. EST": details of the time are part of it. */
const clockTimeEnd = /\d\s?[ap]\.m\.$/iu;
const closerTime =
  /^(?:[(\d]|(?:GMT|UTC|CES?T|E[DS]?T|P[DS]?T|BST|IST|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?!\p{L}|['’]))/u;
const lastWord = /(?<![\p{L}\p{M}])(\p{L}[\p{L}\p{M}]*)\.$/u;
/** Ends are searched only here: a text without spaces is one word of any length, and a pattern would restart at each of its letters. */
const tailLength = 40;
const opensLowerCase = new RegExp(`^[${marks.opening}’]*\\p{Ll}`, 'u');
/** French sets a blank before its closing mark: the segmenter takes it for the first of the next sentence. */
const closingFirst = new RegExp(`^[${marks.closing}]+[.,]?(?=\\s|$)`, 'u');
const markEnd = new RegExp(`[${marks.end}${marks.closing}]$`, 'u');
const lineEnd = new RegExp(`\\n\\s*\\n|[${marks.end}][${marks.closing}]*\\n`, 'u');
const dotEnd = new RegExp(`\\.[${marks.closing}]*$`, 'u');

const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(language: string): Intl.Segmenter {
  let found = segmenters.get(language);
  if (!found) {
    found = new Intl.Segmenter(language, { granularity: 'sentence' });
    segmenters.set(language, found);
  }
  return found;
}

/**
 * Splits a text into sentences by Intl.Segmenter (UAX 29), then joins what news makes it cut wrongly: after "Mr." and initials, after
 * German ordinals ("am 3. Mai"), inside a quotation that continues ("Go!" he said), after a dot where the text writes its script's own stop,
 * and before a closing mark left alone; and cuts where a number or a dash opens the next sentence.
 * A blank line always ends a sentence. With `most`, only that many are searched for.
 */
export function splitSentences(text: string, language: string, most = Number.POSITIVE_INFINITY): TextSpan[] {
  const base = language.split('-')[0] ?? 'en';
  const reading: Reading = { text, language: base, usesOwnStop: usesOwnStop(text, base) };
  const spans: TextSpan[] = [];
  for (const { segment, index } of segmenter(base).segment(text)) {
    const trimmed = segment.trim();
    if (trimmed === '') continue;
    const start = index + segment.indexOf(trimmed);
    let from = 0;
    for (const [end, next] of lateOpenings(trimmed, base)) {
      add(reading, spans, start + from, trimmed.slice(from, end));
      from = next;
    }
    add(reading, spans, start + from, from === 0 ? trimmed : trimmed.slice(from));
    // The last may continue until another begins.
    if (spans.length > most) return spans.slice(0, most);
  }
  return spans;
}

/** Adds a piece as a sentence of its own, or to the one before: all of it, or its closing marks. */
function add(reading: Reading, spans: TextSpan[], start: number, piece: string): void {
  const previous = spans.at(-1);
  const joins = previous === undefined ? 0 : joinedLength(reading, previous, piece, start);
  if (previous === undefined || joins === 0) {
    spans.push({ start, end: start + piece.length, text: piece });
    return;
  }
  spans[spans.length - 1] = spanOf(reading.text, previous.start, start + joins);
  const rest = piece.slice(joins).trim();
  if (rest !== '') spans.push(spanOf(reading.text, start + piece.length - rest.length, start + piece.length));
}

interface Reading {
  readonly text: string;
  readonly language: string;
  /** A dot ends nothing in it. */
  readonly usesOwnStop: boolean;
}

function spanOf(text: string, start: number, end: number): TextSpan {
  return { start, end, text: text.slice(start, end) };
}

const opensWithDigit = /^\p{Nd}/u;
const opensUpperCase = new RegExp(`^[${marks.opening}]?\\p{Lu}`, 'u');

/** UAX 29 (SB8) looks past a number, and past the dash of the next speaker, for a capital. */
const lateOpening = new RegExp(
  `\\.[${marks.closing}]{0,3}(\\s+)(?=[${marks.opening}]{0,2}\\p{Nd}|[–—]\\s[${marks.opening}]{0,2}\\p{Lu})`,
  'gu',
);
const opensWithDash = /^[–—]/u;
const none: readonly (readonly [number, number])[] = [];

/** Where a sentence ends within a segment since a number or a dash opens the next: the end of one, the start of the other. */
function lateOpenings(segment: string, language: string): readonly (readonly [number, number])[] {
  const dot = segment.indexOf('.');
  if (dot < 0 || dot >= segment.length - 4) return none;
  const found: (readonly [number, number])[] = [];
  for (const { 0: match, 1: gap = '', index } of segment.matchAll(lateOpening)) {
    const next = index + match.length;
    const tail = segment.slice(Math.max(0, index - tailLength), index + 1);
    const isDash = opensWithDash.test(segment.slice(next, next + 1));
    if (endsInWord(tail, language, isDash ? shortestLastWord.beforeDash : shortestLastWord.beforeNumber))
      found.push([next - gap.length, next]);
  }
  return found;
}

/** A shorter word before a dot and a number may be an abbreviation: "art. 5", "núm. 12". Before a dash only an initial is likely. */
const shortestLastWord = { beforeNumber: 4, beforeDash: 2 };

function endsInWord(tail: string, language: string, shortest: number): boolean {
  const word = lastWord.exec(tail)?.[1];
  if (word === undefined || word.length < shortest) return false;
  const folded = fold(word);
  return !abbreviations[language]?.has(folded) && !calendarNames(language).shortMonths.has(folded);
}

/** Stops of a script's own: Latin, Greek, Cyrillic and mostly Arabic write a dot. */
const ownStop = /[\p{Sentence_Terminal}--[.!?‼⁇⁈⁉‽؟！？﹖﹗፧⸮]]/gv;
const dotBetween = new RegExp(`\\.[${marks.closing}]*(?=\\s)`, 'gu');
const scriptsWithDot: ReadonlySet<string | undefined> = new Set(['Latn', 'Grek', 'Cyrl']);
const writesDot = new Map<string, boolean>();

/** Whether a text ends its sentences with the stop of its script; DW's Hindi ends them with a dot. */
function usesOwnStop(text: string, language: string): boolean {
  let isDot = writesDot.get(language);
  if (isDot === undefined) {
    isDot = scriptsWithDot.has(new Intl.Locale(language).maximize().script);
    writesDot.set(language, isDot);
  }
  if (isDot) return false;
  const own = text.match(ownStop)?.length ?? 0;
  return own > 0 && own >= (text.match(dotBetween)?.length ?? 0);
}

/** How much of a segment belongs to the sentence before: all, its closing marks, or nothing. */
function joinedLength(reading: Reading, previous: TextSpan, next: string, start: number): number {
  if (isLineEnd(reading.text, previous, start)) return 0;
  const closing = closingFirst.exec(next)?.[0].length ?? 0;
  if (closing > 0 && (closing === next.length || start > previous.end)) return closing;
  return continues(reading, previous, next, start) ? next.length : 0;
}

function isLineEnd(text: string, previous: TextSpan, start: number): boolean {
  return text.slice(previous.end, start).includes('\n') && lineEnd.test(text.slice(previous.end - 2, start));
}

function continues({ language, usesOwnStop }: Reading, previous: TextSpan, next: string, start: number): boolean {
  const tail = previous.text.slice(-tailLength);
  if (usesOwnStop && dotEnd.test(tail)) return true;
  if (tail.endsWith('.') && start === previous.end) return true;
  const isInitial = initials.test(tail.slice(-longestInitials));
  // "Schrieb er auf X." ends; no name begins with a quotation mark either.
  if (isInitial && (platformX.test(tail) || opensQuotation.test(next))) return false;
  if (clockTimeEnd.test(tail)) return closerTime.test(next) || opensLowerCase.test(next);
  if (isInitial) return !/(?:U\.S|U\.K|U\.N|E\.U)\.$/.test(tail) || opensLowerCase.test(next);
  if (doubledInitial.test(tail)) return opensDoubledInitial.test(next) || opensLowerCase.test(next);
  if (opensLowerCase.test(next) && markEnd.test(tail)) return true;
  if (ordinalEnd.test(tail) && calendarNames(language).hasDottedDays) return true;
  const word = lastWord.exec(tail)?.[1]?.toLowerCase();
  if (word === undefined) return false;
  if (isLearnedAbbreviation(word, language)) return true;
  if (opensWithDigit.test(next) && calendarNames(language).shortMonths.has(fold(word))) return true;
  return (abbreviations[language]?.has(word) ?? false) && !(word === 'no' && opensUpperCase.test(next));
}
