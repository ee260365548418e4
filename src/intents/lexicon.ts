import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { isClose } from '../text/similar-words.ts';
import { fold, stopWords } from '../text/terms.ts';
import type { Token } from './tokens.ts';

const phrases = z.array(z.string());
const named = z.record(z.string(), phrases);

/** A language's words for what lines say. The notation of phrases is at the top of words/en.yaml. */
const wordsSchema = z.strictObject({
  fill: phrases,
  lead: phrases.default([]),
  cues: named,
  questions: phrases.default([]),
  /** Dropped at the edges of what a line is about. */
  edge: phrases.default([]),
  about: phrases.default([]),
  from: phrases.default([]),
  join: z.strictObject({ and: phrases, but: phrases, both: phrases.default([]) }),
  everything: phrases,
  topics: named.default({}),
  time: z.record(z.string(), phrases),
  days: z.record(z.string(), phrases),
  numbers: z.record(z.string(), z.number()),
  span: z.record(z.string(), phrases),
  length: named,
  as: named,
  stories: phrases.default([]),
  most: phrases.default([]),
  number: phrases.default([]),
  zone: phrases.default([]),
  inLanguage: phrases.default([]),
  instead: phrases.default([]),
});

/** Words of a line that the lexicon knows: what they are, and which tokens. */
export interface Span {
  /** `cue:subscribe`, `fill`, `time:at`, `days:daily` ... */
  readonly kind: string;
  readonly from: number;
  /** After its last token. */
  readonly to: number;
  /** Tokens that are its words; a gap is not. */
  readonly at: readonly number[];
  /** A cue that may stand anywhere. */
  readonly anywhere: boolean;
  /** Slots that a phrase sets, as "length=short". */
  readonly sets?: string;
  /** Words with a slip in the typing. */
  readonly slips: number;
}

interface Sequence {
  readonly kind: string;
  readonly words: readonly string[];
  readonly anywhere: boolean;
  readonly sets?: string;
}

/** The words of one language, ready to be found in lines. */
export interface Lexicon {
  readonly language: string;
  readonly numbers: ReadonlyMap<string, number>;
  /** Words for what is delivered, "news", "alerts", "subscription": the second half of a compound. */
  readonly heads: ReadonlySet<string>;
  /** Further names of topics, each of one word. */
  readonly topics: ReadonlyMap<string, string>;
  /** A word of the language that lines are made of. */
  knows(word: string): boolean;
  /** All spans of the line, also those that overlap. */
  find(tokens: readonly Token[], isKnown: (token: Token) => boolean): readonly Span[];
}

const gap = '..';
const longestGap = 6;
const shortestHead = 4;

const lexicons = new Map<string, Lexicon>();

/** The lexicon of a language, read once per process when a line first needs it. Throws for a malformed file: the files are ours. */
export function lexiconOf(language: string): Lexicon {
  return lexicons.getOrInsertComputed(language, loadLexicon);
}

function loadLexicon(language: string): Lexicon {
  const file = new URL(`words/${language}.yaml`, import.meta.url);
  const { cues, join, topics, time, days, numbers, span, length, as, ...plain } = wordsSchema.parse(
    parse(readFileSync(file, 'utf8')),
  );
  const groups = { cue: cues, join, topic: topics, time, days, span, length, as };
  const sequences = [
    ...Object.entries(plain).flatMap(([kind, list]) => list.flatMap((phrase) => compile(kind, phrase))),
    ...Object.entries(groups).flatMap(([group, entries]) =>
      Object.entries(entries).flatMap(([name, list]) => list.flatMap((phrase) => compile(`${group}:${name}`, phrase))),
    ),
  ];
  const byFirst = Map.groupBy(sequences, ({ words }) => words[0] ?? '');
  const vocabulary = new Set(sequences.flatMap(({ words }) => words));
  const byLetter = Map.groupBy(vocabulary, (word) => word[0] ?? '');
  const plainWords = stopWords(language);
  const single = sequences.filter(({ words, anywhere }) => words.length === 1 && !anywhere);
  const heads = single.filter(
    ({ kind, words }) => /^(?:stories|number|as:)/u.test(kind) && (words[0] ?? '').length >= shortestHead,
  );
  const named = single.flatMap(({ kind, words: [word = ''] }) =>
    kind.startsWith('topic:') ? [[word, kind.slice('topic:'.length)] as const] : [],
  );
  return {
    language,
    heads: new Set(heads.flatMap(({ words }) => words)),
    topics: new Map(named),
    knows: (word) => vocabulary.has(word) || plainWords.has(word),
    numbers: new Map(Object.entries(numbers).map(([word, number]) => [fold(word), number])),
    find: (tokens, isKnown) => {
      const meant = tokens.map((token) => (isKnown(token) ? undefined : correct(token, vocabulary, byLetter)));
      return tokens.flatMap((token, index) =>
        [token.word, meant[index]].flatMap((word) =>
          word === undefined
            ? []
            : (byFirst.get(word) ?? []).flatMap((sequence) => match(sequence, { tokens, meant, from: index })),
        ),
      );
    },
  };
}

