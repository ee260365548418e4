import type { InterestToken } from './interest-tokens.ts';
import { contrasts, denials, exceptions, joiners, negations, withoutArticle } from './joining-words.ts';

type Kind = InterestToken['kind'];
type Tokens = readonly InterestToken[];

/** What a run of words means by itself. */
export interface NamedThings {
  isTopic(words: string): boolean;
  isEverything(words: string): boolean;
}

const endsOperand: ReadonlySet<Kind> = new Set(['word', 'phrase', 'filter', 'close']);
const beginsOperand: ReadonlySet<Kind> = new Set(['word', 'phrase', 'filter', 'open', 'not']);

/** Whether a word, where it does not stand in quotes, may be read as joining or leaving out. */
export function mayJoin(word: string): boolean {
  const said = word.toLowerCase();
  return Object.hasOwn(joiners, said) || [negations, exceptions, denials, contrasts].some((words) => words.has(said));
}

/**
 * Reads "asia or africa", "asia but not japan", "everything but sports", "Ukraine & Russia" and "asia, africa, no sports" as they are
 * meant. Where nothing is joined, at either end, a joiner is a word like another. Drops what no word is in, such as an emoji.
 */
export function readJoiners(tokens: Tokens, named: NamedThings): InterestToken[] {
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
