import { createRequire } from 'node:module';
import { stopWords } from './stop-words.ts';

const require = createRequire(import.meta.url);

const stemmerNames: Readonly<Record<string, string>> = {
  ar: 'arabic',
  de: 'german',
  en: 'english',
  es: 'spanish',
  fr: 'french',
  it: 'italian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  tr: 'turkish',
};

/** A word from `start` to before `end`, in characters of the text. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Text that folding only makes lower case: most English. */
const plainAscii = /^[\x20-\x5f\x61-\x7e]*$/;

type Stem = (word: string) => string;
const wordSegmenters = new Map<string, Intl.Segmenter>();
const stemmers = new Map<string, Stem>();
/** Words repeat, and folding and stemming are slow; '' is a stop word. Emptied when full, so that memory stays bounded. */
const termCaches = new Map<string, Map<string, string>>();
const termCacheLimit = 50_000;

/** The words of a text with their offsets, by Intl.Segmenter; numbers count as words, punctuation does not. */
export function wordsOf(text: string, language: string): Word[] {
  const base = baseLanguage(language);
  if (plainText.test(text) && latinWords.has(base)) return plainWordsOf(text);
  let segmenter = wordSegmenters.get(base);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(base, { granularity: 'word' });
    wordSegmenters.set(base, segmenter);
  }
  const words: Word[] = [];
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    if (isWordLike) words.push({ text: segment, start: index, end: index + segment.length });
  }
  return words;
}

const plainText = /^[\x20-\x7e]*$/;
const latinWords: ReadonlySet<string> = new Set(['en', 'de']);
/** UAX 29 for ASCII: what joins two letters, or two digits, does not end a word. A lone underscore is none. */
const plainWord =
  /(?!_(?![A-Za-z0-9_]))[A-Za-z0-9_]+(?:(?<=[A-Za-z])['.:](?=[A-Za-z])[A-Za-z0-9_]+|(?<=[0-9])[.,;'](?=[0-9])[A-Za-z0-9_]+)*/g;

/** What Intl.Segmenter gives for ASCII, in less than half the time: most English sentences are that. */
function plainWordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(plainWord)) {
    const [word] = match;
    words.push({ text: word, start: match.index, end: match.index + word.length });
  }
  return words;
}

/** й and ї are no accented letters to their readers, nor to the stemmers; ё is often written е. */
const letterOfItsOwn = /[ИиІі][\u0306\u0308]/g;
/** Accents and points. The vowel signs of Indic scripts are marks to Unicode too, but without them words become others; nuktas are points. */
const diacriticOrInvisible =
  /[[\p{Mn}&&[\p{Script=Inherited}\p{Script=Arabic}\p{Script=Hebrew}]]\u093C\u09BC\u00AD\u061C\u200B-\u200F\u2060]/gv;

/** Lower case, without diacritics and invisible characters; ß becomes ss. For comparing and indexing, never for showing. */
export function fold(text: string): string {
  if (plainAscii.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(letterOfItsOwn, (letter) => letter.normalize('NFC'))
    .replace(diacriticOrInvisible, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('ı', 'i')
    .replaceAll('đ', 'd')
    .replace(/[’`]/g, "'");
}

/**
 * The index terms of a text in order: folded, stemmed by Snowball where it knows the language, stop words left out.
 * The same terms go into the search index, the story vectors and a query.
 */
export function termsOf(text: string, language: string): string[] {
  const terms: string[] = [];
  for (const { text: word } of wordsOf(text, language)) {
    const term = termOf(word, language);
    if (term !== undefined) terms.push(term);
  }
  return terms;
}

/** The term of one word; undefined for a stop word. */
export function termOf(word: string, language: string): string | undefined {
  const cache = termCacheFor(language);
  const cached = cache.get(word);
  if (cached !== undefined) return cached || undefined;
  const term = makeTerm(word, baseLanguage(language));
  if (cache.size >= termCacheLimit) cache.clear();
  cache.set(word, term ?? '');
  return term;
}

function makeTerm(word: string, language: string): string | undefined {
  const folded = fold(word).replace(/'s?$/, '');
  if (folded === '' || stopWords(language).has(folded)) return undefined;
  return stemmerFor(language)(folded);
}

function termCacheFor(language: string): Map<string, string> {
  let cache = termCaches.get(language);
  if (!cache) {
    cache = new Map();
    termCaches.set(language, cache);
  }
  return cache;
}

/** The language without region: `pt-br` -> `pt`. */
export function baseLanguage(language: string): string {
  return (language.split('-')[0] || 'en').toLowerCase();
}

function stemmerFor(language: string): Stem {
  let found = stemmers.get(language);
  if (!found) {
    const name = stemmerNames[language];
    const stemmer = name ? snowball().newStemmer(name) : undefined;
    found = stemmer ? (word) => stemmer.stem(word) : (word) => word;
    stemmers.set(language, found);
  }
  return found;
}

/** Loaded by the first word: its stemmers of all languages are one large file. */
function snowball(): typeof import('snowball-stemmers') {
  return require('snowball-stemmers');
}
