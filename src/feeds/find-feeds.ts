import type { Http, HttpResponse } from '../runtime/http.ts';
import { HttpError } from '../runtime/http-error.ts';
import type { Robots } from '../runtime/robots.ts';
import { linkedom } from '../text/clean-text.ts';
import { decodeDocument } from '../text/decode-document.ts';
import { DocumentLimitError, lengthLimits } from '../text/limits.ts';
import { FeedParseError } from './feed-error.ts';
import type { FeedParser, ParsedFeed } from './parse-feed.ts';

/** A feed of a site, with what helps to choose among several. */
export interface FoundFeed {
  readonly url: string;
  readonly title: string;
  /** As the feed says it. */
  readonly language?: string;
  readonly entries: number;
  /** When its newest entry was published. */
  readonly newest?: Temporal.Instant;
}

export interface FindFeedsOptions {
  readonly http: Http;
  readonly robots?: Robots;
  readonly documents: { readonly parseFeed: FeedParser };
}

/** At most this many feeds of a page are considered; some blogs have one for the comments on each article. */
const mostFeeds = 10;
/** Links to feeds; the parser takes more than linear time for many. */
const mostLinks = 50;
/** The links stand in the head of a page. */
const headLength = 300_000;
const pageBytes = 5 * 1_024 * 1_024;

/** Where sites keep their feed if no page says so, by the programs that serve most sites: WordPress, Hugo, Ghost, Jekyll and the like. */
const commonPaths = ['/feed', '/rss.xml', '/feed.xml', '/index.xml', '/atom.xml', '/rss'] as const;

/**
 * The feeds of a site by the address of any of its pages: the address itself if it is a feed, else those that the page names, else those at
 * common paths. Throws HttpError where the page cannot be fetched; gives none where there is none, or robots.txt asks not to fetch them.
 */
export async function findFeeds(address: string, options: FindFeedsOptions): Promise<readonly FoundFeed[]> {
  const page = await options.http.get(address, { maxBytes: pageBytes });
  const itself = await readFound(page, options);
  if (itself) return [itself];
  const html = page.status === 200 ? decodeDocument(page.body, page.headers.get('content-type') ?? undefined) : '';
  const named = await readAll(feedLinks(html, page.url).slice(0, mostFeeds), options);
  if (named.length > 0) return named;
  return readAll(
    commonPaths.map((path) => new URL(path, page.url).href),
    options,
  );
}

const linkTag = /<link\s[^<>]{1,2000}>/giu;
const feedType = /(?:rss|atom|rdf)\+xml/iu;
const feedTypes: ReadonlySet<string> = new Set(['application/rss+xml', 'application/atom+xml', 'application/rdf+xml']);

interface LinkElement {
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
}

/**
 * The addresses of feeds that a page names: `<link rel="alternate" type="application/rss+xml" href="...">`, in their order.
 * https://www.rssboard.org/rss-autodiscovery
 */
export function feedLinks(html: string, base: string): readonly string[] {
  const links = (html.slice(0, headLength).match(linkTag) ?? []).filter((tag) => feedType.test(tag));
  const { document } = linkedom().parseHTML(
    `<!doctype html><html><head>${links.slice(0, mostLinks).join('')}</head></html>`,
  );
  const elements = [...document.querySelectorAll('link')] as readonly LinkElement[];
  const addresses = elements.flatMap((link) => {
    // linkedom keeps names as they are written; HTML does not tell case.
    const attributes = new Map(Array.from(link.attributes, ({ name, value }) => [name.toLowerCase(), value]));
    const read = (name: string): string => attributes.get(name) ?? '';
    const isAlternate = read('rel').toLowerCase().split(/\s+/u).includes('alternate');
    const type = read('type').split(';')[0]?.trim().toLowerCase() ?? '';
    const url = URL.parse(read('href'), base);
    const isWeb = url?.protocol === 'http:' || url?.protocol === 'https:';
    return isAlternate && feedTypes.has(type) && isWeb && url.href.length <= lengthLimits.link ? url.href : [];
  });
  return [...new Set(addresses)];
}

/** Those of the addresses that are feeds; what cannot be fetched is left out. */
async function readAll(addresses: readonly string[], options: FindFeedsOptions): Promise<readonly FoundFeed[]> {
  const read = await Promise.all(
    addresses.map(async (address) => {
      try {
        if (options.robots && !(await options.robots.allows(address))) return undefined;
        return await readFound(await options.http.get(address), options);
      } catch (error) {
        if (error instanceof HttpError) return undefined;
        throw error;
      }
    }),
  );
  const found = read.filter((feed) => feed !== undefined);
  return [...new Map(found.map((feed) => [feed.url, feed])).values()];
}

/** What a response holds if it is a feed. */
async function readFound(
  { status, url, headers, body }: HttpResponse,
  { documents }: FindFeedsOptions,
): Promise<FoundFeed | undefined> {
  if (status !== 200) return undefined;
  try {
    // The parser may take the bytes for itself; a page that is no feed is still read here.
    const document = { bytes: body.slice(), contentType: headers.get('content-type') ?? '' };
    return foundFeed(url, await documents.parseFeed(document, { namespace: 'found' }));
  } catch (error) {
    if (error instanceof FeedParseError || error instanceof DocumentLimitError) return undefined;
    throw error;
  }
}

function foundFeed(url: string, { title, language, entries }: ParsedFeed): FoundFeed {
  const [newest] = entries
    .flatMap(({ publishedAt }) => publishedAt ?? [])
    .toSorted((one, other) => Temporal.Instant.compare(other, one));
  return {
    url,
    title: title || new URL(url).hostname,
    ...(language && { language }),
    entries: entries.length,
    ...(newest && { newest }),
  };
}
