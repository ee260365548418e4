import type { InterestToken } from './interest-tokens.ts';

type Kind = InterestToken['kind'];

/** How people join words without thinking of operators. */
const joiners: Readonly<Record<string, 'and' | 'or'>> = {
  and: 'and',
  und: 'and',
  '&': 'and',
  '&&': 'and',
  '+': 'and',
  or: 'or',
  oder: 'or',
  '|': 'or',
  '||': 'or',
  '/': 'or',
};
/** How they leave something out. */
const negations: ReadonlySet<string> = new Set('not nicht without ohne except außer ausser'.split(' '));
/** What they say before that. */
const contrasts: ReadonlySet<string> = new Set(['but', 'aber']);
const endsOperand: ReadonlySet<Kind> = new Set(['word', 'phrase', 'filter', 'close']);
const beginsOperand: ReadonlySet<Kind> = new Set(['word', 'phrase', 'filter', 'open', 'not']);

/** Whether a word, where it does not stand in quotes, may be read as joining or leaving out. */
export function mayJoin(word: string): boolean {
  const said = word.toLowerCase();
  return Object.hasOwn(joiners, said) || negations.has(said) || contrasts.has(said);
}

/**
 * Reads "asia or africa", "asia but not japan", "Ukraine & Russia" and "asia, africa" as they are meant. Where nothing is joined, at
 * either end, a joiner is a word like another. Drops what no word is in, such as an emoji.
 */
export function readJoiners(tokens: readonly InterestToken[]): InterestToken[] {
  const listed = withKinds(tokens, (place) =>
    tokens[place]?.kind === 'comma' ? listJoiner(tokens, place) : undefined,
  );
  const apart = listed.filter(({ kind }) => kind !== 'comma');
  const joined = withKinds(apart, (place) => wordKind(apart, place));
  return joined.filter(({ kind, text }) => kind !== 'word' || /[\p{L}\p{N}]/u.test(text));
}

function withKinds(tokens: readonly InterestToken[], kindOf: (place: number) => Kind | undefined): InterestToken[] {
  return tokens.map((token, place) => ({ ...token, kind: kindOf(place) ?? token.kind }));
}

function wordKind(tokens: readonly InterestToken[], place: number): Kind {
  const [before, token, after] = [tokens[place - 1], tokens[place], tokens[place + 1]];
  if (token?.kind !== 'word' || !after) return token?.kind ?? 'word';
  if (negations.has(token.text.toLowerCase()) && beginsOperand.has(after.kind) && !joins(after)) return 'not';
  if (!before || !endsOperand.has(before.kind)) return 'word';
  if (contrasts.has(token.text.toLowerCase())) return isNegation(after) ? 'and' : 'word';
  return (beginsOperand.has(after.kind) && joiners[token.text]) || 'word';
}

/** "a, b and c" wants all, "a, b or c" and "a, b" any. Before a joiner a comma says nothing. */
function listJoiner(tokens: readonly InterestToken[], place: number): Kind {
  const [before, after] = [tokens[place - 1], tokens[place + 1]];
  if (!before || !after || joins(after) || after.kind === 'close' || after.kind === 'comma') return 'comma';
  if (isNegation(after)) return 'and';
  const last = tokens.slice(place + 1).find(joins);
  return (last && (joiners[last.text] ?? last.kind)) === 'and' ? 'and' : 'or';
}

function joins({ kind, text }: InterestToken): boolean {
  if (kind === 'word') return Object.hasOwn(joiners, text) || contrasts.has(text.toLowerCase());
  return kind === 'and' || kind === 'or';
}

function isNegation({ kind, text }: InterestToken): boolean {
  return kind === 'not' || (kind === 'word' && negations.has(text.toLowerCase()));
}