interface MatchedIn {
  readonly tokens: readonly Token[];
  readonly meant: readonly (string | undefined)[];
  readonly from: number;
}

function match({ words, ...sequence }: Sequence, { tokens, meant, from }: MatchedIn): Span[] {
  const step = (word: number, token: number, at: readonly number[]): readonly number[] | undefined => {
    const wanted = words[word];
    if (wanted === undefined) return at;
    if (wanted === gap) {
      for (let skipped = 0; skipped <= longestGap; skipped += 1) {
        const found = step(word + 1, token + skipped, at);
        if (found) return found;
      }
      return undefined;
    }
    const fits = tokens[token]?.word === wanted || meant[token] === wanted;
    return fits ? step(word + 1, token + 1, [...at, token]) : undefined;
  };
  const at = step(0, from, []);
  if (!at) return [];
  const slips = at.filter((index) => meant[index] !== undefined && !words.includes(tokens[index]?.word ?? '')).length;
  return [{ ...sequence, from, to: (at.at(-1) ?? from) + 1, at, slips }];
}

const shortestCorrected = 5;

/** The word of the language that a token is a slip away from. */
function correct(
  { word, kind }: Token,
  vocabulary: ReadonlySet<string>,
  byLetter: ReadonlyMap<string, readonly string[]>,
): string | undefined {
  if (kind !== 'word' || word.length < shortestCorrected || vocabulary.has(word)) return undefined;
  for (const known of byLetter.get(word[0] ?? '') ?? []) {
    if (known.length < shortestCorrected - 1 || Math.abs(known.length - word.length) > 1) continue;
    if (slipsAllowed(known, word)) return known;
  }
  return undefined;
}

/** One letter more, less, other or exchanged with its neighbor; two of a long word. */
function slipsAllowed(known: string, word: string): boolean {
  if (known.length > 8) return isClose(known, word);
  if (known.length !== word.length) {
    const [long, short] = known.length > word.length ? [known, word] : [word, known];
    return [...long].some((_letter, index) => long.slice(0, index) + long.slice(index + 1) === short);
  }
  const differing = [...known].flatMap((letter, index) => (letter === word[index] ? [] : [index]));
  const [first = 0, second] = differing;
  if (second === undefined) return true;
  return (
    differing.length === 2 && second === first + 1 && known[first] === word[second] && known[second] === word[first]
  );
}

/** A phrase in its notation as all the sequences of words it stands for. */
function compile(kind: string, phrase: string): Sequence[] {
  const [said = '', sets] = phrase.split('=>').map((part) => part.trim());
  const anywhere = said.startsWith('~');
  return expand(said.replace(/^~/u, ''))
    .filter((words) => words.length > 0 && words[0] !== gap)
    .map((words) => ({ kind, words, anywhere, ...(sets !== undefined && { sets }) }));
}

/** The sequences of a notation: "(a|b c)? d" is "a d", "b c d" and "d". */
function expand(notation: string): string[][] {
  const pieces = notation.match(/[()|]|\?|[^\s()|?]+/gu) ?? [];
  let at = 0;
  const readAlternatives = (): string[][] => {
    const found = readSequence();
    while (pieces[at] === '|') {
      at += 1;
      found.push(...readSequence());
    }
    return found;
  };
  const readSequence = (): string[][] => {
    let lists: string[][] = [[]];
    while (at < pieces.length && pieces[at] !== '|' && pieces[at] !== ')') {
      const piece = pieces[at] ?? '';
      at += 1;
      const choices = piece === '(' ? readAlternatives() : [wordsIn(piece)];
      if (piece === '(') at += 1;
      const isOptional = pieces[at] === '?';
      if (isOptional) at += 1;
      lists = lists.flatMap((before) => [
        ...choices.map((words) => [...before, ...words]),
        ...(isOptional ? [before] : []),
      ]);
    }
    return lists;
  };
  return readAlternatives();
}

/** As a line is cut into tokens: without apostrophes, each Han character alone. */
function wordsIn(word: string): string[] {
  if (word === gap) return [gap];
  const plain = fold(word.replaceAll(/['\u2019\u02BC]/gu, ''));
  return Array.from(plain.matchAll(/\p{Script=Han}|(?:(?!\p{Script=Han})[^-])+/gu), ([found]) => found);
}
