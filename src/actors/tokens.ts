import { runSync, type Yielding } from '../runtime/yield-to-event-loop.ts';
import { marks } from '../text/marks.ts';
import { splitSentences } from '../text/sentences.ts';
import { baseLanguage, fold } from '../text/terms.ts';
import { isNameWord } from './name-words.ts';

/** A word of a text with the context that name detection needs. */
export interface Token {
  readonly text: string;
  /** Without diacritics and capitals, for lookup. */
  readonly folded: string;
  readonly start: number;
  readonly end: number;
  /** The text between the previous word and this one. */
  readonly gap: string;
  /** Has a possessive ending, as in "Japan's"; `end` excludes it. */
  readonly possessive: boolean;
  readonly capital: boolean;
  /** All upper case, at least two letters. */
  readonly acronym: boolean;
  /** First word of a sentence, a quotation or a line, where a capital is no evidence. */
  readonly opensSentence: boolean;
  /** In a headline in title case. */
  readonly inTitleCase: boolean;
  /** In a line of all capitals. */
  readonly inCapitals: boolean;
}

const word =
  /(?:\p{Lu}\.){2,}|\p{Lu}\.(?=\s?\p{Lu})|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[-‐’'.&+](?=[\p{L}\p{N}])[\p{L}\p{N}\p{M}]+)*/gu;
/** A capital, one after a clitic ("al-Assad", "d'Estaing"), or one after digits ("6PR"). */
const nameOpening = /^(?:\p{Lu}|(?:al|el|d|l|de|e|i)[-’']?\p{Lu}|\d+\p{Lu})/u;
const possessiveEnding = /['’](?:s|S)?$/u;
/** Turkish separates case endings from names by an apostrophe. */
const turkishEnding = /['’]\p{Ll}+$/u;
/** An opening mark is right before its word; a closing one is followed by a space. */
const opener = new RegExp(`[${marks.opening}]$|[${marks.colon}–—•]\\s*$|\\s-\\s+$`, 'u');
const clitic = /^(?:d|l|o|O|D|L|Mc|al|el|n|N)['’]/u;

/** The words of a text in order; sentence starts come from the language's own segmentation. */
export function tokensOf(text: string, language: string): Token[] {
  return runSync(tokensYielding(text, language));
}

/** The same as work that yields between words. */
export function* tokensYielding(text: string, language: string): Yielding<Token[]> {
  const sentences = splitSentences(text, language);
  const tokens: Token[] = [];
  let sentence = 0;
  let previousEnd = 0;
  let opened = -1;
  const ending = baseLanguage(language) === 'tr' ? turkishEnding : possessiveEnding;
  for (const match of text.matchAll(word)) {
    const start = match.index;
    while (sentence + 1 < sentences.length && start >= (sentences[sentence + 1]?.start ?? 0)) sentence++;
    const gap = text.slice(previousEnd, start);
    const opensSentence = opened !== sentence || opener.test(gap);
    opened = sentence;
    const token = toToken(text, match[0], start, gap, opensSentence, ending);
    tokens.push(token);
    previousEnd = token.end;
    yield;
  }
  return yield* markTitleCase(text, tokens);
}

function toToken(text: string, raw: string, start: number, gap: string, opensSentence: boolean, ending: RegExp): Token {
  const bare = raw.replace(ending, '');
  const possessive =
    !clitic.test(raw) &&
    (bare !== raw || /^['’](?!\p{L})/u.test(text.slice(start + raw.length, start + raw.length + 2)));
  const dotted = isNameWord('abbreviation', fold(bare)) && text[start + raw.length] === '.' && /^\p{Lu}/u.test(raw);
  const shown = dotted ? `${raw}.` : possessive ? bare : raw;
  return {
    text: shown,
    folded: fold(shown),
    start,
    end: start + shown.length,
    gap,
    possessive,
    capital: nameOpening.test(shown) && !isAdjective(shown),
    acronym: /^(?:\p{Lu}[\p{Lu}\p{N}&/-]+|\p{N}{1,3}\p{Lu}{2,}|(?:\p{Lu}\.){2,})$/u.test(shown),
    opensSentence,
    inTitleCase: false,
    inCapitals: false,
  };
}

/** "Iran-backed", "World Cup-winning": an adjective made from a name. */
function isAdjective(word: string): boolean {
  const tail = /\p{L}-(year-\p{L}+|\p{L}+)$/u.exec(word)?.[1];
  return tail !== undefined && isNameWord('adjective-tail', tail);
}

/** A line whose longer words are all capitalized is a headline; there only known names count. */
function* markTitleCase(text: string, tokens: readonly Token[]): Yielding<Token[]> {
  const marked: Token[] = [];
  for (const line of linesOf(text, tokens)) {
    const long = line.filter(({ folded }) => folded.length > 3 && !/^\d/.test(folded));
    const inCapitals = isInCapitals(line);
    const inTitleCase = inCapitals || (long.length > 3 && long.every(({ capital }) => capital));
    for (const token of line) marked.push(inTitleCase ? { ...token, inTitleCase, inCapitals } : token);
    yield;
  }
  return marked;
}

/** An agency headline: "ITALY HELD TO DRAW". A few capitals alone are a name or a dateline. */
function isInCapitals(line: readonly Token[]): boolean {
  const letters = line.filter(({ text }) => /^\p{L}/u.test(text));
  return letters.length > 3 && letters.every(({ text }) => !/\p{Ll}/u.test(text));
}

function linesOf(text: string, tokens: readonly Token[]): Token[][] {
  const lines: Token[][] = [];
  for (const token of tokens) {
    const line = lines.at(-1);
    if (line && !token.gap.includes('\n')) line.push(token);
    else lines.push([token]);
  }
  return text === '' ? [] : lines;
}
