import { isA } from '../../reading/lexicon.ts';
import type { ReadText, ReadWord } from '../../reading/read-text.ts';
import { isSameWord } from '../../reading/same-word.ts';
import type { Objection } from './gate.ts';

/** Content words that make up the reason, and how far after its causal word a source may have them. */
const wordsOfReason = 2;
const reach = 2;

/** A reason must be one in a source: what merely came before, or is in the same sentence, is not a cause. */
export function checkCauses(statement: ReadText, evidence: readonly ReadText[]): Objection | undefined {
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
