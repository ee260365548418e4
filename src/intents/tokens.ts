import { marks } from '../text/marks.ts';
import { fold } from '../text/terms.ts';

/** A word, number, single Han character or quoted phrase of a typed line. */
export interface Token {
  /** As typed; for a quoted phrase, the words within the marks. */
  readonly text: string;
  /** Folded and without apostrophes: "what's" is "whats". */
  readonly word: string;
  /** Characters of the line. */
  readonly start: number;
  readonly end: number;
  readonly kind: 'word' | 'number' | 'phrase' | 'filter';
  /** Punctuation before it ends a clause. */
  readonly breaks: boolean;
  /** Nothing or only a hyphen separates it from the token before: "mon-fri", "8am". */
  readonly joined: boolean;
}

const quote = '"\u201C\u201D\u201E\u201F\u00AB\u00BB';
const tokenPattern = new RegExp(
  [
    `[${quote}](?<phrase>[^${quote}]+)[${quote}]`,
    `(?<filter>(?:actor|region|country|story|language|topic):(?:[${quote}][^${quote}]+[${quote}]|[\\p{L}\\p{N}-]+))`,
    '(?<number>\\d+(?:[:.]\\d+)*)',
    '(?<han>\\p{Script=Han})',
    "(?<word>(?!\\p{Script=Han})\\p{L}(?:(?!\\p{Script=Han})[\\p{L}\\p{M}\\p{N}])*(?:['\u2019\u02BC](?!\\p{Script=Han})\\p{L}+)*)",
  ].join('|'),
  'giu',
);

/** French joins these to the next word: "l'Asie", "d'Afrique". */
const elided = new Set(['l', 'd', 'j', 'm', 'n', 's', 'c', 't', 'qu', 'jusqu', 'lorsqu']);

/**
 * The digits of other scripts as ours, "a.m." as one word, "7h30" as 7:30; positions in the line are of this text. Those of U+0660 and U+06F0 end in their
 * value, as do the full-width ones.
 */
export function plainLine(text: string): string {
  return text
    .replaceAll(/[\u0660-\u0669\u06F0-\u06F9\uFF10-\uFF19]/gu, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .replaceAll(/(?<![\p{L}.])([ap])\.\s?m(?:\.|\b)/giu, '$1m')
    .replaceAll('\uFF1A', ':')
    .replaceAll(/(?<!\d)(\d{1,2})\s?h\s?([0-5]\d)(?!\d)/giu, '$1:$2')
    .trim();
}

/** Cuts a line into words, numbers and quoted phrases. */
export function tokenize(line: string): readonly Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const { groups = {}, index, 0: whole } of line.matchAll(tokenPattern)) {
    const between = line.slice(end, index);
    const glue = end > 0 && (between === '' || between === '-' || between === '\u2013');
    const facts = { start: index, end: index + whole.length, breaks: ends(between), joined: glue };
    end = facts.end;
    if (groups.phrase !== undefined)
      tokens.push({ ...facts, kind: 'phrase', text: groups.phrase.trim(), word: `"${fold(groups.phrase)}"` });
    else if (groups.filter !== undefined) tokens.push({ ...facts, kind: 'filter', text: whole, word: fold(whole) });
    else if (groups.number !== undefined) tokens.push({ ...facts, kind: 'number', text: whole, word: whole });
    else tokens.push(...wordTokens(whole, facts));
  }
  return tokens;
}

function wordTokens(text: string, facts: Pick<Token, 'start' | 'end' | 'breaks' | 'joined'>): Token[] {
  const [first = '', ...rest] = text.split(/['\u2019\u02BC]/u);
  if (rest.length === 0 || !elided.has(first.toLowerCase()) || rest[0] === 'clock')
    return [{ ...facts, kind: 'word', text, word: fold([first, ...rest].join('')) }];
  const cut = facts.start + first.length + 1;
  return [
    { ...facts, kind: 'word', end: cut, text: first, word: fold(first) },
    ...wordTokens(text.slice(first.length + 1), { ...facts, start: cut, breaks: false, joined: true }),
  ];
}

const endsClause = new RegExp(`(?![${marks.colon}])[${marks.pause}\\n()—]`, 'u');

/** A colon within words, "re: asia", ends no clause. */
function ends(between: string): boolean {
  return endsClause.test(between);
}
