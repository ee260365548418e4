import type { Article } from '../../src/articles/article.ts';
import { extractPage } from '../../src/articles/extract-page.ts';
import { makeArticle } from '../../src/articles/make-article.ts';
import { articlePage } from '../../src/cli/demo/sample-edition/article-page.ts';
import { readSampleEdition } from '../../src/cli/demo/sample-edition/read-sample-edition.ts';
import { articlePath } from '../../src/cli/demo/sample-edition/sample-article.ts';

export interface SamplePage {
  readonly url: string;
  readonly html: string;
}

/** The bundled edition's articles as pages in DW's layout, live blogs among them. */
export async function samplePages(): Promise<readonly SamplePage[]> {
  const { articles } = await readSampleEdition();
  return articles
    .filter(({ kind }) => kind === 'a' || kind === 'live')
    .map((article) => {
      const others = articles.filter(({ id, language }) => id !== article.id && language === article.language);
      const html = articlePage({ article, others: others.slice(0, 4), imageBaseUrl: 'https://static.dw.com' });
      return { url: `https://www.dw.com${articlePath(article)}`, html };
    });
}

/** What ingest makes of such a page; another id makes another article of it. */
export function articleOfPage({ url, html }: SamplePage, id = url): Article {
  const page = extractPage(html, url);
  const title = page.headline;
  const entry = { id, kind: 'article', url, title, categories: [], position: 0 } as const;
  return makeArticle({ entry, page, revision: 1, fallbackLanguage: 'en', topics: [] });
}
