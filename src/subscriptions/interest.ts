import { termsOf } from '../language/terms.ts';
import { UserError } from '../user-error.ts';

/** What a channel wants to read: topics and words, joined by AND, OR and NOT. */
export type Interest =
  | { readonly kind: 'everything' }
  | { readonly kind: 'topic'; readonly topic: string }
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Interest[] }
  | { readonly kind: 'not'; readonly part: Interest };

/** What an interest is matched against. */
export interface Matchable {
  readonly language: string;
  readonly topics: readonly string[];
  readonly headline: string;
  readonly sentences: readonly { readonly text: string }[];
}

interface Token {
  readonly kind: 'word' | 'phrase' | 'and' | 'or' | 'not' | 'open' | 'close';
  readonly text: string;
  readonly at: number;
}

/**
 * Reads an interest as people type it: `asia`, `"forced labor" OR Park Jin`, `germany AND NOT sports`. What is a topic on its own is
 * the topic; words side by side must all occur. Throws UserError that points at the wrong place.
 */
export function parseInterest(text: string, topics: ReadonlySet<string>): Interest {
  const tokens = tokenize(text);
  if (tokens.length === 0) throw new UserError('No interest given. Use a topic such as asia, words, or "everything".');
  let position = 0;
  const interest = parseOr();
  const left = tokens[position];
  if (left) throw pointAt(text, left.at, `")" has no "(" before it`);
  return interest;

  function parseOr(): Interest {
    const parts = [parseAnd()];
    while (tokens[position]?.kind === 'or') {
      position++;
      parts.push(parseAnd());
    }
    return join('or', parts);
  }

  function parseAnd(): Interest {
    const parts = [parseNot()];
    for (
      let token = tokens[position];
      token && token.kind !== 'or' && token.kind !== 'close';
      token = tokens[position]
    ) {
      if (token.kind === 'and') position++;
      parts.push(parseNot());
    }
    return join('and', parts);
  }

  function parseNot(): Interest {
    const token = tokens[position];
    if (token?.kind === 'not') {
      position++;
      return { kind: 'not', part: parseNot() };
    }
    return parseOne();
  }

  function parseOne(): Interest {
    const token = tokens[position++];
    if (!token) throw pointAt(text, text.length, 'something is missing at the end');
    if (token.kind === 'open') {
      const inner = parseOr();
      if (tokens[position]?.kind !== 'close') throw pointAt(text, token.at, '"(" is never closed');
      position++;
      return inner;
    }
    if (token.kind === 'phrase') return { kind: 'words', text: token.text };
    if (token.kind === 'word') return leaf(token);
    throw pointAt(text, token.at, `a topic or word is missing before "${token.text}"`);
  }

  /** A run of words is one topic, "middle east", or else words that must all occur, "floods in Germany". */
  function leaf(first: Token): Interest {
    const run = [first];
    for (let token = tokens[position]; token?.kind === 'word'; token = tokens[position]) {
      run.push(token);
      position++;
    }
    const words = run.map(({ text: word }) => word).join(' ');
    const slug = words.toLowerCase().replaceAll(' ', '-');
    if (slug === 'everything' || slug === 'all') return { kind: 'everything' };
    if (topics.has(slug)) return { kind: 'topic', topic: slug };
    return join(
      'and',
      run.map(({ text: word }) => ({ kind: 'words', text: word })),
    );
  }
}

/** The interest in one canonical spelling: equal interests share a briefing by it. */
export function formatInterest(interest: Interest): string {
  switch (interest.kind) {
    case 'everything':
      return 'everything';
    case 'topic':
      return interest.topic;
    case 'words':
      return /^[\p{L}\p{N}-]+$/u.test(interest.text) ? interest.text : `"${interest.text}"`;
    case 'not':
      return `NOT ${grouped(interest.part)}`;
    default:
      return interest.parts.map(grouped).join(interest.kind === 'and' ? ' AND ' : ' OR ');
  }
}

/** Whether an article is of interest. Words are compared by stem in the article's language, phrases as consecutive stems. */
export function matchesInterest(interest: Interest, article: Matchable): boolean {
  let terms: string | undefined;
  const text = (): string => {
    terms ??= ` ${[article.headline, ...article.sentences.map(({ text: sentence }) => sentence)].map((part) => termsOf(part, article.language).join(' ')).join(' | ')} `;
    return terms;
  };
  const matches = (part: Interest): boolean => {
    switch (part.kind) {
      case 'everything':
        return true;
      case 'topic':
        return article.topics.includes(part.topic);
      case 'words': {
        const wanted = termsOf(part.text, article.language).join(' ');
        // A word without content, "in", asks for nothing.
        return wanted === '' || text().includes(` ${wanted} `);
      }
      case 'not':
        return !matches(part.part);
      case 'and':
        return part.parts.every(matches);
      default:
        return part.parts.some(matches);
    }
  };
  return matches(interest);
}

/** The only topic an interest is about, for accent and title; undefined for a mixture. */
export function topicOf(interest: Interest): string | undefined {
  return interest.kind === 'topic' ? interest.topic : undefined;
}

function grouped(interest: Interest): string {
  return interest.kind === 'and' || interest.kind === 'or' ? `(${formatInterest(interest)})` : formatInterest(interest);
}

function join(kind: 'and' | 'or', parts: readonly Interest[]): Interest {
  const [only] = parts;
  return parts.length === 1 && only ? only : { kind, parts };
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const pattern = /["“”„]([^"“”„]*)["“”]|([()])|([^\s()"“”„]+)|(["“”„])/gu;
  for (const match of text.matchAll(pattern)) {
    const [whole, phrase, parenthesis, word, open] = match;
    if (open !== undefined) throw pointAt(text, match.index, 'the quotation mark is never closed');
    if (phrase !== undefined) {
      if (phrase.trim() !== '') tokens.push({ kind: 'phrase', text: phrase.trim(), at: match.index });
    } else if (parenthesis) tokens.push({ kind: parenthesis === '(' ? 'open' : 'close', text: whole, at: match.index });
    else if (word) tokens.push({ kind: operatorOf(word), text: word, at: match.index });
  }
  return tokens;
}

function operatorOf(word: string): Token['kind'] {
  return word === 'AND' ? 'and' : word === 'OR' ? 'or' : word === 'NOT' ? 'not' : 'word';
}

function pointAt(text: string, at: number, problem: string): UserError {
  return new UserError(`Cannot read the interest at character ${at + 1}: ${problem}.\n${text}\n${' '.repeat(at)}^`);
}
