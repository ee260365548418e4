import { editDistance } from '../language/edit-distance.ts';
import { UserError } from '../user-error.ts';
import type { Catalog } from '../wording/catalog.ts';

export type FilterName = 'topic' | 'actor' | 'story' | 'language' | 'region';

export interface InterestToken {
  readonly kind: 'word' | 'phrase' | 'filter' | 'and' | 'or' | 'not' | 'open' | 'close';
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
const quotes = '"“”„';
const tokenPattern = new RegExp(
  [
    `(?<filter>${Object.keys(filterNames).join('|')}):[ ]*(?:[${quotes}](?<quoted>[^${quotes}]*)[${quotes}]|(?<bare>[^\\s()${quotes}]+))?`,
    `[${quotes}](?<phrase>[^${quotes}]*)[${quotes}]`,
    '(?<parenthesis>[()])',
    `(?<word>[^\\s()${quotes}]+)`,
    `(?<open>[${quotes}])`,
  ].join('|'),
  'giu',
);
const operators: Readonly<Record<string, 'and' | 'or' | 'not'>> = { AND: 'and', OR: 'or', NOT: 'not' };
/** How people join words without thinking of operators. */
const joiners: Readonly<Record<string, 'and' | 'or'>> = { and: 'and', or: 'or', und: 'and', oder: 'or' };

/** The words, phrases, filters and operators of an interest. Throws UserError that points at what cannot be one. */
export function tokenizeInterest(text: string): InterestToken[] {
  const tokens: InterestToken[] = [];
  for (const { groups = {}, index, 0: whole } of text.matchAll(tokenPattern)) {
    const { filter, quoted, bare, phrase, parenthesis, word, open } = groups;
    if (open !== undefined) throw pointAt(text, index, ({ openQuote }) => openQuote);
    if (filter) {
      const value = quoted ?? bare ?? '';
      const valueAt = index + whole.length - value.length - (quoted === undefined ? 0 : 1);
      tokens.push(filterToken(text, { at: index, valueAt, name: filter, value }));
    } else if (phrase !== undefined) {
      if (phrase.trim() === '') throw pointAt(text, index, ({ emptyQuote }) => emptyQuote);
      tokens.push({ kind: 'phrase', text: phrase.trim().replaceAll(/\s+/g, ' '), at: index });
    } else if (parenthesis) tokens.push({ kind: parenthesis === '(' ? 'open' : 'close', text: whole, at: index });
    else if (word) tokens.push(wordToken(text, index, word));
  }
  return tokens.map((token, place) => ({ ...token, kind: joinerBetween(tokens, place) ?? token.kind }));
}

/** An error that shows what was typed with a mark under the wrong place. */
export function pointAt(text: string, at: number, problem: InterestProblem): UserError {
  return new UserError((say) => {
    const { errors } = say;
    const told = problem(errors.interest, say);
    const sentence = errors.interestAt(String(at + 1), /[?？؟]$/u.test(told) ? told : `${told}${errors.fullStop}`);
    return `${sentence}\n${text}\n${' '.repeat(at)}^`;
  });
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

function wordToken(text: string, at: number, word: string): InterestToken {
  const [, name] = /^(\p{L}{4,}):/u.exec(word) ?? [];
  // A colon is no mistake in itself, "re:publica"; a name that is almost a filter's is.
  if (name !== undefined && Object.keys(filterNames).some((known) => editDistance(known, name.toLowerCase()) <= 2))
    throw pointAt(text, at, ({ unknownFilter }) => unknownFilter(`${name}:`));
  return { kind: operators[word] ?? 'word', text: word, at };
}

/** "asia or africa" means OR, "asia und sport" AND; at either end they are words, in quotes too. */
function joinerBetween(tokens: readonly InterestToken[], place: number): 'and' | 'or' | undefined {
  const [before, token, after] = [tokens[place - 1], tokens[place], tokens[place + 1]];
  if (token?.kind !== 'word' || !before || !after) return undefined;
  const joins =
    ['word', 'phrase', 'filter', 'close'].includes(before.kind) && !['and', 'or', 'close'].includes(after.kind);
  return joins ? joiners[token.text] : undefined;
}
