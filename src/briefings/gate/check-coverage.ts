import { findNames } from '../../reading/find-names.ts';
import { claiming, light } from '../../reading/generic-words.ts';
import { compoundValue, measures } from '../../reading/number-words.ts';
import type { ReadText, ReadWord } from '../../reading/read-text.ts';
import { isCompoundOf, isSameWord } from '../../reading/same-word.ts';
import { separablePrefix } from '../../reading/verb-forms.ts';
import { findDates } from '../../text/dates.ts';
import { numberValue } from '../../text/numbers.ts';
import { fold } from '../../text/terms.ts';
import { checkCauses } from './check-causes.ts';
import type { GateCase, Objection } from './gate.ts';

/**
 * A statement must consist of its sources' words: each content word is in a cited sentence, in any form or as a synonym. Freer paraphrases
 * are lost, which is the price: one added word is enough to make a true sentence false.
 */
export function checkCoverage({ statement, evidence, sameLanguage }: GateCase): Objection | undefined {
  if (!sameLanguage) return undefined;
  const unseen = statement.words.find((word) => !isCovered(word, statement, evidence));
  if (unseen) return { reason: 'support', detail: `no cited sentence has ${unseen.text}` };
  const added = claiming.flatMap((group) =>
    hasAny([statement], group) && !hasAny(evidence, group) ? [...group].slice(0, 1) : [],
  )[0];
  if (added) return { reason: 'support', detail: `no cited sentence says "${added}"` };
  return checkCauses(statement, evidence);
}

/** "More than" is left to the numbers check. */
function hasAny(texts: readonly ReadText[], group: ReadonlySet<string>): boolean {
  return texts.some(({ words }) =>
    words.some(({ text }, at) => group.has(fold(text)) && !/^(?:than|als)$/.test(words[at + 1]?.key ?? '')),
  );
}

/** Names, numbers and dates have checks of their own. */
function isCovered(word: ReadWord, statement: ReadText, evidence: GateCase['evidence']): boolean {
  const { language } = statement;
  // A particle is matched together with its verb: "sagte ... ab".
  if (separablePrefix.test(word.key) && language === 'de') return true;
  if (isCompany(word, statement)) return true;
  const saysNothing = word.joined === undefined && (word.term === undefined || light.has(word.key));
  if (saysNothing || isUnit(word, statement)) return true;
  if (
    /^\p{N}/u.test(word.key) ||
    numberValue(word.key, language) !== undefined ||
    compoundValue(word.key, language) !== undefined
  )
    return true;
  if (evidence.some(({ words }) => words.some((other) => isSameWord(word, other, language)))) return true;
  if (evidence.some(({ words }) => isCompoundOf(word, words))) return true;
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
function isUnit(word: ReadWord, { words }: ReadText): boolean {
  const before = words[words.indexOf(word) - 1];
  return measures.has(word.key) && before !== undefined && (/\p{N}/u.test(before.key) || light.has(before.key));
}

function isNameOrDate(word: ReadWord, statement: ReadText, evidence: GateCase['evidence']): boolean {
  if (findNames(statement, evidence).some((run) => run.includes(word))) return true;
  const at = evidence[0]?.publishedAt;
  if (at === undefined) return false;
  return findDates(statement.text, statement.language, at).some(({ text }) => text.includes(word.text));
}
