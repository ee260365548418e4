import type { Entry, PageKind } from '../feeds/entry.ts';
import type { Http, HttpResponse } from '../runtime/http.ts';
import { HttpError, type HttpErrorKind } from '../runtime/http-error.ts';
import type { Robots } from '../runtime/robots.ts';
import { DocumentLimitError } from '../text/limits.ts';
import type { ExtractedPage, SkipReason } from './article.ts';
import type { PageExtractor } from './extract-page.ts';

/** A page's HTML, or why there is none. */
export type FetchedPage =
  | { readonly kind: 'extracted'; readonly page: ExtractedPage }
  | { readonly kind: 'skipped'; readonly reason: SkipReason }
  | { readonly kind: 'failed'; readonly error: PageFetchError };

/** Why a page could not be fetched. */
class PageFetchError extends Error {
  readonly url: string;
  readonly reason: HttpErrorKind | 'status' | 'over-limit';
  readonly status?: number;
  /** The wait requested by the server. */
  readonly retryAfterMs?: number;

  constructor(
    message: string,
    facts: Pick<PageFetchError, 'url' | 'reason' | 'status' | 'retryAfterMs'>,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'PageFetchError';
    this.url = facts.url;
    this.reason = facts.reason;
    if (facts.status !== undefined) this.status = facts.status;
    if (facts.retryAfterMs !== undefined) this.retryAfterMs = facts.retryAfterMs;
  }
}

const accept = 'text/html, application/xhtml+xml;q=0.9, */*;q=0.1';

/** What fetching a page needs of the outside world. */
export interface PageFetchOptions {
  readonly http: Http;
  readonly robots?: Robots;
  readonly documents: { readonly extractPage: PageExtractor };
}

/** Fetches an entry's page and extracts its article. Kinds without prose of their own are left to what the feed says. */
export async function fetchPage(
  { url, kind }: Pick<Entry, 'url' | 'kind'>,
  { http, robots, documents }: PageFetchOptions,
): Promise<FetchedPage> {
  if (!hasProse(kind)) return { kind: 'skipped', reason: 'kind' };
  try {
    if (robots && !(await robots.allows(url))) return { kind: 'skipped', reason: 'robots' };
    const response = await http.get(url, { headers: { accept } });
    return response.status === 200
      ? await readResponse(response, documents)
      : { kind: 'failed', error: refusal(url, response) };
  } catch (error) {
    if (error instanceof DocumentLimitError) {
      const facts = { url, reason: 'over-limit' } as const;
      return { kind: 'failed', error: new PageFetchError(`${url}: ${error.message}`, facts, { cause: error }) };
    }
    if (!(error instanceof HttpError)) throw error;
    return { kind: 'failed', error: new PageFetchError(error.message, { url, reason: error.kind }, { cause: error }) };
  }
}

/** Whether pages of a kind have their own text; the others use the feed's. */
export function hasProse(kind: PageKind): boolean {
  return kind === 'article' || kind === 'live';
}

async function readResponse(
  { headers, body, url }: HttpResponse,
  documents: PageFetchOptions['documents'],
): Promise<FetchedPage> {
  const contentType = headers.get('content-type') ?? 'text/html';
  if (!/html/i.test(contentType)) return { kind: 'skipped', reason: 'not-html' };
  const page = await documents.extractPage({ bytes: body, contentType }, url);
  return page.blocks.length === 0 ? { kind: 'skipped', reason: 'no-text' } : { kind: 'extracted', page };
}

function refusal(url: string, { status, retryAfterMs }: HttpResponse): PageFetchError {
  const facts = { url, reason: 'status', status, ...(retryAfterMs !== undefined && { retryAfterMs }) } as const;
  return new PageFetchError(`${url}: the server answered with status ${status}`, facts);
}
