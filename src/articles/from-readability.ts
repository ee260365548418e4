import { createRequire } from 'node:module';
import { cleanText } from '../text/clean-text.ts';
import { cutTo } from '../text/limits.ts';
import type { FromLayout } from './from-dw-modern.ts';
import { classOf, type PageDocument, type PageElement } from './page-dom.ts';
import { readBody } from './read-body.ts';
import { type KnownOfPage, trimText } from './trim-text.ts';

const require = createRequire(import.meta.url);

/** Class names of non-prose elements on any site. */
const boilerplateClass =
  /(?:^|[\s_-])(?:captions?|figcaption|credits?|byline|dateline|timestamp|newsletter|promo|related|recirc|share|sharing|social|sponsored|advert|advertisement|ads?|tags|author-bio|disclaimer|inline-video|gallery-caption|comments?)(?:[\s_-]|$)/i;
const notProse = (element: PageElement) => boilerplateClass.test(classOf(element).replace(/([a-z])([A-Z])/g, '$1-$2'));

/** Finds the text of a page whose layout we do not know. Takes the document apart: read everything else before. */
export function fromReadability(document: PageDocument, known: KnownOfPage): FromLayout | undefined {
  const article = parse(document);
  if (!article?.content) return undefined;
  const body = readBody(article.content, notProse);
  const [headline, lead, byline] = [article.title, article.excerpt, article.byline].map((text) =>
    cleanText(cutTo('paragraph', text ?? '')),
  );
  return {
    ...(headline && { headline }),
    ...(lead && { lead }),
    authors: byline ? [byline] : [],
    blocks: trimText(body, { ...known, headline: known.headline || (headline ?? '') }),
    pictures: body.pictures,
    agencies: body.agencies,
    method: 'readability',
  };
}

function parse(document: PageDocument) {
  // Loaded by the first page that needs it.
  const { Readability } = require('@mozilla/readability') as typeof import('@mozilla/readability');
  try {
    return new Readability<PageElement>(document as never, {
      serializer: (node: unknown) => node as PageElement,
      disableJSONLD: true,
      keepClasses: true,
    }).parse();
  } catch (error) {
    // It recurses over siblings, and looks for a body above everything: a page of a hundred thousand line breaks, or one that closes its
    // body before its text, has as far as we are concerned no text.
    if (error instanceof RangeError || error instanceof TypeError) return null;
    throw error;
  }
}
