import type { IncomingMessage } from 'node:http';
import { parseConfig } from '../../src/config/config.ts';
import type { Feed } from '../../src/feeds/entry.ts';
import { createDocumentPool } from '../../src/ingest/document-parser.ts';
import type { Clock } from '../../src/runtime/clock.ts';
import { createHttp, type Http } from '../../src/runtime/http.ts';
import { type Log, silentLog } from '../../src/runtime/log.ts';
import { type Newsroom, openNewsroom } from '../../src/services/newsroom.ts';
import { openDataDirectory } from '../../src/services/open-data.ts';
import { createNewsroomPoller } from '../../src/services/poller.ts';
import type { Database } from '../../src/storage/database.ts';

/** Tells the simulated time to a site in another process. */
const clockHeader = 'x-simulated-time';

/** The clock of a site that a service opened here reads; undefined for a request of somebody else, who had the port before. */
export function siteClock({ headers }: IncomingMessage): Temporal.Instant | undefined {
  const time = headers[clockHeader];
  return typeof time === 'string' ? Temporal.Instant.from(time) : undefined;
}

export interface ServiceOptions {
  readonly dataDir: string;
  readonly feeds: readonly Feed[];
  /** Hosts on loopback that may be reached. */
  readonly hosts: readonly string[];
  readonly clock: Clock;
  readonly log?: Log;
  readonly onPolled?: Parameters<typeof createNewsroomPoller>[1]['onPolled'];
}

/** A poll for whose answer the service stopped waiting, at a simulated time. */
export interface TimedOut {
  readonly feedId: string;
  readonly at: string;
}

export interface Service {
  readonly newsroom: Newsroom;
  readonly db: Database;
  readonly poller: ReturnType<typeof createNewsroomPoller>;
  /** The polls so far for whose answer the service stopped waiting. */
  readonly timedOut: readonly TimedOut[];
  /** When the next feed is due; undefined while one is due at once. */
  nextDue(): Promise<Temporal.Instant | undefined>;
  stop(): Promise<void>;
}

/** Real time: a simulated week, in which servers hang now and then, can wait for it. */
const timeoutMs = 3_000;

/** The service without chat, as `serve` puts it together, on a data directory of its own, with the feeds and the clock of a bench. */
export async function openService({
  dataDir,
  feeds,
  hosts,
  clock,
  log = silentLog,
  onPolled,
}: ServiceOptions): Promise<Service> {
  const defaults = parseConfig('', 'bench');
  const config = { ...defaults, dataDir, feeds: { ...defaults.feeds, list: feeds } };
  const data = await openDataDirectory(dataDir);
  const newsroom = await openNewsroom({ config, db: data.db, clock, log });
  await newsroom.storage.feeds.register(feeds);
  const http = createHttp({ userAgent: 'Kurzwelle bench', allowPrivateHosts: hosts, timeoutMs });
  const documents = createDocumentPool();
  const timedOut: TimedOut[] = [];
  const poller = createNewsroomPoller(newsroom, {
    http: tellTime(http, clock),
    documents,
    onPolled(feed, result) {
      if (result.kind === 'failed' && result.trouble === 'timeout')
        timedOut.push({ feedId: feed.id, at: clock.now().toString() });
      onPolled?.(feed, result);
    },
  });
  return {
    newsroom,
    db: data.db,
    poller,
    timedOut,
    async nextDue() {
      const states = await newsroom.storage.feeds.states();
      const times = states.map(({ next_poll_at }) => next_poll_at ?? '').toSorted();
      return times[0] ? Temporal.Instant.from(times[0]) : undefined;
    },
    async stop() {
      await poller.stop();
      await http.stop();
      await documents.stop();
      await data.close();
    },
  };
}

function tellTime(http: Http, clock: Clock): Http {
  return {
    get: (url, options) =>
      http.get(url, { ...options, headers: { ...options?.headers, [clockHeader]: clock.now().toString() } }),
  };
}
