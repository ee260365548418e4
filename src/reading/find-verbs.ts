import { numberValue } from '../text/numbers.ts';
import { fold } from '../text/terms.ts';
import { claiming, light } from './generic-words.ts';
import { determiner, prepositions } from './phrase-words.ts';
import type { ReadText, ReadWord } from './read-text.ts';
import { isIrregularVerb, isPastForm, separablePrefix } from './verb-forms.ts';

/** The mood of a verb in its clause. */
export interface VerbMood {
  readonly isPassive: boolean;
  /** Future or intended: "to reopen", "will leave". */
  readonly isFuture: boolean;
  /** Completed: "reopened", "hat beschlossen", "wurde geschlossen". */
  readonly isDone: boolean;
}

const be = /^(?:was|were|is|are|been|being|be|got|wurden?|worden|wird|werden)$/;
const ahead =
  /^(?:will|would|may|might|can|could|should|must|shall|wants?|plans?|expects?|expected|planned|going|wollen|will|wollte|wollten|soll|sollen|sollten?|konnten?|kann|konnen|plant|planen|mochten?|muss|mussen|durfen?|durften?|erwart\w*|rechne\w*)$/;
/** After one of these "to" introduces an intention; after others a result: "came from behind to beat". */
const asking =
  /^(?:agree[sd]?|agreement|vow\w*|pledg\w*|promis\w*|want\w*|plan\w*|urg\w*|ask\w*|call\w*|decid\w*|decision|refus\w*|seek\w*|sought|tr(?:y|ies|ied|ying)|hop\w*|aim\w*|threat\w*|propos\w*|request\w*|demand\w*|offer\w*|intend\w*|consider\w*|prepar\w*|reject\w*|fail\w*|unable|ready|willing|set|is|are|was|were|attempt\w*|bid|proposal|told|order\w*|allow\w*|need\w*)$/;
/** After these an English word is a verb in its base form. */
const beforeBase = /^(?:to|will|would|may|might|can|could|should|must|did|does|do|not|n't|cannot|shall)$/;
const done = /^(?:hat|haben|hatten?|ist|sind|war|waren|wurden?|worden)$/;
/** "Aufzunehmen". */
const infinitive = new RegExp(`^(?:${separablePrefix.source.slice(4, -2)})zu\\p{L}{3,}n$`, 'u');
/** Verbs among the function words. */
const common = /^(?:used|kept|put|gave|given|seen)$/;
/** The most words between "was" and an English verb. */
const reachOfBe = 3;

/** Guesses whether a word is a verb from its form and neighbors, since there are no part-of-speech tags. */
export function isVerb({ words, language, text }: ReadText, at: number): boolean {
  const word = words[at];
  // "Left-wing".
  if (word && language !== 'de' && /^-\p{L}/u.test(text.slice(word.end, word.end + 2))) return false;
  if (
    !word ||
    (word.term === undefined && word.joined === undefined && !common.test(word.key)) ||
    word.isCapital ||
    /^\p{N}/u.test(word.key)
  )
    return false;
  if (numberValue(word.key, language) !== undefined || claiming.some((group) => group.has(word.key))) return false;
  return language === 'de' ? isGermanVerb(word, at, words) : isEnglishVerb(word, at, words);
}

function isGermanVerb(word: ReadWord, at: number, words: readonly ReadWord[]): boolean {
  if (
    separablePrefix.test(word.key) ||
    prepositions.test(word.key) ||
    (light.has(word.key) && word.joined === undefined && !/^(?:sagte|erklarte|teilte)/.test(word.key))
  )
    return false;
  const previous = fold(words[at - 1]?.text ?? '');
  const next = words[at + 1];
  const isBeforeNoun = /(?:e|en|er|es|em)$/.test(word.key) && next?.isCapital === true && next.clause === word.clause;
  const isPast =
    /^(?!(?:\p{L}{2,6})?ge\p{L}{2,}ten$)\p{L}+ten?$/u.test(word.key) &&
    !determiner.test(previous) &&
    !prepositions.test(previous);
  const isParticiple = isBeforeNoun && /^(?:\p{L}{2,6})?ge\p{L}{3,}te[nrms]?$/u.test(word.key);
  return !isParticiple && (!isBeforeNoun || isPast) && /(?:t|en|te|e|n|[^aeiou]st|[aiou]\p{L}{1,3})$/u.test(word.key);
}

function isEnglishVerb(word: ReadWord, at: number, words: readonly ReadWord[]): boolean {
  const previous = fold(words[at - 1]?.text ?? '');
  if (beforeBase.test(previous)) return !/[^s]s$/.test(word.key) || previous !== 'to';
  if (determiner.test(previous) || /['’]s$/.test(words[at - 1]?.text ?? '')) return false;
  if (opensAsParticiple(words, at)) return true;
  const isBeforePhrase = determiner.test(words[at + 1]?.key ?? '') && words[at - 1]?.term !== undefined;
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
  const isToBe = /^(?:to|zu)$/.test(words[at - 1]?.key ?? '') || infinitive.test(words[at]?.key ?? '');
  return isToBe || opensAsParticiple(words, at);
}

/** Reads the mood of a verb from the words of its clause. */
export function readVerbMood(text: ReadText, at: number): VerbMood {
  return { isPassive: isPassive(text, at), isFuture: isFuture(text, at), isDone: isDone(text, at) };
}

function isPassive({ words, language }: ReadText, at: number): boolean {
  const verb = words[at];
  if (!verb || (language === 'de' ? !/(?:t|en)$/.test(verb.key) : !isPastForm(verb.key))) return false;
  const from = language === 'de' ? 0 : Math.max(0, at - reachOfBe);
  return words.slice(from, at + 2).some((word) => word.clause === verb.clause && be.test(fold(word.text)));
}

function isFuture({ words, language }: ReadText, at: number): boolean {
  const verb = words[at];
  const clause = words.filter(({ clause }) => clause === verb?.clause);
  if (language !== 'de') {
    const before = words.slice(0, at).filter(({ clause }) => clause === verb?.clause);
    const isTo = before.at(-1)?.key === 'to';
    return before.some(({ text }) => ahead.test(fold(text)) || (isTo && asking.test(fold(text))));
  }
  // "Um zu protestieren" states what they did.
  const isToBeDone = (words[at - 1]?.key === 'zu' || infinitive.test(verb?.key ?? '')) && clause[0]?.key !== 'um';
  // "Würde" is not "wurde", although folding makes them equal.
  return isToBeDone || clause.some(({ text }) => ahead.test(fold(text)) || /^(?:würde|könnte|müsste)n?$/u.test(text));
}

function isDone({ words, language }: ReadText, at: number): boolean {
  const verb = words[at];
  if (language !== 'de') return verb !== undefined && isPastForm(verb.key);
  return words.some(({ clause, text }) => clause === verb?.clause && done.test(fold(text)));
}
