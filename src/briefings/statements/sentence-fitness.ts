import type { Article, Sentence } from '../../articles/article.ts';
import { isBoilerplate } from '../../articles/boilerplate.ts';
import { needsContext } from '../../reading/needs-context.ts';
import { endsInQuestion, endsSentence, hasUnmatchedMark } from '../../text/marks.ts';
import { termOf, wordsOf } from '../../text/terms.ts';
import { headlineKind } from '../ranking/event-values.ts';
import { isBareQuotation, isPersonal, isPromotion, isStandingNote, saysWhoThinks } from './sentence-voice.ts';

const shortest = 4;
const longest = 60;

/** Whether a sentence may be quoted at all: a complete statement with content, not a credit, link, question, caption or fragment. */
export function isFit(text: string, language: string, fewestTerms = shortest): boolean {
  if (!endsSentence(text) || endsInQuestion(text) || isBoilerplate(text) || isPromotion(text)) return false;
  const words = wordsOf(text, language);
  if (words.length > longest || hasUnmatchedMark(text)) return false;
  return words.filter(({ text: word }) => termOf(word, language) !== undefined).length >= fewestTerms;
}

/**
 * Whether a reader understands the sentence with at most `previous`, the sentence right before it, shown. Not if it opens with a pronoun
 * or connective, mentions "the two", or quotes somebody who is only "he", and the sentence it needs as context is missing.
 */
export function isSelfContained(text: string, language: string, previous?: string): boolean {
  return previous !== undefined || !needsContext(text, language);
}

/**
 * Whether a sentence may be quoted beside sentences of other articles: not in a personal voice that readers could not attribute, not with
 * a misprinted name, not an opinion without its author, not boilerplate.
 */
export function isQuotable({ text }: Sentence, { language, headline }: Article, misprints: readonly string[]): boolean {
  if (headlineKind(headline, language) === 'comments' && !saysWhoThinks(text, language)) return false;
  if (isPersonal(text, language) || isBareQuotation(text) || isStandingNote(text, language)) return false;
  return !misprints.some((name) => text.includes(name));
}
