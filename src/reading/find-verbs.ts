import { numberValue } from '../text/numbers.ts';
import { fold } from '../text/terms.ts';
import { isA, wordsOfKind } from './lexicon.ts';
import type { ReadText, ReadWord } from './read-text.ts';
import { isIrregularVerb, isPastForm } from './verb-forms.ts';

/** The mood of a verb in its clause. */
export interface VerbMood {
  readonly isPassive: boolean;
  /** Future or intended: "to reopen", "will leave". */
  readonly isFuture: boolean;
  /** Completed: "reopened", "hat beschlossen", "wurde geschlossen". */
  readonly isDone: boolean;
}

/** The most words between "was" and an English verb. */
const reachOfBe = 3;

/** Guesses whether a word is a verb from its form and neighbors, since there are no part-of-speech tags. */
export function isVerb({ words, language, text }: ReadText, at: number): boolean {
  const word = words[at];
  // "Left-wing".
  if (word && language !== 'de' && /^-\p{L}/u.test(text.slice(word.end, word.end + 2))) return false;
  if (
    !word ||
    (word.term === undefined && word.joined === undefined && !isA('verb-though-common', word.key, language)) ||
    word.isCapital ||
    /^\p{N}/u.test(word.key)
  )
    return false;
  if (numberValue(word.key, language) !== undefined || isA('claim', word.key, language)) return false;
  return language === 'de' ? isGermanVerb(word, at, words) : isEnglishVerb(word, at, words);
}

function isGermanVerb(word: ReadWord, at: number, words: readonly ReadWord[]): boolean {
  if (
    isA('particle', word.key, 'de') ||
    isA('preposition', word.key, 'de') ||
    (isA('light', word.key, 'de') && word.joined === undefined && !/^(?:sagte|erklarte|teilte)/.test(word.key))
  )
    return false;
  const previous = fold(words[at - 1]?.text ?? '');
  const next = words[at + 1];
  const isBeforeNoun = /(?:e|en|er|es|em)$/.test(word.key) && next?.isCapital === true && next.clause === word.clause;
  const isPast =
    /^(?!(?:\p{L}{2,6})?ge\p{L}{2,}ten$)\p{L}+ten?$/u.test(word.key) &&
    !isA('determiner', previous, 'de') &&
    !isA('preposition', previous, 'de');
  const isParticiple = isBeforeNoun && /^(?:\p{L}{2,6})?ge\p{L}{3,}te[nrms]?$/u.test(word.key);
  return !isParticiple && (!isBeforeNoun || isPast) && /(?:t|en|te|e|n|[^aeiou]st|[aiou]\p{L}{1,3})$/u.test(word.key);
}

function isEnglishVerb(word: ReadWord, at: number, words: readonly ReadWord[]): boolean {
  const previous = fold(words[at - 1]?.text ?? '');
  if (isA('before-base', previous, 'en')) return !/[^s]s$/.test(word.key) || previous !== 'to';
  if (isA('determiner', previous, 'en') || /['’]s$/.test(words[at - 1]?.text ?? '')) return false;
  if (opensAsParticiple(words, at)) return true;
  const isBeforePhrase = isA('determiner', words[at + 1]?.key, 'en') && words[at - 1]?.term !== undefined;
  if (/[^s]s$/.test(word.key) && isBeforePhrase) return true;
  return /\p{L}{2}ed$/u.test(word.key) || (isIrregularVerb(word.key) && word.key !== 'death');
}

/** ", forcing the airport to close". */
function opensAsParticiple(words: readonly ReadWord[], at: number): boolean {
  const [word, previous] = [words[at], words[at - 1]];
  return (
    word !== undefined && /\p{L}{2}ing$/u.test(word.key) && previous !== undefined && previous.clause !== word.clause
  );
}

/** Whether a verb has no subject beside it: "to close", "zu schließen", ", forcing". */
export function isInfinitive(words: readonly ReadWord[], at: number): boolean {
  const isToBe = /^(?:to|zu)$/.test(words[at - 1]?.key ?? '') || isInfinitiveWithZu(words[at]?.key);
  return isToBe || opensAsParticiple(words, at);
}

/** Reads the mood of a verb from the words of its clause. */
export function readVerbMood(text: ReadText, at: number): VerbMood {
  return { isPassive: isPassive(text, at), isFuture: isFuture(text, at), isDone: isDone(text, at) };
}

/** "Aufzunehmen". */
function isInfinitiveWithZu(key = ''): boolean {
  return (
    key.endsWith('n') &&
    wordsOfKind('particle', 'de').some((one) => key.startsWith(`${one}zu`) && key.length > one.length + 5)
  );
}

function isPassive({ words, language }: ReadText, at: number): boolean {
  const verb = words[at];
  if (!verb || (language === 'de' ? !/(?:t|en)$/.test(verb.key) : !isPastForm(verb.key))) return false;
  const from = language === 'de' ? 0 : Math.max(0, at - reachOfBe);
  return words.slice(from, at + 2).some((word) => word.clause === verb.clause && isA('be', word.key, language));
}

function isFuture({ words, language }: ReadText, at: number): boolean {
  const verb = words[at];
  const clause = words.filter(({ clause }) => clause === verb?.clause);
  if (language !== 'de') {
    const before = words.slice(0, at).filter(({ clause }) => clause === verb?.clause);
    const isTo = before.at(-1)?.key === 'to';
    return before.some(({ key }) => isA('ahead', key, 'en') || (isTo && isA('intending', key, 'en')));
  }
  // "Um zu protestieren" states what they did.
  const isToBeDone = (words[at - 1]?.key === 'zu' || isInfinitiveWithZu(verb?.key)) && clause[0]?.key !== 'um';
  // "Würde" is not "wurde", although folding makes them equal.
  return (
    isToBeDone || clause.some(({ text, key }) => isA('ahead', key, 'de') || /^(?:würde|könnte|müsste)n?$/u.test(text))
  );
}

function isDone({ words, language }: ReadText, at: number): boolean {
  const verb = words[at];
  if (language !== 'de') return verb !== undefined && isPastForm(verb.key);
  return words.some(({ clause, key }) => clause === verb?.clause && isA('done', key, 'de'));
}
