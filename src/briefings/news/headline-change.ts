import type { Article } from '../../articles/article.ts';
import type { Citation } from '../briefing.ts';
import { isSameHeadline } from './same-headline.ts';
import type { DeliveredStatement } from './story-news.ts';

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
