import type { Http, HttpResponse } from '../runtime/http.ts';
import { HttpError } from '../runtime/http-error.ts';
import type { Robots } from '../runtime/robots.ts';
import { DocumentLimitError } from '../text/limits.ts';
import { reason, reasonAt } from '../wording/reason.ts';
import type { Feed } from './entry.ts';
import { FeedFetchError, FeedParseError } from './feed-error.ts';
import type { FeedParser, ParsedFeed } from './parse-feed.ts';

/** The cache validators of the last response. */
export interface FeedValidators {
  readonly etag?: string;
  readonly lastModified?: string;
}

/** A feed's entries, or that they are those of last time. */
export type FetchedFeed =
  | ({ readonly kind: 'unchanged' } & Remembered)
  | ({ readonly kind: 'read'; readonly parsed: ParsedFeed } & Remembered)
  | { readonly kind: 'failed'; readonly error: FeedFetchError };

/** The validators to store for the next request. */
interface Remembered extends FeedValidators {
  /** Where the feed moved for good. */
  readonly movedTo?: string;
  readonly maxAgeMs?: number;
}

const accept =
  'application/rss+xml, application/rdf+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5';

/** What fetching a feed needs of the outside world. */
export interface FeedFetchOptions {
  readonly http: Http;
  readonly robots?: Robots;
  readonly documents: { readonly parseFeed: FeedParser };
}

/** Fetches a feed, conditionally if it was read before, and parses the response. */
export async function fetchFeed(
  feed: Pick<Feed, 'url' | 'namespace' | 'language'>,
  previous: FeedValidators,
  { http, robots, documents }: FeedFetchOptions,
): Promise<FetchedFeed> {
  const { url } = feed;
  try {
    if (robots && !(await robots.allows(url))) {
      throw new FeedFetchError(reasonAt(url, reason('robots')), { url, reason: 'robots' });
    }
    const response = await http.get(url, { headers: conditions(previous) });
    if (response.status === 304) return { kind: 'unchanged', ...previous, ...remember(response) };
    if (response.status !== 200) throw refusal(url, response);
    return { kind: 'read', parsed: await readFeed(feed, response, documents), ...remember(response) };
  } catch (error) {
    if (error instanceof FeedFetchError) return { kind: 'failed', error };
    if (!(error instanceof HttpError)) throw error;
    return { kind: 'failed', error: new FeedFetchError(error.why, { url, reason: error.kind }, { cause: error }) };
  }
}

function conditions({ etag, lastModified }: FeedValidators): Record<string, string> {
  return { accept, ...(etag && { 'if-none-match': etag }), ...(lastModified && { 'if-modified-since': lastModified }) };
}

function remember({ headers, movedPermanentlyTo }: HttpResponse): Remembered {
  const etag = headers.get('etag');
  const lastModified = headers.get('last-modified');
  const seconds = /(?:^|[,\s])max-age=(\d+)/i.exec(headers.get('cache-control') ?? '')?.[1];
  return {
    ...(etag && { etag }),
    ...(lastModified && { lastModified }),
    ...(movedPermanentlyTo && { movedTo: movedPermanentlyTo }),
    ...(seconds && { maxAgeMs: Number(seconds) * 1000 }),
  };
}

async function readFeed(
  { url, namespace, language }: Pick<Feed, 'url' | 'namespace' | 'language'>,
  { status, headers, body }: HttpResponse,
  documents: FeedFetchOptions['documents'],
): Promise<ParsedFeed> {
  try {
    const document = { bytes: body, contentType: headers.get('content-type') ?? '' };
    return await documents.parseFeed(document, { namespace, language });
  } catch (error) {
    if (!(error instanceof FeedParseError || error instanceof DocumentLimitError)) throw error;
    const kind = error instanceof FeedParseError ? error.reason : 'over-limit';
    throw new FeedFetchError(reasonAt(url, error.why), { url, status, reason: kind }, { cause: error });
  }
}

function refusal(url: string, { status, retryAfterMs }: HttpResponse): FeedFetchError {
  const code = String(status);
  const why =
    retryAfterMs === undefined
      ? reason('status', { status: code })
      : reason('statusAndWait', { status: code, seconds: String(Math.ceil(retryAfterMs / 1000)) });
  return new FeedFetchError(reasonAt(url, why), {
    url,
    status,
    reason: 'status',
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
}
