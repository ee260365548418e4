import { marks } from '../text/marks.ts';
import { termOf, type Word, wordsOf } from '../text/terms.ts';
import { newsTerms } from './news-words.ts';
import type { StoryDocument } from './story-document.ts';
import { eventText } from './story-document.ts';

/** A word of a document with what grouping needs. */
export interface ReadWord extends Word {
  /** Undefined for a stop word. */
  readonly term: string | undefined;
  readonly hasCapital: boolean;
  /** Capitalized inside a sentence and not a common news word: a name, unless most words there are capitalized. */
  readonly mayBeName: boolean;
}

export interface DocumentWords {
  readonly headline: readonly ReadWord[];
  /** Of lead and body, up to the requested number of words. */
  readonly text: readonly ReadWord[];
}

/** An upper estimate of the average word length, including the space. */
const lettersAWord = 8;
/** So much before a word shows whether it opens a sentence. */
const lettersBefore = 4;
const opensSentence = new RegExp(
  `(?:^|[${marks.end}${marks.colon}${marks.quote}\\n])\\s{0,${lettersBefore}}[${marks.quote}]?$`,
  'u',
);
const readings = new WeakMap<StoryDocument, DocumentWords & { readonly wordsRead: number }>();

/**
 * The words of a document's headline, and the first of its lead and body. Stories, affairs and links read the same document; the result is
 * cached and reused as long as the first caller asks for the most words.
 */
export function readDocument(document: StoryDocument, wordsRead: number): DocumentWords {
  let reading = readings.get(document);
  if (!reading || reading.wordsRead < wordsRead) {
    const { headline, language } = document;
    const text = eventText(document);
    const letters = wordsRead * lettersAWord;
    reading = {
      headline: readWords(headline, language, headline.length),
      text: readWords(text, language, letters).slice(0, wordsRead),
      wordsRead,
    };
    readings.set(document, reading);
  }
  if (reading.wordsRead === wordsRead) return reading;
  const letters = wordsRead * lettersAWord;
  return { headline: reading.headline, text: reading.text.slice(0, wordsRead).filter(({ end }) => end <= letters) };
}

function readWords(text: string, language: string, letters: number): ReadWord[] {
  const common = newsTerms(language);
  return wordsOf(text.slice(0, letters), language).map((word) => {
    const term = termOf(word.text, language);
    const isCapital = hasCapital(word.text);
    const opens = isCapital && opensSentence.test(text.slice(Math.max(0, word.start - lettersBefore), word.start));
    const mayBeName = isCapital && !opens && term !== undefined && !common.has(term);
    return { ...word, term, hasCapital: isCapital, mayBeName };
  });
}

const capital = /^\p{Lu}/u;

/** Whether a word begins with a capital. Called for every word of an article several times, so the common case is fast. */
function hasCapital(word: string): boolean {
  const code = word.charCodeAt(0);
  return code < 128 ? code >= 65 && code <= 90 : capital.test(word);
}
