import { Readability } from '@mozilla/readability';
import type { FromLayout } from './from-dw-modern.ts';
import type { PageDocument, PageElement } from './page-dom.ts';
import { readBody } from './read-body.ts';

/** Finds the text of a page whose layout we do not know. Takes the document apart: read everything else before. */
export function fromReadability(document: PageDocument): FromLayout | undefined {
  const article = new Readability<PageElement>(document as never, {
    serializer: (node: unknown) => node as PageElement,
    disableJSONLD: true,
  }).parse();
  if (!article?.content) return undefined;
  const { blocks, pictures, agencies } = readBody(article.content);
  return {
    ...(article.title && { headline: article.title }),
    ...(article.excerpt && { lead: article.excerpt }),
    authors: article.byline ? [article.byline] : [],
    blocks,
    pictures,
    agencies,
    method: 'readability',
  };
}
