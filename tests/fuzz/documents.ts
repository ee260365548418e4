import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { articlePage } from '../../src/cli/demo/sample-edition/article-page.ts';
import { type FeedForm, renderFeed } from '../../src/cli/demo/sample-edition/feed-documents.ts';
import { readSampleEdition } from '../../src/cli/demo/sample-edition/read-sample-edition.ts';
import { sampleFeeds } from '../../src/cli/demo/sample-edition/sample-article.ts';

export interface Documents {
  readonly feeds: readonly Buffer[];
  readonly pages: readonly Buffer[];
}

const now = Temporal.Instant.from('2022-07-31T12:00:00Z');
const forms: readonly FeedForm[] = ['rdf', 'xml', 'atom'];

/** Whole documents to damage: our fixtures, the sample edition's, and DW's own where they lie beside the project. */
export async function readDocuments(): Promise<Documents> {
  const { articles } = await readSampleEdition();
  const imageBaseUrl = 'https://images.example';
  const samplePages = articles
    .slice(0, 6)
    .map((article) => articlePage({ article, others: articles.slice(0, 4), imageBaseUrl }));
  const sampleDocuments = forms.flatMap((form) =>
    sampleFeeds
      .slice(0, 2)
      .map((feed) => renderFeed(form, { feed, articles: articles.slice(0, 40), now, baseUrl: 'https://www.dw.com' })),
  );
  return {
    feeds: [
      ...filesIn('../fixtures/feeds/', /\.xml$/),
      ...sampleDocuments.map((text) => Buffer.from(text)),
      ...filesIn('../../../shared/dw/feeds/', /\.xml$/),
    ],
    pages: [
      ...filesIn('../fixtures/pages/', /\.html$/),
      ...samplePages.map((text) => Buffer.from(text)),
      ...filesIn('../../../shared/dw/pages/', /\.html$/),
    ],
  };
}

function filesIn(folder: string, name: RegExp): readonly Buffer[] {
  const url = new URL(folder, import.meta.url);
  if (!existsSync(url)) return [];
  return readdirSync(url)
    .filter((file) => name.test(file))
    .toSorted()
    .map((file) => readFileSync(new URL(file, url)));
}
