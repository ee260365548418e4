import { canonicalUrl, isDw } from '../feeds/entry-url.ts';
import { markupText } from '../text/clean-text.ts';
import { parseFeedDate } from '../text/found-date.ts';
import { cutTitle, lengthLimits } from '../text/limits.ts';
import type { PageDocument } from './page-dom.ts';
import { pictureUrl } from './read-picture.ts';

/** The metadata in the head of a page. */
export interface PageMeta {
  readonly title?: string;
  readonly description?: string;
  readonly canonicalUrl?: string;
  readonly language?: string;
  readonly picture?: string;
  readonly publishedAt?: Temporal.Instant;
  readonly modifiedAt?: Temporal.Instant;
  readonly author?: string;
  readonly section?: string;
  readonly isDw: boolean;
}

/** DW adds itself to a title: " – DW – 30.01.2024" today, " | Culture | DW | 10.06.2013" before. */
const dwTail = /(?<!\s)\s+–\s+DW\s+–\s+[\d./]+$|(?<!\s)\s*\|.*\|\s*DW\s*\|\s*[\d.]+$/s;

/** Reads title, canonical address, language and the usual meta elements; `url` is where the page was found. */
export function readPageMeta(document: PageDocument, url: string): PageMeta {
  // Some tools that store pages write `name` for `property` and `value` for `content`.
  const meta = new Map<string, string>();
  for (const element of document.querySelectorAll('meta')) {
    const name = element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop');
    const value = element.getAttribute('content') ?? element.getAttribute('value');
    // The limit of the longest that is read of them, an address.
    if (name && value && value.length <= lengthLimits.link && !meta.has(name.toLowerCase())) {
      meta.set(name.toLowerCase(), value);
    }
  }
  const text = (...names: string[]) =>
    markupText(names.map((name) => meta.get(name)).find((value) => value !== undefined) ?? '');
  const date = (...names: string[]) => parseFeedDate(text(...names));

  const link = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta.get('og:url');
  const canonical = canonicalUrl(link ?? '') ?? canonicalUrl(url);
  const title = (
    cutTitle(text('og:title')) || markupText(cutTitle(document.querySelector('title')?.textContent ?? ''))
  ).replace(dwTail, '');
  const host = URL.parse(canonical ?? url)?.hostname ?? '';
  const language = pathLanguage(canonical, host) ?? document.documentElement?.getAttribute('lang')?.trim();
  const picture = pictureUrl(meta.get('og:image'));
  const description = text('description', 'og:description');
  const publishedAt = date('article:published_time', 'datepublished', 'date', 'dc.date', 'dc.date.issued', 'pubdate');
  const modifiedAt = date('article:modified_time', 'og:updated_time', 'datemodified');
  const author = text('author', 'article:author', 'dc.creator');
  const section = text('article:section');
  return {
    ...(title && { title: title.replaceAll('′', "'") }),
    ...(description && { description }),
    ...(canonical && { canonicalUrl: canonical }),
    ...(language && { language }),
    ...(picture && { picture }),
    ...(publishedAt && { publishedAt }),
    ...(modifiedAt && { modifiedAt }),
    ...(author && !author.startsWith('http') && { author }),
    ...(section && { section }),
    isDw: isDw(host) || /^dw\b|deutsche welle/i.test(meta.get('og:site_name') ?? ''),
  };
}

/** DW's first path segment names the edition more exactly than `html lang`: `zh-hant`, `fa-af`, `pt-002`. */
function pathLanguage(address: string | undefined, host: string): string | undefined {
  return isDw(host) ? /^https?:\/\/[^/]+\/([a-z]{2}(?:-[a-z\d]{2,4})?)\//.exec(address ?? '')?.[1] : undefined;
}
