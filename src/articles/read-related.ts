import { canonicalUrl, contentId, pageKind } from '../feeds/entry-url.ts';
import { countLimits, lengthLimits } from '../text/limits.ts';
import type { RelatedLink } from './article.ts';
import { type PageDocument, type PageElement, textOf } from './page-dom.ts';

/** The text first, then DW's boxes on the topic of an article; those of the day's top stories have nothing to do with it. */
const places = [
  '.rich-text a, .longText a',
  'section[id^="more-on"] a, section[id^="related-content"] a',
  '.linkList.intern a',
].join(', ');
const kinds = new Set(['article', 'live', 'gallery', 'video', 'audio']);

/** The other articles, galleries and videos of DW that a page points to, each once; not its topic pages. */
export function readRelated(document: PageDocument, pageUrl: string): readonly RelatedLink[] {
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
