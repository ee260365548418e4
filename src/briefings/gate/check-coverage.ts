import { findNames } from '../../reading/find-names.ts';
import { groupsOf, isA } from '../../reading/lexicon.ts';
import { compoundValue } from '../../reading/number-words.ts';
import type { ReadText, ReadWord } from '../../reading/read-text.ts';
import { isSameWord } from '../../reading/same-word.ts';
import { findDates } from '../../text/dates.ts';
import { numberValue } from '../../text/numbers.ts';
import type { GateCase, Objection } from './gate-case.ts';

/**
 * A statement must consist of its sources' words: each content word is in a cited sentence, in any form or as a synonym. Freer paraphrases
 * are lost, which is the price: one added word is enough to make a true sentence false.
 */
export function checkCoverage({ statement, evidence, sameLanguage }: GateCase): Objection | undefined {
  if (!sameLanguage) return undefined;
  const unseen = statement.words.find((word) => !isCovered(word, statement, evidence));
  if (unseen) return { reason: 'support', detail: `no cited sentence has ${unseen.text}` };
  const known = new Set(evidence.flatMap(claimsOf));
  const added = claimsOf(statement).find((claim) => !known.has(claim));
  if (added) return { reason: 'support', detail: `no cited sentence says "${added}"` };
  return checkCauses(statement, evidence);
}

/** Small words that do claim something: "only", "again". "More than" is left to the numbers check. */
function claimsOf({ words, language }: ReadText): readonly string[] {
  return words.flatMap(({ key }, at) =>
    /^(?:than|als)$/.test(words[at + 1]?.key ?? '') ? [] : groupsOf('claim', key, language),
  );
}

/** Names, numbers and dates have checks of their own. */
function isCovered(word: ReadWord, statement: ReadText, evidence: GateCase['evidence']): boolean {
  const { language } = statement;
  // A particle is matched together with its verb: "sagte ... ab".
  if (language === 'de' && isA('particle', word.key, language)) return true;
  if (isCompany(word, statement)) return true;
  const saysNothing = word.joined === undefined && (word.term === undefined || isA('light', word.key, language));
  if (saysNothing || isUnit(word, statement)) return true;
  if (
    /^\p{N}/u.test(word.key) ||
    numberValue(word.key, language) !== undefined ||
    compoundValue(word.key, language) !== undefined
  )
    return true;
  if (evidence.some(({ words }) => words.some((other) => isSameWord(word, other, language)))) return true;
  return isNameOrDate(word, statement, evidence);
}

/** "The company" of a statement that names one. */
function isCompany({ key, clause }: ReadWord, { words }: ReadText): boolean {
  const at = words.findIndex((word) => word.key === key && word.clause === clause);
  const isDefinite = /^(?:the|das|der|dem|des)$/.test(words[at - 1]?.key ?? '');
  return (
    isDefinite &&
    /^(?:company|firm|airline|unternehmens?|konzerns?)$/.test(key) &&
    words.slice(0, at - 1).some((word) => word.isCapital && !word.opensSentence)
  );
}

/** A unit after a number, left to the numbers check: "won" is a currency and a verb. */
function isUnit(word: ReadWord, { words, language }: ReadText): boolean {
  const before = words[words.indexOf(word) - 1];
  return (
    isA('unit', word.key, language) &&
    before !== undefined &&
    (/\p{N}/u.test(before.key) || isA('light', before.key, language))
  );
}

function isNameOrDate(word: ReadWord, statement: ReadText, evidence: GateCase['evidence']): boolean {
  if (findNames(statement, evidence).some((run) => run.includes(word))) return true;
  const at = evidence[0]?.publishedAt;
  if (at === undefined) return false;
  return findDates(statement.text, statement.language, at).some(({ text }) => text.includes(word.text));
}

/** Content words that make up the reason, and how far after its causal word a source may have them. */
const wordsOfReason = 2;
const reach = 2;

/** A reason must be one in a source: what merely came before, or is in the same sentence, is not a cause. */
function checkCauses(statement: ReadText, evidence: readonly ReadText[]): Objection | undefined {
  const at = statement.words.findIndex(({ key }) => isA('because', key, statement.language));
  const cause = statement.words[at];
  if (!cause) return undefined;
  const isGiven = evidence.some((text) => givesReason(text, termsAfter(statement.words, at, wordsOfReason)));
  return isGiven
    ? undefined
    : { reason: 'support', detail: `no cited sentence gives that reason, as "${cause.text}" does` };
}

function givesReason({ words, language }: ReadText, reason: readonly ReadWord[]): boolean {
  const isReason = (word: ReadWord) => reason.some((own) => isSameWord(own, word, language));
  return words.some(({ key }, at) => {
    if (isA('reason-before', key, language)) return true;
    return isA('reason-after', key, language) && (reason.length === 0 || termsAfter(words, at, reach).some(isReason));
  });
}

function termsAfter(words: readonly ReadWord[], at: number, count: number): readonly ReadWord[] {
  return words
    .slice(at + 1)
    .filter(({ term }) => term !== undefined)
    .slice(0, count);
}
