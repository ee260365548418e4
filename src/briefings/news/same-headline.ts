import type { Article } from '../../articles/article.ts';
import { editDistance } from '../../text/similar-words.ts';
import { fold, termsOf } from '../../text/terms.ts';
import type { Citation, DeliveredStatement } from '../briefing.ts';
import { shareOfTerms, stateTheSame } from './same-facts.ts';

/** Two headlines are the same if they share this many of their words, and every fact. */
const sameFrom = 0.85;
/** Shorter words that differ by a letter are two words. */
const shortestMistyped = 5;

/** Whether two headlines differ in no more than spelling, case and a word or two that tell nothing else. */
export function isSameHeadline(before: string, now: string, language: string): boolean {
  if (lettersOf(before) === lettersOf(now)) return true;
  const [was, is] = [before, now].map((text) => new Set(termsOf(text, language)));
  if (was === undefined || is === undefined) return false;
  if (isTypingError([...was.difference(is)], [...is.difference(was)])) return true;
  return shareOfTerms(was, is) >= sameFrom && stateTheSame(before, now, language);
}

/** "Resuffle", and later "reshuffle"; not "win", and later "wind". */
function isTypingError([was = '', ...others]: readonly string[], [is = '', ...more]: readonly string[]): boolean {
  const isLong = Math.min(was.length, is.length) >= shortestMistyped;
  return isLong && others.length + more.length === 0 && editDistance(was, is) === 1;
}

/** "Heat wave" and "heatwave" are one word. */
function lettersOf(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * The headline under which an article was last delivered to these readers, if it says something else by now: not if it is spelled or cased
 * differently, and not for live coverage, whose headline changes with each event.
 */
export function headlineChangeOf(
  { id, kind, headline, revision, language }: Article,
  delivered: readonly DeliveredStatement[],
): { readonly before: string; readonly citation: Citation } | undefined {
  const citation = delivered.map((one) => one.citation).findLast(({ articleId }) => articleId === id);
  const before = citation?.headline;
  if (!citation || !before || citation.revision >= revision || kind === 'live') return undefined;
  return isSameHeadline(before, headline, language) ? undefined : { before, citation };
}
