import type { Article } from '../articles/article.ts';
import { fold, termsOf } from '../language/terms.ts';
import type { Citation } from './briefing.ts';
import { tellTheSame } from './same-facts.ts';
import { shareOfTerms } from './share-of-terms.ts';
import type { ToldStatement } from './story-news.ts';

/** Sharing so many of their words, and every fact, two headlines are one. */
const sameHeadline = 0.8;

/**
 * The headline under which these readers were last told of an article, where it says something else by now: not where it is spelled or cased
 * otherwise, and not of what runs live, whose headline is another with each event.
 */
export function headlineChangeOf(
  { id, kind, headline, revision, language }: Article,
  told: readonly ToldStatement[],
): { readonly before: string; readonly citation: Citation } | undefined {
  const citation = told.map((one) => one.citation).findLast(({ articleId }) => articleId === id);
  const before = citation?.headline;
  if (!citation || !before || citation.revision >= revision || kind === 'live') return undefined;
  return isSame(before, headline, language) ? undefined : { before, citation };
}

function isSame(before: string, now: string, language: string): boolean {
  if (lettersOf(before) === lettersOf(now)) return true;
  const [was, is] = [before, now].map((text) => new Set(termsOf(text, language)));
  if (was === undefined || is === undefined) return false;
  return shareOfTerms(was, is) >= sameHeadline && tellTheSame(before, now, language);
}

/** "Heat wave" and "heatwave" are one word. */
function lettersOf(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, '');
}
