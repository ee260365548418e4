import { fold, termsOf } from '../language/terms.ts';
import { tellTheSame } from './same-facts.ts';
import { shareOfTerms } from './share-of-terms.ts';

/** Sharing so many of their words, and every fact, two headlines are one. */
const sameFrom = 0.85;

/** Whether two headlines differ in no more than spelling, case and a word or two that tell nothing else. */
export function isSameHeadline(before: string, now: string, language: string): boolean {
  if (lettersOf(before) === lettersOf(now)) return true;
  const [was, is] = [before, now].map((text) => new Set(termsOf(text, language)));
  if (was === undefined || is === undefined) return false;
  return shareOfTerms(was, is) >= sameFrom && tellTheSame(before, now, language);
}

/** "Heat wave" and "heatwave" are one word. */
function lettersOf(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, '');
}
