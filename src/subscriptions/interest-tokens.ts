import { editDistance } from '../text/similar-words.ts';
import { UserError } from '../user-error.ts';
import type { Catalog } from '../wording/catalog.ts';

/** What an interest may name besides words. */
export type FilterName = 'topic' | 'actor' | 'story' | 'language' | 'region' | 'without';

/** A piece of an interest; `at` is its first character in what was typed. */
export interface InterestToken {
  readonly kind: 'word' | 'phrase' | 'filter' | 'and' | 'or' | 'not' | 'except' | 'open' | 'close' | 'comma';
  /** As typed, of a phrase and a filter's value without quotation marks. */
  readonly text: string;
  /** Its position in the typed text. */
  readonly at: number;
  readonly filter?: FilterName;
  /** For a filter: the position of its value. */
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
  without: 'without',
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
      tokens.push(filterToken(text, { at: index, valueAt, name: filter, value, inQuotes: quoted !== undefined }));
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
    const message = problem(errors.interest, say);
    const sentence = errors.interestAt(
      String(at + 1),
      /[?？؟]$/u.test(message) ? message : `${message}${errors.fullStop}`,
    );
    return `${sentence}\n${shownAround(text, at)}`;
  });
}

const mostShown = 400;
const shownOnEachSide = 60;

/** The text on one line with a mark under a position; of a very long one only the surroundings. */
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
  {
    at,
    valueAt,
    name,
    value,
    inQuotes,
  }: { at: number; valueAt: number; name: string; value: string; inQuotes: boolean },
): InterestToken {
  const filter = filterNames[name.toLowerCase()] ?? 'topic';
  if (value.trim() === '' || (!inQuotes && Object.hasOwn(operators, value)))
    throw pointAt(text, at + name.length + 1, ({ missingAfter }) => missingAfter(`${name}:`));
  return { kind: 'filter', filter, text: value.trim().replaceAll(/\s+/g, ' '), at, valueAt };
}

