import { findCountry } from '../text/countries.ts';
import { fold } from '../text/terms.ts';
import { isA } from './lexicon.ts';
import type { ReadText, ReadWord } from './read-text.ts';

/** A run of adjacent capitalized words: "Ilse Falkner", "South Korea". */
export type NameRun = readonly ReadWord[];

/** The names of a text, word by word; in German, which capitalizes every noun, those that do not look like common nouns. */
export function findNames(text: ReadText, others: readonly ReadText[] = []): readonly NameRun[] {
  const runs: ReadWord[][] = [];
  let open = false;
  for (const [index, word] of text.words.entries()) {
    const isName = isNameWord(word, index, text) || isNameElsewhere(word, text.language, others);
    if (isName && open && continuesName(text, index)) runs.at(-1)?.push(word);
    else if (isName) runs.push([word]);
    open = isName || (open && isA('opens-name', word.key, text.language));
  }
  return runs;
}

function isNameWord(word: ReadWord, index: number, { words, text, language }: ReadText): boolean {
  if (language === 'de' && !word.isCapital) return findCountry(word.text, language)?.by === 'demonym';
  if (
    !word.isCapital ||
    word.term === undefined ||
    isA('no-name', word.key, language) ||
    isA('office', word.key, language)
  )
    return false;
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
function isNameElsewhere(
  { key, term, isCapital, opensSentence }: ReadWord,
  of: string,
  others: readonly ReadText[],
): boolean {
  if (!isCapital || !opensSentence || term === undefined || isA('no-name', key, of) || isA('office', key, of))
    return false;
  return others.some(
    ({ words, language }) =>
      language !== 'de' && words.some((word) => word.key === key && word.isCapital && !word.opensSentence),
  );
}

/** Only spaces, hyphens or a particle separate this word from the one before. */
function continuesName({ words, text, language }: ReadText, index: number): boolean {
  const [word, previous, before] = [words[index], words[index - 1], words[index - 2]];
  if (!word || !previous) return false;
  const from = isA('opens-name', previous.key, language) ? before : previous;
  return from !== undefined && /^[\s\p{L}.-]*$/u.test(text.slice(from.end, word.start));
}

/** An adjective may stand between article and noun. */
const adjectiveEnding = /(?:e|en|er|es|em)$/;

/** Whether a capitalized German word is a common noun rather than a name: by the article before it, or its ending. */
function isGermanNoun(words: readonly ReadWord[], index: number, text: string): boolean {
  const word = words[index];
  if (!word) return false;
  if (isA('noun', word.key, 'de')) return true;
  // "Europäische Union", "Vereinte Nationen": a capital adjective belongs to a name.
  const next = words[index + 1];
  const isAdjective = !word.opensSentence && adjectiveEnding.test(word.key);
  if (isAdjective && next?.isCapital && text.slice(word.end, next.start) === ' ') return false;
  for (let back = index - 1; back >= Math.max(0, index - 3); back -= 1) {
    const before = words[back];
    const after = words[back + 1];
    if (!before || !after || !/^[\s-]+$/.test(text.slice(before.end, after.start))) return false;
    const key = fold(before.text);
    if (isA('german-determiner', key, 'de') || /^[\d.,]+$/.test(key)) return true;
    if (before.isCapital || !adjectiveEnding.test(key)) return false;
  }
  // "Starke Regenfälle": a declined adjective precedes nouns, seldom names.
  return false;
}
