import { isFurniture } from '../../articles/furniture.ts';
import { baseLanguage, termOf, wordsOf } from '../../text/terms.ts';
import { leaningWords } from './sentence-leaning-words.ts';
import { isPromotion } from './sentence-voice.ts';

const question = /\?["”“’»)]*$/;
const ends = /[.!…]["”“’«»)\]]*$/;
const shortest = 4;
const longest = 60;

/** Whether a sentence may be quoted at all: a finished statement with content, no credit, link, question, caption or fragment. */
export function isFit(text: string, language: string, fewestTerms = shortest): boolean {
  if (isFurniture(text) || question.test(text) || !ends.test(text) || isPromotion(text)) return false;
  const words = wordsOf(text, language);
  if (words.length > longest || hasOpenQuotation(text)) return false;
  return words.filter(({ text: word }) => termOf(word, language) !== undefined).length >= fewestTerms;
}

/**
 * Whether a reader understands the sentence with only `previous`, the sentence right before it, shown. It does not when it opens
 * with a pronoun or connective, speaks of "the two", or quotes somebody who is only "he", and the sentence it leans on is missing.
 */
export function standsAlone(text: string, language: string, previous?: string): boolean {
  const leaning = leaningWords[baseLanguage(language)];
  if (!leaning || previous !== undefined) return true;
  return !Object.values(leaning).some((pattern) => pattern.test(text));
}

/** A quotation that began in an earlier sentence or goes on in a later one. */
function hasOpenQuotation(text: string): boolean {
  const straight = text.split('"').length - 1;
  const opening = text.match(/[“„]/g)?.length ?? 0;
  const closing = text.match(/[”]|“(?=[\s.,;]|$)/g)?.length ?? 0;
  return straight % 2 === 1 || (opening > 0 && closing === 0) || (opening === 0 && /”/.test(text));
}
