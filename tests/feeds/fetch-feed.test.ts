import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchFeed } from '../../src/feeds/fetch-feed.ts';
import { parseHere } from '../../src/ingest/document-parser.ts';
import { createHttp } from '../../src/runtime/http.ts';
import { givingUpOn } from '../runtime/giving-up-on.ts';
import { serveLoopback } from '../runtime/loopback.ts';

const document = readFileSync(new URL('../fixtures/feeds/dw-rss2.xml', import.meta.url));
const etag = '"v1"';

function answer(request: IncomingMessage, response: ServerResponse): void {
  const routes: Record<string, () => void> = {
    '/feed': () => {
      response
        .setHeader('cache-control', 'public, max-age=300')
        .setHeader('last-modified', 'Tue, 3 Feb 2026 09:00:00 GMT');
      if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
      else response.setHeader('etag', etag).end(document);
    },
    '/moved': () => response.writeHead(301, { location: '/feed' }).end(),
    '/busy': () => response.writeHead(429, { 'retry-after': '120' }).end(),
    '/down': () =>
      response
        .writeHead(503, { 'retry-after': 'Tue, 3 Feb 2026 09:10:00 GMT', date: 'Tue, 3 Feb 2026 09:00:00 GMT' })
        .end(),
    '/gone': () => response.writeHead(404).end('<html>'),
    '/page': () => response.setHeader('content-type', 'text/html').end('<!doctype html><html>Moved</html>'),
    '/empty': () => response.end(),
    '/hangs': () => response.write('<rss version="2.0">'),
    '/huge': () => response.setHeader('content-length', 30 * 1024 * 1024).flushHeaders(),
    '/broken': () => response.end('<rss version="2.0"><channel><title>'),
  };
  routes[request.url ?? '']?.();
}

let server: Awaited<ReturnType<typeof serveLoopback>>;
let http: ReturnType<typeof createHttp>;

beforeAll(async () => {
  server = await serveLoopback(answer);
  http = createHttp({ userAgent: 'Kurzwelle test', allowPrivateHosts: [server.host] });
});
afterAll(async () => {
  await http.stop();
  await server.stop();
});

const fetch = (path: string, previous = {}) =>
  fetchFeed({ url: `${server.url}${path}`, namespace: 'dw', language: 'en' }, previous, {
    http: givingUpOn(/hangs$/, 300, http),
    documents: parseHere,
  });

describe('fetchFeed', () => {
  it('reads a feed and remembers how to ask for it again', async () => {
    expect(await fetch('/feed')).toMatchObject({
      kind: 'read',
      parsed: { form: 'rss2', entries: [{ id: 'dw:90000101' }, { id: 'dw:90000102' }] },
      etag,
      lastModified: 'Tue, 3 Feb 2026 09:00:00 GMT',
      maxAgeMs: 300_000,
    });
  });

  it('keeps the ETag when a 304 omits it', async () => {
    expect(await fetch('/feed', { etag })).toMatchObject({ kind: 'unchanged', etag, maxAgeMs: 300_000 });
  });

  it('tells where a feed moved', async () => {
    expect(await fetch('/moved')).toMatchObject({ kind: 'read', movedTo: `${server.url}/feed` });
  });

  it.each([
    [
      '/busy',
      { reason: 'status', status: 429, retryAfterMs: 120_000 },
      'answered with status 429 and asked us to wait 120 s',
    ],
    [
      '/down',
      { reason: 'status', status: 503, retryAfterMs: 600_000 },
      'answered with status 503 and asked us to wait 600 s',
    ],
    ['/gone', { reason: 'status', status: 404 }, 'answered with status 404'],
    ['/page', { reason: 'html', status: 200 }, 'we received an HTML page instead of a feed'],
    ['/empty', { reason: 'empty' }, 'the document is empty'],
    ['/hangs', { reason: 'timeout' }, 'no complete response within 0.3 s'],
    ['/huge', { reason: 'too-large' }, 'the response is larger than the limit of 15 MiB'],
    ['/broken', { reason: 'not-xml' }, "isn't well-formed"],
  ])('fails on %s with %j', async (path, facts, message) => {
    const result = await fetch(path);
    if (result.kind !== 'failed') throw new Error(`expected a failure, got ${result.kind}`);
    expect(result.error).toMatchObject({ url: `${server.url}${path}`, ...facts });
    expect(result.error.message).toContain(message);
    expect(result.error.message).not.toContain('\n');
  });

  it('asks robots.txt first where it is told to', async () => {
    const robots = { allows: async () => false };
    const url = 'http://10.0.0.1/never-asked';
    const result = await fetchFeed(
      { url, namespace: 'dw', language: 'en' },
      {},
      { http, robots, documents: parseHere },
    );
    expect(result).toMatchObject({ kind: 'failed', error: { reason: 'robots' } });
  });
});
