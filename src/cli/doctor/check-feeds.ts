import type { Feed } from '../../feeds/entry.ts';
import type { FeedFetchError } from '../../feeds/feed-fetch-error.ts';
import { type FeedFetchOptions, type FetchedFeed, fetchFeed } from '../../feeds/fetch-feed.ts';
import type { Http } from '../../runtime/http.ts';
import { type Finding, failure, ok, warning } from './finding.ts';

/** Every configured feed, asked once: reached and understood. */
export async function checkFeeds(
  feeds: readonly Feed[],
  { http, robots, documents, signal }: FeedFetchOptions & { readonly signal: AbortSignal },
): Promise<readonly Finding[]> {
  if (feeds.length === 0) return [failure('there are no feeds', 'name some under feeds.use or feeds.add')];
  const stoppable: Http = { get: (url, options) => http.get(url, { ...options, signal }) };
  const fetched = await Promise.all(
    feeds.map(async (feed) => ({
      feed,
      result: await fetchFeed(feed, {}, { http: stoppable, documents, ...(robots && { robots }) }),
    })),
  );
  const read = fetched.filter(({ result }) => result.kind === 'read');
  return [
    ...(read.length > 0 ? [ok(`${read.length} of ${feeds.length} are read`)] : []),
    ...failures(fetched),
    ...read.flatMap(({ feed, result }) => emptiness(feed, result)),
  ];
}

interface Fetched {
  readonly feed: Feed;
  readonly result: FetchedFeed;
}

/** One finding for all feeds of a host that fail alike: a host that is down is one trouble. */
function failures(fetched: readonly Fetched[]): readonly Finding[] {
  const failed = fetched.flatMap(({ feed, result }) =>
    result.kind === 'failed' ? [{ feed, error: result.error }] : [],
  );
  const alike = Map.groupBy(failed, ({ error }) => `${new URL(error.url).host}: ${whatOf(error)}`);
  return [...alike].map(([what, those]) => {
    const remedy = those[0] ? remedyOf(those[0].error) : '';
    return failure(`${what} (${namesOf(those.map(({ feed }) => feed.id))})`, remedy);
  });
}

/** The message without the address, which stands before it. */
function whatOf({ url, message }: FeedFetchError): string {
  return message.replaceAll(`${url}: `, '');
}

const mostNames = 4;

function namesOf(ids: readonly string[]): string {
  const more = ids.length - mostNames;
  return more > 1 ? `${ids.slice(0, mostNames).join(', ')} and ${more} more feeds` : ids.join(', ');
}

function emptiness({ id }: Feed, result: FetchedFeed): readonly Finding[] {
  if (result.kind !== 'read' || result.parsed.entries.length > 0) return [];
  return [warning(`${id} is read, and empty`, 'leave it out if it stays so')];
}

function remedyOf({ reason, status }: FeedFetchError): string {
  if (reason === 'blocked') return 'only public web addresses are read; correct the address under feeds.add';
  if (reason === 'robots') return 'its publisher does not want it to be read by programs; leave it out';
  if (reason === 'network' || reason === 'timeout')
    return 'check network, name server and proxy of this machine, or try again later';
  if (status === 404 || status === 410) return 'the feed is gone; look for its new address, or leave it out';
  if (reason === 'status')
    return 'the server refuses or fails; try again later, and set contact so that it can reach you';
  return 'what is there is no feed that can be read; open the address in a browser';
}
