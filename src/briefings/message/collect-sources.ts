import type { Source } from '../../chat/message.ts';
import type { Briefing } from '../briefing.ts';

/** The articles that a briefing cites, numbered in the order of its stories; their dates are written in the language given. */
export function collectSources(briefing: Briefing, language: string): ReadonlyMap<string, Source> {
  const sources = new Map<string, Source>();
  const add = (articleId: string, source: Omit<Source, 'number' | 'language'>): void => {
    if (!sources.has(articleId)) sources.set(articleId, { number: sources.size + 1, ...source, language });
  };
  for (const story of briefing.stories) {
    const citations = [...story.statements, ...(story.whyItMatters ? [story.whyItMatters] : [])].flatMap(
      ({ citations: list }) => list,
    );
    const moved = [
      ...story.moved.flatMap(({ beforeCitation, nowCitation }) => [beforeCitation, nowCitation]),
      ...(story.headlineChange ? [story.headlineChange.citation] : []),
    ];
    for (const { articleId, url, publishedAt, headline } of [...citations, ...moved]) {
      add(articleId, { title: headline ?? '', url, publishedAt });
    }
    if (story.statements.length === 0)
      add(story.titleArticleId, { title: story.title, url: story.url, publishedAt: story.publishedAt.at(-1) ?? '' });
  }
  for (const { articleId, title, url, publishedAt } of briefing.also) add(articleId, { title, url, publishedAt });
  return sources;
}
