import { canonicalUrl, contentId, pageKind } from '../feeds/entry-url.ts';
import { markupText } from '../text/clean-text.ts';
import type { RawDocument } from '../text/decode-document.ts';
import { languageTag } from '../text/languages.ts';
import { countLimits, cutTitle, cutTo, lengthLimits } from '../text/limits.ts';
import type { ExtractedPage, Picture, RelatedLink } from './article.ts';
import { fromDwClassic } from './from-dw-classic.ts';
import { type FromLayout, fromDwModern } from './from-dw-modern.ts';
import { fromReadability } from './from-readability.ts';
import { type PageData, readPageData } from './page-data.ts';
import { openFragment, openPage, type PageDocument, type PageElement, textOf } from './page-dom.ts';
import { type PageMeta, readPageMeta } from './page-meta.ts';
import { readBody } from './read-body.ts';

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
    headline: cutTitle(layout.headline || headline),
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

/** The text first, then DW's boxes on the topic of an article; those of the day's top stories have nothing to do with it. */
const places = [
  '.rich-text a, .longText a',
  'section[id^="more-on"] a, section[id^="related-content"] a',
  '.linkList.intern a',
].join(', ');
const kinds = new Set(['article', 'live', 'gallery', 'video', 'audio']);

/** The other articles, galleries and videos of DW that a page points to, each once; not its topic pages. */
function readRelated(document: PageDocument, pageUrl: string): readonly RelatedLink[] {
  const links = new Map<string, RelatedLink>();
  for (const element of document.querySelectorAll(places)) {
    if (links.size === countLimits.partsOfPage) break;
    const url = targetOf(element, pageUrl);
    const id = url === undefined ? undefined : contentId(url);
    const title = titleOf(element);
    // A teaser links its picture too, without a word.
    if (url && id && title !== '' && id !== contentId(pageUrl) && !links.has(id)) links.set(id, { url, title });
  }
  return [...links.values()];
}

function targetOf(element: PageElement, pageUrl: string): string | undefined {
  const address = element.getAttribute('href') ?? '';
  const url = address.length <= lengthLimits.link ? URL.parse(address, pageUrl)?.href : undefined;
  return url !== undefined && kinds.has(pageKind(url)) ? canonicalUrl(url) : undefined;
}

function titleOf(element: PageElement): string {
  return textOf(element.querySelector('h2, h3, h4') ?? element);
}
