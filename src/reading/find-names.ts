import { findCountry } from '../text/countries.ts';
import { isGermanNoun } from './german-noun.ts';
import { commonCapitals, offices } from './office-words.ts';
import type { ReadText, ReadWord } from './read-text.ts';

/** A run of adjacent capitalized words: "Ilse Falkner", "South Korea". */
export type NameRun = readonly ReadWord[];

const particles: ReadonlySet<string> = new Set('van von de der da dos del di la le al el bin ibn'.split(' '));

/** The names of a text, word by word; in German, which capitalizes every noun, those that do not look like common nouns. */
export function findNames(text: ReadText, others: readonly ReadText[] = []): readonly NameRun[] {
  const runs: ReadWord[][] = [];
  let open = false;
  for (const [index, word] of text.words.entries()) {
    const isName = isNameWord(word, index, text) || isNameElsewhere(word, others);
    if (isName && open && continuesName(text, index)) runs.at(-1)?.push(word);
    else if (isName) runs.push([word]);
    open = isName || (open && particles.has(word.key));
  }
  return runs;
}

function isNameWord(word: ReadWord, index: number, { words, text, language }: ReadText): boolean {
  if (language === 'de' && !word.isCapital) return findCountry(word.text, language)?.by === 'demonym';
  if (!word.isCapital || word.term === undefined || commonCapitals.has(word.key) || offices.has(word.key)) return false;
  if (language === 'de') {
    if (/^\p{Lu}{2,6}$/u.test(word.text) || findCountry(word.text, language)) return true;
    return (!word.opensSentence || !looksCommon(word, language)) && !isGermanNoun(words, index, text);
  }
  if (!word.opensSentence) return true;
  if (!looksCommon(word, language)) return true;
  const next = words[index + 1];
  return next?.isCapital === true && text.slice(word.end, next.start) === ' ';
}

/** Endings of sentence-opening words that do not look like names. */
const commonEnding: Readonly<Record<string, RegExp>> = {
  en: /(?:s|ing|ed|ly|ion|ment|ness|ity)$/,
  de: /(?:en|er|e|t|s|ung|heit|keit)$/,
};

/** A sentence may open with an ordinary word; if neither lists nor its ending show that, it counts as a name. */
function looksCommon({ key, text }: ReadWord, language: string): boolean {
  return text.length < 3 || commonEnding[language]?.test(key) === true;
}

/** A word that opens its sentence is a name if it is capitalized within another sentence. */
function isNameElsewhere({ key, term, isCapital, opensSentence }: ReadWord, others: readonly ReadText[]): boolean {
  if (!isCapital || !opensSentence || term === undefined || commonCapitals.has(key) || offices.has(key)) return false;
  return others.some(
    ({ words, language }) =>
      language !== 'de' && words.some((word) => word.key === key && word.isCapital && !word.opensSentence),
  );
}

/** Only spaces, hyphens or a particle separate this word from the one before. */
function continuesName({ words, text }: ReadText, index: number): boolean {
  const [word, previous, before] = [words[index], words[index - 1], words[index - 2]];
  if (!word || !previous) return false;
  const from = particles.has(previous.key) ? before : previous;
  return from !== undefined && /^[\s\p{L}.-]*$/u.test(text.slice(from.end, word.start));
}
