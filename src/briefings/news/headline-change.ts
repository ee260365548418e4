import type { Article } from '../../articles/article.ts';
import type { Citation } from '../briefing.ts';
import { isSameHeadline } from './same-headline.ts';
import type { ToldStatement } from './story-news.ts';

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
  return isSameHeadline(before, headline, language) ? undefined : { before, citation };
}
