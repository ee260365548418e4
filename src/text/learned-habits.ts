import { marks } from './marks.ts';
import { baseLanguage, fold, wordsOf } from './terms.ts';

/** Languages with lists of their own learn nothing: what they do is measured and stays as it is. */
const withLists: ReadonlySet<string> = new Set(['en', 'de']);

interface DottedWord {
  /** How often it was written at all, and with a dot behind it. */
  total: number;
  dotted: number;
  /** With a dot at the end of a paragraph: there a sentence ends. */
  last: number;
}

interface Opener {
  /** How often it opened an article, and a later sentence. */
  first: number;
  later: number;
}

interface Habits {
  readonly words: Map<string, DottedWord>;
  readonly openers: Map<string, Opener>;
  firstSentences: number;
  laterSentences: number;
}

const habits = new Map<string, Habits>();
/** Of each kind; what comes later is not counted, so that memory stays bounded. */
const mostEntries = 20_000;

function habitsOf(language: string): Habits | undefined {
  const base = baseLanguage(language);
  if (withLists.has(base)) return undefined;
  let found = habits.get(base);
  if (!found) {
    found = { words: new Map(), openers: new Map(), firstSentences: 0, laterSentences: 0 };
    habits.set(base, found);
  }
  return found;
}

/** As when nothing was read: for tests that share a process. */
export function forgetHabits(): void {
  habits.clear();
}

/** Of letters: longer words that mostly stand before a dot are the verbs that end a Turkish sentence. */
const longestAbbreviation = 3;
const shortWord = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}.])(\\p{L}[\\p{L}\\p{M}]{0,${longestAbbreviation - 1}})(?![\\p{L}\\p{M}\\p{N}])(\\.)?`,
  'gu',
);

const atEnd = new RegExp(`\\.[${marks.closing}\\s]*$`, 'u');

/**
 * Learns from the paragraphs of an article in which short words carry a dot. Before its sentences are split, so that an abbreviation of the
 * first articles of a language is known by the next.
 */
export function learnAbbreviations(paragraphs: readonly string[], language: string): void {
  const words = habitsOf(language)?.words;
  if (!words) return;
  for (const paragraph of paragraphs) {
    const end = paragraph.replace(atEnd, '').length;
    for (const { index, 0: match, 1: written = '', 2: dot } of paragraph.matchAll(shortWord)) {
      const key = written.toLowerCase();
      let word = words.get(key);
      if (!word) {
        if (words.size >= mostEntries) continue;
        word = { total: 0, dotted: 0, last: 0 };
        words.set(key, word);
      }
      word.total += 1;
      if (dot !== undefined) word.dotted += 1;
      if (dot !== undefined && index + match.length > end) word.last += 1;
    }
  }
}

const fewestDots = 4;
const dottedShare = 0.9;
const mostLast = 0.1;

/** Whether a word in lower case is mostly written with a dot that ends nothing. */
export function isLearnedAbbreviation(word: string, language: string): boolean {
  const found = habitsOf(language)?.words.get(word);
  if (!found || found.dotted < fewestDots) return false;
  return found.dotted >= dottedShare * found.total && found.last <= mostLast * found.dotted;
}

/** Learns from the sentences of an article, in order, which words open its first and which only later ones. */
export function learnOpeners(sentences: readonly string[], language: string): void {
  const own = habitsOf(language);
  if (!own) return;
  for (const [index, sentence] of sentences.entries()) {
    const word = openerOf(sentence, language);
    if (word === undefined) continue;
    if (index === 0) own.firstSentences += 1;
    else own.laterSentences += 1;
    const known = own.openers.get(word) ?? { first: 0, later: 0 };
    if (!own.openers.has(word) && own.openers.size >= mostEntries) continue;
    own.openers.set(word, index === 0 ? { ...known, first: known.first + 1 } : { ...known, later: known.later + 1 });
  }
}

/** Articles in which a word would open the first sentence if position did not matter: fewer tell nothing. */
const fewestExpected = 3;
const seldom = 0.3;

/** Whether a sentence opens with a word that seldom opens an article: "he", "but", in whatever language. */
export function opensLikeLaterSentence(sentence: string, language: string): boolean {
  const own = habitsOf(language);
  if (!own || own.laterSentences === 0) return false;
  const opener = own.openers.get(openerOf(sentence, language) ?? '');
  if (!opener) return false;
  const expected = (opener.later / own.laterSentences) * own.firstSentences;
  return expected >= fewestExpected && opener.first <= seldom * expected;
}

const lettersRead = 40;

function openerOf(sentence: string, language: string): string | undefined {
  const [first] = wordsOf(sentence.slice(0, lettersRead), language);
  return first && fold(first.text);
}
