import type { RawDocument } from '../text/decode-document.ts';
import { languageTag } from '../text/languages.ts';
import { countLimits, cutTo } from '../text/limits.ts';
import { markupText } from '../text/markup-text.ts';
import type { ExtractedPage, Picture } from './article.ts';
import { fromDwClassic } from './from-dw-classic.ts';
import { type FromLayout, fromDwModern } from './from-dw-modern.ts';
import { fromReadability } from './from-readability.ts';
import { type PageData, readPageData } from './page-data.ts';
import { openFragment, openPage, type PageDocument, textOf } from './page-dom.ts';
import { type PageMeta, readPageMeta } from './page-meta.ts';
import { readBody } from './read-body.ts';
import { readRelated } from './read-related.ts';

/** Decodes and reads a page found at `url`, in this thread or another; rejects with DocumentLimitError. */
export type PageExtractor = (document: RawDocument, url: string) => Promise<ExtractedPage>;

/**
 * Reads an article out of its page. Fields come from the page's own data where it has any, then from what it shows, then from its
 * head; the text by DW's layouts, else by Readability. A page without text (video, gallery) has no blocks.
 */
export function extractPage(html: string, url: string): ExtractedPage {
  const data = readPageData(html);
  const document = openPage(html);
  const meta = readPageMeta(document, url);
  const dw = meta.isDw || data.publisher === 'Deutsche Welle';
  const headline = data.headline ?? meta.title ?? mainHeading(document);
  const related = dw ? readRelated(document, meta.canonicalUrl ?? url) : [];
  const layout =
    (dw && (fromDwModern(document, data.bodyHtml) ?? fromDwClassic(document))) ||
    fromReadability(document, { headline, bodyText: data.bodyText });
  return { ...merge(data, layout ?? nothing, meta, headline), ...(related.length > 0 && { related }) };
}

/** Where neither data nor head name the article: the first heading of the first order, best inside of what it heads. */
function mainHeading(document: PageDocument): string {
  return textOf(document.querySelector('article h1, main h1') ?? document.querySelector('h1'));
}

const nothing: FromLayout = { authors: [], blocks: [], pictures: [], agencies: [], method: 'readability' };

function merge(data: PageData, layout: FromLayout, meta: PageMeta, headline: string): ExtractedPage {
  const publishedAt = data.publishedAt ?? layout.publishedAt ?? meta.publishedAt;
  const modifiedAt = data.modifiedAt ?? meta.modifiedAt;
  const lead = layout.lead ?? data.lead ?? meta.description;
  const section = data.section ?? layout.section ?? meta.section;
  const language = languageTag(meta.language) ?? languageTag(data.language);
  const canonicalUrl = meta.canonicalUrl;
  return {
    headline: cutTo('title', layout.headline || headline),
    ...(layout.kicker && { kicker: layout.kicker }),
    ...(lead && { lead }),
    blocks: layout.blocks.length > 0 ? layout.blocks : postBlocks(data),
    pictures: withOpening(layout.pictures, meta.picture ?? data.picture),
    authors:
      [data.authors, layout.authors, meta.author ? [meta.author] : []].map(people).find((names) => names.length > 0) ??
      [],
    ...(layout.place && { place: layout.place }),
    agencies: [...new Set(layout.agencies)],
    ...(publishedAt && { publishedAt }),
    ...(modifiedAt && { modifiedAt }),
    ...(section && { section }),
    ...(language && { language }),
    ...(canonicalUrl && { canonicalUrl }),
    method: layout.method,
  };
}

/** The publisher is not the author of what it publishes. */
function people(names: readonly string[]): readonly string[] {
  const known = names.slice(0, countLimits.partsOfPage).map((name) => cutTo('label', name));
  return [...new Set(known)].filter((name) => !/^(?:Deutsche Welle|DW)\b/i.test(name));
}

/** A live blog whose posts are in the page's data only. */
function postBlocks({ posts }: PageData): ExtractedPage['blocks'] {
  return posts.flatMap(({ title, html, at }) => {
    const { blocks } = readBody(openFragment(html));
    const heading = { kind: 'subhead' as const, text: markupText(title) };
    return (title === '' ? blocks : [heading, ...blocks]).map((block) => (at ? { ...block, at } : block));
  });
}

/** The page's share picture comes first, with its caption if the layout shows it too. */
function withOpening(pictures: readonly Picture[], opening: string | undefined): readonly Picture[] {
  if (opening === undefined || pictures.some(({ url }) => url === opening)) return pictures;
  return [{ url: opening }, ...pictures];
}
