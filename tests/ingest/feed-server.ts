import type { IncomingMessage, ServerResponse } from 'node:http';
import { parseConfig } from '../../src/config/config.ts';
import type { Feed } from '../../src/feeds/entry.ts';
import { parseHere } from '../../src/ingest/document-parser.ts';
import type { PollerOptions } from '../../src/ingest/poll-feeds.ts';
import { createHttp } from '../../src/runtime/http.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { openNewsroom } from '../../src/services/newsroom.ts';
import { createNewsroomPoller } from '../../src/services/poller.ts';
import { type Database, openMemoryDatabase } from '../../src/storage/database.ts';
import type { FakeClock } from '../fakes/fake-clock.ts';
import { serveLoopback } from '../runtime/loopback.ts';

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A server of feeds whose answers a test sets by path; other paths are missing. */
export async function startFeedServer() {
  const routes: Record<string, Answer> = {};
  const asked: { path: string; etag: string | undefined }[] = [];
  const server = await serveLoopback((request, response) => {
    const path = request.url ?? '';
    if (path !== '/robots.txt') asked.push({ path, etag: request.headers['if-none-match'] });
    const answer = routes[path];
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  });
  const timesAsked = (path: string): number => asked.filter((request) => request.path === path).length;
  return { ...server, routes, asked, timesAsked };
}

/** A feed that lists galleries, which need no page, by number and instant of publication. */
export function feedOf(items: Readonly<Record<number, string>>, headers: Record<string, string> = {}): Answer {
  const rows = Object.entries(items).map(
    ([number, at]) =>
      `<item><guid>${number}</guid><pubDate>${new Date(at).toUTCString()}</pubDate><title>Item ${number}</title><link>https://www.dw.com/en/item/g-${number}</link></item>`,
  );
  const body = `<rss version="2.0"><channel><title>t</title>${rows.join('')}</channel></rss>`;
  return (request, response) => {
    if (headers.etag && request.headers['if-none-match'] === headers.etag) response.writeHead(304, headers).end();
    else response.writeHead(200, { 'content-type': 'application/rss+xml', ...headers }).end(body);
  };
}

/** A newsroom in memory that polls these feeds, given by id and address. */
export async function openPolling(
  addresses: Readonly<Record<string, string>>,
  { clock, onAlert, db }: { clock: FakeClock; db?: Database } & Pick<PollerOptions, 'onAlert'>,
) {
  const defaults = parseConfig('', 'test');
  const list = Object.entries(addresses).map(
    ([id, url]): Feed => ({ id, name: id, url, language: 'en', topics: [], namespace: 'dw' }),
  );
  const config = { ...defaults, feeds: { ...defaults.feeds, list } };
  const newsroom = await openNewsroom({ config, db: db ?? (await openMemoryDatabase()), clock, log: silentLog });
  await newsroom.storage.feeds.register(list);
  const hosts = list.map(({ url }) => new URL(url).host);
  const http = createHttp({ userAgent: 'test', allowPrivateHosts: hosts, timeoutMs: 60_000 });
  const makePoller = () =>
    createNewsroomPoller(newsroom, { http, documents: parseHere, ...(onAlert ? { onAlert } : {}) });
  return {
    newsroom,
    poller: makePoller(),
    /** As after a restart of the process. */
    makePoller,
    state: (id: string) => newsroom.storage.feeds.state(id),
    async close() {
      await http.stop();
      await newsroom.storage.close();
    },
  };
}
