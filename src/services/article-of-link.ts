import type { Article } from '../articles/article.ts';
import { canonicalUrl, contentId, isDw } from '../feeds/entry-url.ts';
import type { Queries } from '../storage/storage.ts';

/** The newest revision of the article that a link leads to, if we have it: of DW by its content id, of others by the address a feed gave. */
export async function articleOfLink(
  link: string,
  { articles, feeds }: Pick<Queries, 'articles' | 'feeds'>,
): Promise<Article | undefined> {
  const url = canonicalUrl(link);
  if (url === undefined) return undefined;
  const number = isDw(new URL(url).hostname) ? contentId(url) : undefined;
  const id = number === undefined ? await feeds.findByUrl(url) : `dw:${number}`;
  return id === undefined ? undefined : articles.find(id);
}

/** The web addresses in a text, without what a sentence puts behind them. */
export function linksIn(text: string): readonly string[] {
  const found = text.match(/https?:\/\/[^\s<>"”’|]+/giu) ?? [];
  return [...new Set(found.map((link) => link.replace(/(?<![).,;:!?\]])[).,;:!?\]]+$/u, '')))];
}
