import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { feedContentTypes, renderFeed } from '../../src/cli/demo/sample-edition/feed-documents.ts';
import { type Listed, listingAt } from './fake-site-listing.ts';
import type { PlannedFeed } from './fake-site-plan.ts';
import { type FeedTroubleKind, retryAfterMinutes } from './fake-site-troubles.ts';

export interface SiteAnswer {
  readonly about: {
    readonly kind: 'feed' | 'page' | 'robots';
    readonly id: string;
    readonly outcome: string;
    readonly revision?: number;
  };
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly manner?: 'slow' | 'hanging' | 'broken';
  /** What the document lists, if it is well formed. */
  readonly listing?: readonly Listed[];
}

export interface FeedVisit {
  readonly headers: IncomingHttpHeaders;
  readonly host: string;
  readonly start: Temporal.Instant;
  readonly minute: number;
  /** Asked for at its new address. */
  readonly isMoved: boolean;
}

export const htmlType = 'text/html; charset=utf-8';
export const retryAfter = { 'retry-after': String(retryAfterMinutes * 60) };

/** A feed's answer: its listing, "not modified", or its trouble of the hour. */
export function answerFeed(feed: PlannedFeed, visit: FeedVisit): SiteAnswer {
  const current = feed.troubles.filter(
    ({ kind, fromMinute, untilMinute }) =>
      fromMinute <= visit.minute && visit.minute < untilMinute && !(kind === 'moved' && visit.isMoved),
  );
  const trouble = current[0];
  const about = { kind: 'feed', id: feed.id, outcome: trouble?.kind ?? 'ok' } as const;
  const refused = trouble && refusals[trouble.kind]?.(feed, visit);
  if (refused) return { about, ...refused };
  const minute = trouble?.kind === 'stale' ? trouble.fromMinute : visit.minute;
  return answerListing(feed, listingAt(feed, minute), visit, trouble?.kind);
}

const refusals: Partial<
  Record<FeedTroubleKind, (feed: PlannedFeed, visit: FeedVisit) => Pick<SiteAnswer, 'status'> & Partial<SiteAnswer>>
> = {
  'server-error': () => ({ status: 502 }),
  'too-many': () => ({ status: 429, headers: retryAfter }),
  hanging: () => ({ status: 200, manner: 'hanging' }),
  broken: () => ({ status: 200, manner: 'broken' }),
  html: () => ({
    status: 200,
    headers: { 'content-type': htmlType },
    body: '<!doctype html><html><body><h1>We will be back soon</h1></body></html>',
  }),
  empty: ({ form }) => ({ status: 200, headers: { 'content-type': feedContentTypes[form] }, body: '' }),
  cut: (feed, visit) => {
    const body = documentOf(feed, listingAt(feed, visit.minute), visit);
    return {
      status: 200,
      headers: { 'content-type': feedContentTypes[feed.form] },
      body: body.slice(0, body.length / 3),
    };
  },
  moved: ({ id }) => ({ status: 301, headers: { location: `/moved/${id}` } }),
  gone: () => ({ status: 410 }),
};

function answerListing(
  feed: PlannedFeed,
  listing: readonly Listed[],
  visit: FeedVisit,
  trouble: FeedTroubleKind | undefined,
): SiteAnswer {
  const validators = validatorsOf(feed, listing, visit.start);
  const manner = trouble === 'slow' ? { manner: 'slow' as const } : {};
  const headers = {
    ...validators,
    ...(feed.maxAgeMinutes ? { 'cache-control': `public, max-age=${feed.maxAgeMinutes * 60}` } : {}),
  };
  if (isKnown(validators, visit.headers)) {
    return { about: { kind: 'feed', id: feed.id, outcome: 'not-modified' }, status: 304, headers, ...manner };
  }
  const type = trouble === 'wrong-type' ? htmlType : feedContentTypes[feed.form];
  return {
    about: { kind: 'feed', id: feed.id, outcome: trouble ?? 'ok' },
    status: 200,
    headers: { ...headers, 'content-type': type },
    body: documentOf(feed, listing, visit),
    listing,
    ...manner,
  };
}

function validatorsOf(
  { id, validators }: PlannedFeed,
  listing: readonly Listed[],
  start: Temporal.Instant,
): Record<string, string> {
  if (validators === 'stuck') return { etag: `"${id}"` };
  if (validators === 'none') return {};
  const newest = Math.max(...listing.map(({ version }) => version.fromMinute));
  if (validators === 'last-modified') {
    return { 'last-modified': new Date(start.add({ minutes: newest }).epochMilliseconds).toUTCString() };
  }
  const content = listing.map(({ version }) => version.article.headline).join('\n');
  return { etag: `W/"${createHash('sha1').update(content).digest('base64url')}"` };
}

function isKnown(validators: Record<string, string>, headers: IncomingHttpHeaders): boolean {
  if (validators.etag) return headers['if-none-match'] === validators.etag;
  return validators['last-modified'] !== undefined && headers['if-modified-since'] === validators['last-modified'];
}

function documentOf(feed: PlannedFeed, listing: readonly Listed[], { host, start, minute }: FeedVisit): string {
  return renderFeed(feed.form, {
    feed: {
      slug: feed.id,
      language: feed.language,
      number: 90_000,
      title: feed.id,
      subtitle: `Everything of ${feed.id}`,
      homePath: '/',
    },
    articles: listing.map(({ version }) => version.article),
    now: start.add({ seconds: Math.round(minute * 60) }),
    baseUrl: `http://${host}`,
  });
}
