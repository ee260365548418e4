import { existsSync, readFileSync } from 'node:fs';
import { baseLanguage, fold, termOf, wordsOf } from '../../text/terms.ts';
import { wordFileEntries } from '../../text/word-file.ts';

/** What words of a headline or lede tell of: kinds of events. */
export const eventKinds = [
  'conflict',
  'peace',
  'power',
  'election',
  'accord',
  'ruling',
  'disaster',
  'emergency',
  'death',
  'decision',
] as const;
export type EventKind = (typeof eventKinds)[number];

/** What more words tell of: threats and demands; what is the first or most of its kind; daily life, research and history. */
export const aspects = ['stance', 'record', 'society'] as const;
export type Aspect = (typeof aspects)[number];

/**
 * What a text tells of and how, by `news-words.<language>.txt`. `stream` is a label for one news after another, `sequel`
 * a headline's word for what followed, `dozens` and `hundreds` vague counts, `none` phrases whose words mean
 * something else elsewhere.
 */
export type NewsClass =
  | EventKind
  | Aspect
  | 'pastime'
  | 'government'
  | 'explains'
  | 'comments'
  | 'portrays'
  | 'stream'
  | 'reports'
  | 'discusses'
  | 'sequel'
  | 'dozens'
  | 'hundreds'
  | 'none';

interface Phrase {
  readonly of: NewsClass;
  readonly keys: readonly string[];
  /** Only at the beginning of a headline or behind its label. */
  readonly opens: boolean;
  /** Only in capitals: "WHO" is an organization, "who" asks. */
  readonly isAcronym: boolean;
}

interface Lexicon {
  /** By their first word. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  readonly prefixes: readonly (readonly [string, NewsClass])[];
  readonly suffixes: readonly (readonly [string, NewsClass])[];
}

const lexicons = new Map<string, Lexicon | undefined>();
const acronym = /^\p{Lu}{2,}$/u;
const label = /^[^:]{2,50}(?=:\s)/u;

/** The classes that a text has words of; none in a language without a list. */
export function newsClassesOf(text: string, language: string): ReadonlySet<NewsClass> {
  const base = baseLanguage(language);
  if (!lexicons.has(base)) lexicons.set(base, readLexicon(base));
  const lexicon = lexicons.get(base);
  const found = new Set<NewsClass>();
  if (!lexicon) return found;
  const words = wordsOf(text, language);
  const keys = words.map(({ text: word }) => keyOf(word, language));
  const labelEnd = labelOf(text).length;
  const opening = words.findIndex(({ start }) => start >= labelEnd);
  // "WHO" asks nothing.
  const opens = (at: number) => (at === 0 || at === opening) && !acronym.test(words[at]?.text ?? '');
  const matches = keys.flatMap((key, at) =>
    (lexicon.phrases.get(key) ?? []).flatMap(({ of, keys: own, opens: mustOpen, isAcronym }) =>
      (!mustOpen || opens(at)) &&
      (!isAcronym || acronym.test(words[at]?.text ?? '')) &&
      own.every((one, offset) => keys[at + offset] === one)
        ? { of, at, own }
        : [],
    ),
  );
  // A word inside a longer phrase has that phrase's sense: "death penalty" is no death.
  const covered = new Set(
    matches.flatMap(({ at, own }) => (own.length > 1 ? own.map((_, offset) => at + offset) : [])),
  );
  for (const { of, at, own } of matches) if (own.length > 1 || !covered.has(at)) found.add(of);
  if (lexicon.prefixes.length > 0)
    for (const [at, { text: word }] of words.entries()) {
      if (covered.has(at)) continue;
      const folded = fold(word);
      for (const [part, of] of lexicon.prefixes) if (folded.startsWith(part)) found.add(of);
      for (const [part, of] of lexicon.suffixes) if (folded.endsWith(part)) found.add(of);
    }
  return found;
}

/** What stands before a headline's colon: a place, an affair, a genre; '' where there is none. */
export function labelOf(headline: string): string {
  return label.exec(headline)?.[0] ?? '';
}

/** The stem; a stop word as it is. */
function keyOf(word: string, language: string): string {
  return termOf(word, language) ?? fold(word);
}

function readLexicon(base: string): Lexicon | undefined {
  const file = new URL(`news-words.${base}.txt`, import.meta.url);
  if (!existsSync(file)) return undefined;
  const entries = wordFileEntries(readFileSync(file, 'utf8')).flatMap((line) => {
    const [of = '', list = ''] = line.split(': ');
    return list.split(/\s+/u).map((word) => [word, of as NewsClass] as const);
  });
  const phrases = entries
    .filter(([word]) => !word.includes('*'))
    .map(([word, of]): Phrase => {
      const written = wordsOf(word.replace('>', '').replaceAll('_', ' '), base);
      return {
        of,
        keys: written.map(({ text }) => keyOf(text, base)),
        opens: word.startsWith('>'),
        isAcronym: acronym.test(word),
      };
    });
  return {
    phrases: Map.groupBy(phrases, ({ keys }) => keys[0] ?? ''),
    prefixes: entries.filter(([word]) => word.endsWith('*')).map(([word, of]) => [fold(word.slice(0, -1)), of]),
    suffixes: entries.filter(([word]) => word.startsWith('*')).map(([word, of]) => [fold(word.slice(1)), of]),
  };
}
