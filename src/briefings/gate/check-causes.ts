import type { ReadText, ReadWord } from '../../reading/read-text.ts';
import { isSameWord } from '../../reading/same-word.ts';
import type { Objection } from './gate.ts';

/** Causal words in a statement. Folded. */
const because =
  /^(?:because|due|caus(?:e|es|ed|ing)|thanks|owing|trigger\w*|wegen|weil|aufgrund|infolge|dank|deshalb|verursach\w*|ausgelost)$/;
/** Causal words a source may have instead: with the reason after it, or before it. */
const reasonAfter =
  /^(?:because|due|thanks|owing|blam\w*|over|for|as|since|amid|wegen|weil|aufgrund|infolge|dank|da|denn|um|durch|angesichts|mit)$/;
const reasonBefore =
  /^(?:caus\w*|trigger\w*|so|result\w*|forc\w*|leaving|prompt\w*|deshalb|verursach\w*|ausgelost|fuhrte|fuhrten|sodass)$/;
/** Content words that make up the reason, and how far after its causal word a source may have them. */
const wordsOfReason = 2;
const reach = 2;

/** A reason must be one in a source: what merely came before, or is in the same sentence, is not a cause. */
export function checkCauses(statement: ReadText, evidence: readonly ReadText[]): Objection | undefined {
  const at = statement.words.findIndex(({ key }) => because.test(key));
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
    if (reasonBefore.test(key)) return true;
    return reasonAfter.test(key) && (reason.length === 0 || termsAfter(words, at, reach).some(isReason));
  });
}

function termsAfter(words: readonly ReadWord[], at: number, count: number): readonly ReadWord[] {
  return words
    .slice(at + 1)
    .filter(({ term }) => term !== undefined)
    .slice(0, count);
}
