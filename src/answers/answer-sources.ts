import type { Citation, Statement } from '../briefings/briefing.ts';
import type { MessageBlock, Source, Span } from '../chat/message.ts';

/** The cited articles, numbered in order of first citation. */
export type Sources = ReadonlyMap<string, Source>;

/** Numbers the articles that these statements cite, named by headline or else by URL. */
export function numberSources(
  statements: readonly { readonly citations: readonly Citation[] }[],
  headlines: Readonly<Record<string, string>> = {},
): Sources {
  const sources = new Map<string, Source>();
  for (const { articleId, url, publishedAt, headline } of statements.flatMap(({ citations }) => citations)) {
    if (sources.has(articleId)) continue;
    const title = headlines[articleId] ?? headline ?? url;
    sources.set(articleId, { number: sources.size + 1, title, url, publishedAt });
  }
  return sources;
}

/** " [1] [3]": the numbers of what a statement cites. */
export function citationSpans({ citations }: Pick<Statement, 'citations'>, sources: Sources): Span[] {
  return citations.flatMap(({ articleId, url }): Span[] => {
    const number = sources.get(articleId)?.number;
    return number === undefined
      ? []
      : [
          { kind: 'text', text: ' ' },
          { kind: 'citation', number, url },
        ];
  });
}

/** The list of sources, if there are any. */
export function sourcesBlocks(sources: Sources): MessageBlock[] {
  return sources.size > 0 ? [{ kind: 'sources', sources: [...sources.values()] }] : [];
}