function wordTokens(
  text: string,
  { at, word, named }: { readonly at: number; readonly word: string; readonly named: NamedThings },
): readonly InterestToken[] {
  const [, name] = /^(\p{L}{4,}):/u.exec(word) ?? [];
  // A colon alone is not a mistake, as in "re:publica"; a misspelled filter name is.
  if (name !== undefined && Object.keys(filterNames).some((known) => editDistance(known, name.toLowerCase()) <= 2))
    throw pointAt(text, at, ({ unknownFilter }) => unknownFilter(`${name}:`));
  const bare = word.replace(/^#(?=[\p{L}\p{N}])/u, '');
  return (
    splitNames(bare, named)?.map((part) => ({ ...part, at })) ?? [{ kind: operators[word] ?? 'word', text: bare, at }]
  );
}

type Part = Pick<InterestToken, 'kind' | 'text'>;

/** Names, not abbreviations that are written so: AC/DC, TCP/IP, km/h, 9/11. */
const ofNames = /^\p{L}{4,}(?:[/|]\p{L}{4,})+$/u;
const slash = /[/|]/u;
const hanJoiner = /([和与或])/u;

/**
 * Takes apart what is written as one word and names several things: "asia/africa", "亚洲和非洲", "除了体育". What stays one gives
 * undefined; only names of topics are taken out of scripts without blanks.
 */
function splitNames(word: string, { isTopic }: Pick<NamedThings, 'isTopic'>): readonly Part[] | undefined {
  const slashed = word.split(slash);
  if (slashed.length > 1 && (ofNames.test(word) || slashed.every(isTopic))) return alternating(slashed, () => 'or');
  const [, negation, left] = /^(除了|不要)(.+?)(?:以外|之外)?$/u.exec(word) ?? [];
  if (negation && left && isTopic(left)) return [asWord(negation), asWord(left)];
  const han = word.split(hanJoiner);
  const names = han.filter((_, place) => place % 2 === 0);
  if (names.length > 1 && names.every(isTopic))
    return alternating(names, (place) => (han[2 * place + 1] === '或' ? 'or' : 'and'));
  const [, arabic] = /^و(.+)$/u.exec(word) ?? [];
  return arabic && isTopic(arabic) && !isTopic(word) ? [{ kind: 'and', text: 'و' }, asWord(arabic)] : undefined;
}

/** In parentheses: what was written as one word is one operand, "asia/africa without sports". */
function alternating(names: readonly string[], joinerAfter: (place: number) => 'and' | 'or'): Part[] {
  const joined = names.flatMap((text, place) =>
    place === 0 ? [asWord(text)] : [{ kind: joinerAfter(place - 1), text: '/' } as const, asWord(text)],
  );
  return [{ kind: 'open', text: '(' }, ...joined, { kind: 'close', text: ')' }];
}

function asWord(text: string): Part {
  return { kind: 'word', text };
}

type Kind = InterestToken['kind'];
type Tokens = readonly InterestToken[];

/** What a run of words means by itself. */
export interface NamedThings {
  isTopic(words: string): boolean;
  isEverything(words: string): boolean;
}

const endsOperand: ReadonlySet<Kind> = new Set(['word', 'phrase', 'filter', 'close']);
const beginsOperand: ReadonlySet<Kind> = new Set(['word', 'phrase', 'filter', 'open', 'not']);

/** Whether an unquoted word may be read as a conjunction or an exclusion. */
export function mayJoin(word: string): boolean {
  const said = word.toLowerCase();
  return Object.hasOwn(joiners, said) || [negations, exceptions, denials, contrasts].some((words) => words.has(said));
}

/**
 * Reads "asia or africa", "asia but not japan", "everything but sports", "Ukraine & Russia" and "asia, africa, no sports" as they are
 * meant. Where nothing is joined, at either end, a joiner is a word like another. Drops what no word is in, such as an emoji.
 */
function readJoiners(tokens: Tokens, named: NamedThings): InterestToken[] {
  const listed = withKinds(tokens, (place) =>
    tokens[place]?.kind === 'comma' ? listJoiner(tokens, place, named) : undefined,
  );
  const apart = listed.filter(({ kind }) => kind !== 'comma');
  const joined = withKinds(apart, (place) => wordKind(apart, place, named));
  return joined.filter(({ kind, text }) => kind !== 'word' || /[\p{L}\p{N}]/u.test(text));
}

function withKinds(tokens: Tokens, kindOf: (place: number) => Kind | undefined): InterestToken[] {
  return tokens.map((token, place) => ({ ...token, kind: kindOf(place) ?? token.kind }));
}

function wordKind(tokens: Tokens, place: number, named: NamedThings): Kind {
  const [before, token, after] = [tokens[place - 1], tokens[place], tokens[place + 1]];
  if (token?.kind !== 'word' || !after) return token?.kind ?? 'word';
  const said = token.text.toLowerCase();
  const follows = before !== undefined && endsOperand.has(before.kind) && !joins(before);
  if (leavesOut(tokens, place, named)) return follows && exceptions.has(said) ? 'except' : 'not';
  if (!follows) return 'word';
  if (contrasts.has(said)) {
    const isException = leavesOut(tokens, place + 1, named) || after.kind === 'not' || named.isEverything(before.text);
    return isException && beginsOperand.has(after.kind) ? 'except' : 'word';
  }
  return (beginsOperand.has(after.kind) && joiners[token.text]) || 'word';
}

/** "a, b and c" wants all, "a, b or c" and "a, b" any; "a, b, not c" leaves c out of both. Before a joiner a comma says nothing. */
function listJoiner(tokens: Tokens, place: number, named: NamedThings): Kind {
  const [before, after] = [tokens[place - 1], tokens[place + 1]];
  if (!before || !after || after.kind === 'close' || after.kind === 'comma') return 'comma';
  if (after.kind === 'not' || leavesOut(tokens, place + 1, named)) return isException(after) ? 'comma' : 'except';
  if (joins(after)) return 'comma';
  const last = tokens.slice(place + 1).find(joins);
  return (last && (joiners[last.text] ?? last.kind)) === 'and' ? 'and' : 'or';
}

/** Whether a word leaves out what follows it. */
function leavesOut(tokens: Tokens, place: number, named: NamedThings): boolean {
  const [token, after] = [tokens[place], tokens[place + 1]];
  if (token?.kind !== 'word' || !after || !beginsOperand.has(after.kind) || joins(after)) return false;
  const said = token.text.toLowerCase();
  if (denials.has(said)) return after.kind === 'filter' || named.isTopic(withoutArticle(runAfter(tokens, place)));
  return negations.has(said) || exceptions.has(said);
}

/** The words up to whatever joins them to others. */
function runAfter(tokens: Tokens, place: number): string {
  const rest = tokens.slice(place + 1);
  const end = rest.findIndex((token) => token.kind !== 'word' || joins(token));
  return (end < 0 ? rest : rest.slice(0, end)).map(({ text }) => text).join(' ');
}

function isException({ kind, text }: InterestToken): boolean {
  return kind === 'word' && exceptions.has(text.toLowerCase());
}

function joins({ kind, text }: InterestToken): boolean {
  if (kind === 'word') return Object.hasOwn(joiners, text) || contrasts.has(text.toLowerCase());
  return kind === 'and' || kind === 'or';
}

/**
 * How people join words, and leave some out, in the languages we speak, without thinking of operators. Whoever adds one minds what else
 * it may be: it counts only between two things that are wanted.
 */
const joiners: Readonly<Record<string, 'and' | 'or'>> = {
  ...meaning('and', 'and und et y e ve и і й та 和 与 & && +'),
  ...meaning('or', 'or oder ou o veya или або чи أو 或 或者 | || /'),
};

/** They leave out what follows. */
const negations: ReadonlySet<string> = words('not nicht without ohne sans sin sem без بدون');
/** They leave something out of all that was said before, "asia or africa except japan"; at the beginning as the others do. */
const exceptions: ReadonlySet<string> = words(
  'except außer ausser sauf excepté hormis excepto salvo menos exceto кроме крім окрім إلا باستثناء 除了',
);
/** These do so only before a topic: "no sports" leaves out, "no deal" is a word of the news. */
const denials: ReadonlySet<string> = words('no kein keine keinen pas não nada не нет ні لا 不要');
/** What is said before one of these, or after "everything" instead of one. */
const contrasts: ReadonlySet<string> = words('but aber sondern mais pero mas ama но але لكن 但');
const articles = 'the|der|die|das|le|la|les|el|los|las|o|a|os|as|de|du|des';

/** Without its article: "the Middle East", "l’Asie", and after "pas", "de sport". */
export function withoutArticle(text: string): string {
  return text.replace(new RegExp(`^(?:(?:${articles})\\s+|[ld]['’])`, 'iu'), '');
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

function meaning<Kind extends string>(kind: Kind, list: string): Record<string, Kind> {
  return Object.fromEntries(list.split(' ').map((word) => [word, kind]));
}
