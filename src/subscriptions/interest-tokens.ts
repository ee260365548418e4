import { editDistance } from '../text/similar-words.ts';
import { UserError } from '../user-error.ts';
import type { Catalog } from '../wording/catalog.ts';
import { type NamedThings, readJoiners } from './interest-joiners.ts';
import { splitNames } from './split-names.ts';

/** What an interest may name besides words. */
export type FilterName = 'topic' | 'actor' | 'story' | 'language' | 'region';

/** A piece of an interest; `at` is its first character in what was typed. */
export interface InterestToken {
  readonly kind: 'word' | 'phrase' | 'filter' | 'and' | 'or' | 'not' | 'except' | 'open' | 'close' | 'comma';
  /** As typed, of a phrase and a filter's value without quotation marks. */
  readonly text: string;
  /** Where it stands in what was typed. */
  readonly at: number;
  readonly filter?: FilterName;
  /** Of a filter: where its value stands. */
  readonly valueAt?: number;
}

const filterNames: Readonly<Record<string, FilterName>> = {
  topic: 'topic',
  actor: 'actor',
  story: 'story',
  language: 'language',
  lang: 'language',
  region: 'region',
  country: 'region',
};
const quotes = '"“”„«»';
/** Between words, not within a number. */
const comma = '[,;，；、،؛]+(?!\\p{N})';
const inWord = `(?:(?!${comma})[^\\s()${quotes}])+`;
const tokenStart = '(?<=^|[\\s(])';
const tokenPattern = new RegExp(
  [
    `(?<filter>${Object.keys(filterNames).join('|')}):[ ]*(?:[${quotes}](?<quoted>[^${quotes}]*)[${quotes}]|(?<bare>${inWord}))?`,
    `[${quotes}](?<phrase>[^${quotes}]*)[${quotes}]`,
    // An apostrophe is a quotation mark only around whole words: "People's Party".
    `${tokenStart}['‘‚](?<single>[^'’‘‚]+)['’‘](?![\\p{L}\\p{N}])`,
    '(?<parenthesis>[()])',
    `${tokenStart}(?<minus>[-−–])(?=[\\p{L}(${quotes}])`,
    `(?<comma>${comma})`,
    `(?<word>${inWord})`,
    `(?<open>[${quotes}])`,
  ].join('|'),
  'giu',
);
export const operators: Readonly<Record<string, 'and' | 'or' | 'not'>> = {
  AND: 'and',
  UND: 'and',
  OR: 'or',
  ODER: 'or',
  NOT: 'not',
  NICHT: 'not',
};

/** The words, phrases, filters and operators of an interest. Throws UserError that points at what cannot be one. */
export function tokenizeInterest(text: string, named: NamedThings): InterestToken[] {
  const tokens: InterestToken[] = [];
  for (const { groups = {}, index, 0: whole } of text.matchAll(tokenPattern)) {
    const { filter, quoted, bare, single, phrase = single, parenthesis, minus, comma: list, word, open } = groups;
    if (open !== undefined) throw pointAt(text, index, ({ openQuote }) => openQuote);
    if (filter) {
      const value = quoted ?? bare ?? '';
      const valueAt = index + whole.length - value.length - (quoted === undefined ? 0 : 1);
      tokens.push(filterToken(text, { at: index, valueAt, name: filter, value }));
    } else if (phrase !== undefined) {
      if (phrase.trim() === '') throw pointAt(text, index, ({ emptyQuote }) => emptyQuote);
      tokens.push({ kind: 'phrase', text: phrase.trim().replaceAll(/\s+/g, ' '), at: index });
    } else if (parenthesis) tokens.push({ kind: parenthesis === '(' ? 'open' : 'close', text: whole, at: index });
    else if (minus) tokens.push({ kind: 'not', text: minus, at: index });
    else if (list) tokens.push({ kind: 'comma', text: list, at: index });
    else if (word) tokens.push(...wordTokens(text, { at: index, word, named }));
  }
  return readJoiners(tokens, named);
}

/** An error that shows what was typed with a mark under the wrong place. */
export function pointAt(text: string, at: number, problem: InterestProblem): UserError {
  return new UserError((say) => {
    const { errors } = say;
    const told = problem(errors.interest, say);
    const sentence = errors.interestAt(String(at + 1), /[?？؟]$/u.test(told) ? told : `${told}${errors.fullStop}`);
    return `${sentence}\n${shownAround(text, at)}`;
  });
}

const mostShown = 400;
const shownOnEachSide = 60;

/** The text on one line with a mark under a place; of a very long one only what stands around it. */
function shownAround(text: string, at: number): string {
  const line = text.replaceAll(/\s/gu, ' ');
  if (line.length <= mostShown) return `${line}\n${' '.repeat(at)}^`;
  const from = Math.max(0, at - shownOnEachSide);
  const before = from > 0 ? '…' : '';
  const shown = `${before}${line.slice(from, at + shownOnEachSide)}${at + shownOnEachSide < line.length ? '…' : ''}`;
  return `${shown}\n${' '.repeat(before.length + at - from)}^`;
}

/** Chooses what is wrong from the words for it. */
export type InterestProblem = (words: Catalog['errors']['interest'], say: Catalog) => string;

/** Nothing was typed, or nothing that says what is wanted. */
export function noInterest(): UserError {
  return new UserError(({ errors }) => errors.noInterest);
}

function filterToken(
  text: string,
  { at, valueAt, name, value }: { at: number; valueAt: number; name: string; value: string },
): InterestToken {
  const filter = filterNames[name.toLowerCase()] ?? 'topic';
  if (value.trim() === '' || Object.hasOwn(operators, value))
    throw pointAt(text, at + name.length + 1, ({ missingAfter }) => missingAfter(`${name}:`));
  return { kind: 'filter', filter, text: value.trim().replaceAll(/\s+/g, ' '), at, valueAt };
}

function wordTokens(
  text: string,
  { at, word, named }: { readonly at: number; readonly word: string; readonly named: NamedThings },
): readonly InterestToken[] {
  const [, name] = /^(\p{L}{4,}):/u.exec(word) ?? [];
  // A colon is no mistake in itself, "re:publica"; a name that is almost a filter's is.
  if (name !== undefined && Object.keys(filterNames).some((known) => editDistance(known, name.toLowerCase()) <= 2))
    throw pointAt(text, at, ({ unknownFilter }) => unknownFilter(`${name}:`));
  const bare = word.replace(/^#(?=[\p{L}\p{N}])/u, '');
  return (
    splitNames(bare, named)?.map((part) => ({ ...part, at })) ?? [{ kind: operators[word] ?? 'word', text: bare, at }]
  );
}
