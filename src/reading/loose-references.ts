import { isCalendarWord } from '../text/dates-words.ts';
import { numberValue } from '../text/numbers.ts';
import { baseLanguage } from '../text/terms.ts';
import { isVerb } from './find-verbs.ts';
import { isA } from './lexicon.ts';
import { type ReadText, type ReadWord, readText } from './read-text.ts';

/**
 * Whether a pronoun for things or several people has no noun before it in its sentence that it could stand for: "Twelve years later, they sold
 * it". False in a language whose lexicon has no such pronouns.
 */
export function hasLoosePronoun(raw: string, language: string): boolean {
  const text = readText(raw, language);
  return text.words.some((word, at) => {
    const isPlural = isA('pronoun-several', word.key, text.language);
    if (!isPlural && !isA('pronoun-thing', word.key, text.language)) return false;
    if (!isPlural && isImpersonal(text, at)) return false;
    return !text.words.slice(0, at).some((one, place) => mayBeMeant(one, place, text, isPlural));
  });
}

/** "It is unclear", "makes it hard to", "it takes": "it" refers to what follows. */
function isImpersonal({ words, text, language }: ReadText, at: number): boolean {
  const [word, next, then] = [words[at], words[at + 1], words[at + 2]];
  if (!word || text.slice(word.end, word.end + 2) === "'s") return true;
  if (next === undefined || next.clause !== word.clause) return false;
  const verb = isA('ahead', next.key, language) ? then : next;
  return (
    isA('be', verb?.key, language) || isA('impersonal', verb?.key, language) || isA('impersonal', next.key, language)
  );
}

/** Whether a word may be the noun that a pronoun refers to, by its number. */
function mayBeMeant(word: ReadWord, at: number, text: ReadText, isPlural: boolean): boolean {
  const { key, term, isCapital, opensSentence } = word;
  const { language } = text;
  if (term === undefined || isCalendarWord(key) || isA('unit', key, language) || /^\p{N}/u.test(key)) return false;
  if (numberValue(key, language) !== undefined || isVerb(text, at) || /(?:ly|ing)$/.test(key)) return false;
  if (isCapital && !opensSentence) return true;
  const looksPlural = /[^s]s$/.test(key) || isA('several', key, language);
  return isPlural ? looksPlural || isA('body', key, language) || isCapital : !looksPlural;
}

/**
 * The noun with which a sentence opens as with something known: "deal" of "The tentative deal was signed", undefined of "The new head of state" and
 * "The Norland deal", which say which one.
 */
export function openingNoun(raw: string, language: string): string | undefined {
  if (baseLanguage(language) !== 'en' || !/^["“]?The \p{Ll}/u.test(raw)) return undefined;
  const text = readText(raw, language);
  const { words } = text;
  const mayAct = (at: number) =>
    isVerb(text, at) || isA('be', words[at]?.key, 'en') || isA('ahead', words[at]?.key, 'en');
  // Of two that may be verbs the first is the noun: "the deal collapsed".
  const end = words.findIndex(
    (word, at) =>
      at > 0 && (word.term === undefined || word.clause !== words[0]?.clause || (isVerb(text, at) && !mayAct(at + 1))),
  );
  const [noun, next] = [words[end - 1], words[end]];
  const isSaidWhich = isA('preposition', next?.key, 'en') || isA('relative', next?.key, 'en') || next?.key === 'to';
  if (end < 2 || !noun || isSaidWhich || words.slice(1, end).some(({ isCapital }) => isCapital)) return undefined;
  return isA('unique', noun.key, 'en') ? undefined : noun.text;
}
