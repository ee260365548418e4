import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Feed } from '../../src/feeds/entry.ts';
import { answerFeed, type SiteAnswer } from './fake-site-feed-answers.ts';
import { versionAt } from './fake-site-listing.ts';
import { answerPage, notFound, robotsTxt } from './fake-site-page-answers.ts';
import type { PlannedArticle, PlannedFeed, SitePlan } from './fake-site-plan.ts';
import { createSiteRecord, type SiteRecord } from './fake-site-record.ts';

export interface FakeSiteOptions {
  readonly plan: SitePlan;
  /** The simulated time of a request. A poller in another process tells its own in a header; who tells none is sent away, and not recorded. */
  readonly now: (request: IncomingMessage) => Temporal.Instant | undefined;
  /** Real milliseconds that a slow answer takes. */
  readonly slowMs?: number;
  /** Makes pages at least so large, as DW's are, with what stands around an article. */
  readonly pageKilobytes?: number;
}

export interface FakeSite {
  /** For the poller's configuration. */
  readonly feeds: readonly Feed[];
  /** `host:port` of each publisher; to be allowed by the guard. */
  readonly hosts: readonly string[];
  readonly record: SiteRecord;
  stop(): Promise<void>;
}

/** Serves a plan on loopback, one port for each publisher, and records every request with its simulated time. */
export async function startFakeSite(options: FakeSiteOptions): Promise<FakeSite> {
  const { plan } = options;
  const record = createSiteRecord();
  const feeds = new Map(plan.feeds.map((feed) => [feed.id, feed]));
  const articles = new Map(plan.articles.map((article) => [`${article.publisher}/${numberOf(article)}`, article]));
  const publishers = 1 + Math.max(...plan.feeds.map(({ publisher }) => publisher));
  const servers = await Promise.all(
    Array.from({ length: publishers }, (_, publisher) =>
      listen((request, response) => {
        const host = request.headers.host ?? '';
        const now = options.now(request);
        if (!now) return void response.writeHead(421).end();
        const minute = plan.settings.start.until(now).total('minutes');
        const end = record.begin(host);
        response.on('close', end);
        const answer = route(request, { host, publisher, minute });
        record.add({ ...answer.about, host, minute, isConditional: isConditional(request) }, answer.listing);
        send(response, answer, options.slowMs ?? 20);
      }),
    ),
  );
  const hosts = servers.map((server) => `127.0.0.1:${(server.address() as AddressInfo).port}`);
  return {
    hosts,
    record,
    feeds: plan.feeds.map((feed) => toFeed(feed, hosts[feed.publisher] ?? '')),
    async stop() {
      await Promise.all(servers.map(close));
    },
  };

  function route({ url = '/', headers }: IncomingMessage, { host, publisher, minute }: Visit): SiteAnswer {
    const { pathname } = new URL(url, `http://${host}`);
    if (pathname === '/robots.txt') return robotsTxt(host);
    const [, door, feedId = ''] = /^\/(feeds|moved)\/([\w-]+)$/.exec(pathname) ?? [];
    const feed = feeds.get(feedId);
    if (feed) return answerFeed(feed, { headers, host, minute, start: plan.settings.start, isMoved: door === 'moved' });
    const article = articles.get(`${publisher}/${/-(\d+)$/.exec(pathname)?.[1]}`);
    const version = article && versionAt(article, minute);
    if (!article || !version) return notFound(pathname);
    const answer = answerPage(article, version, { minute, kilobytes: options.pageKilobytes ?? 0 });
    const isUnlisted = minute > article.untilMinute && answer.about.outcome === 'ok';
    return isUnlisted ? { ...answer, about: { ...answer.about, outcome: 'unlisted' } } : answer;
  }
}

interface Visit {
  readonly host: string;
  readonly publisher: number;
  readonly minute: number;
}

function numberOf({ versions }: PlannedArticle): string {
  return versions[0]?.article.id ?? '';
}

function isConditional({ headers }: IncomingMessage): boolean {
  return headers['if-none-match'] !== undefined || headers['if-modified-since'] !== undefined;
}

/** A hanging answer is none: the other side gives up. */
function send(response: ServerResponse, { status, headers, body, manner }: SiteAnswer, slowMs: number): void {
  if (manner === 'hanging') return;
  if (manner === 'broken') {
    response.writeHead(200).write('<', () => response.destroy());
    return;
  }
  const write = (): void => void response.writeHead(status, headers).end(body);
  if (manner === 'slow') setTimeout(write, slowMs);
  else write();
}

function toFeed({ id, language, namespace }: PlannedFeed, host: string): Feed {
  return {
    id,
    name: id,
    url: `http://${host}/feeds/${id}`,
    language,
    topics: [],
    namespace,
    isTop: id.endsWith('-f1'),
  };
}

async function listen(listener: (request: IncomingMessage, response: ServerResponse) => void): Promise<Server> {
  const server = createServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return server;
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
