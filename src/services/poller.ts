import { createPoller, type Poller, type PollerOptions } from '../ingest/poll-feeds.ts';
import { createEntryReader } from '../ingest/read-entry.ts';
import { systemTimer } from '../runtime/clock.ts';
import type { Http } from '../runtime/http.ts';
import { withPace } from '../runtime/http-pace.ts';
import { createRobots } from '../runtime/robots.ts';
import { userAgent } from './http-settings.ts';
import type { Newsroom } from './newsroom.ts';

export interface NewsroomPollerOptions extends Pick<PollerOptions, 'onPolled' | 'onAlert' | 'locks' | 'documents'> {
  readonly http: Http;
  /** The least pause between two pages of one site; robots.txt may ask for more. */
  readonly pagePauseMs?: number;
}

/** The poller over a newsroom. */
export function createNewsroomPoller(
  { config, storage, archiver, clock, log, trace }: Newsroom,
  { http, documents, pagePauseMs = 0, ...options }: NewsroomPollerOptions,
): Poller {
  const robots = createRobots({ http, userAgent: userAgent(config), clock });
  const pauseMs = async (url: string) => pagePauseMs && Math.max(pagePauseMs, await robots.pauseMs(url));
  const readEntry = createEntryReader({
    storage,
    archiver,
    http: withPace(http, { pauseMs, timer: systemTimer }),
    robots,
    documents,
    topics: () => config.topics,
    maxAgeDays: config.feeds.maxAgeDays,
    clock,
    log,
  });
  return createPoller({
    feeds: () => config.feeds.list,
    bounds: config.feeds,
    maxAgeDays: config.feeds.maxAgeDays,
    storage,
    http,
    robots,
    documents,
    expect: archiver.expect,
    readEntry: (feed, entry, options) =>
      trace('article', { articleId: entry.id, feedId: feed.id }, () => readEntry(feed, entry, options)),
    trace,
    clock,
    log,
    ...options,
  });
}
