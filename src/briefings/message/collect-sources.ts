import type { Source } from '../../chat/message.ts';
import type { Briefing, Citation } from '../briefing.ts';
import { correctionFor } from '../news/find-corrections.ts';
import type { BriefingFrame } from './briefing-frame.ts';

/**
 * The articles of a briefing: first, numbered in the order of its stories, those that a line cites beside its title's; then those that a title
 * links, of which no number is shown. Their dates are written in the language given.
 */
export function collectSources(
  briefing: Briefing,
  { corrections = [] }: Pick<BriefingFrame, 'corrections'>,
  language: string,
): ReadonlyMap<string, Source> {
  const sources = new Map<string, Source>();
  const add = (articleId: string, source: Omit<Source, 'number' | 'language'>): void => {
    if (!sources.has(articleId)) sources.set(articleId, { number: sources.size + 1, ...source, language });
  };
  for (const story of briefing.stories) {
    const cited: Citation[] = story.statements.flatMap((statement) => {
      // What is struck out and what stands in its place say where they are from.
      const isCorrected = correctionFor(statement, corrections) !== undefined;
      return statement.citations.filter(({ articleId }) => isCorrected || articleId !== story.titleArticleId);
    });
    for (const { articleId, url, publishedAt, headline } of cited)
      add(articleId, { title: headline ?? '', url, publishedAt });
  }
  for (const { titleArticleId, title, url, publishedAt } of briefing.stories)
    add(titleArticleId, { title, url, publishedAt: publishedAt.at(-1) ?? '', isLinked: true });
  for (const { articleId, title, url, publishedAt } of briefing.also)
    add(articleId, { title, url, publishedAt, isLinked: true });
  return sources;
}
