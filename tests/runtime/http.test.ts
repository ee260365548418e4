import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttp, type Http, type HttpSettings } from '../../src/runtime/http.ts';
import { isPublicAddress } from '../../src/runtime/http-guard.ts';
import { failure } from './http-failure.ts';
import { serveLoopback } from './loopback.ts';

const mebibyte = 1024 * 1024;
const running = { now: 0, most: 0 };

function answer(request: IncomingMessage, response: ServerResponse): void {
  const [path, rest = ''] = (request.url ?? '/').slice(1).split(':', 2);
  const routes: Record<string, () => void> = {
    text: () => response.end(`asked by ${request.headers['user-agent']}`),
    gzip: () => response.setHeader('content-encoding', 'gzip').end(gzipSync('packed')),
    bomb: () => response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(30 * mebibyte))),
    large: () => response.setHeader('content-length', 30 * mebibyte).flushHeaders(),
    silent: () => {},
    hanging: () => response.write('<rss>'),
    cut: () => response.setHeader('content-length', 10).write('half', () => response.destroy()),
    missing: () => response.writeHead(404).end('no such page'),
    permanent: () => response.writeHead(301, { location: '/text' }).end(),
    'permanent-then-temporary': () => response.writeHead(308, { location: '/temporary' }).end(),
    temporary: () => response.writeHead(302, { location: '/text' }).end(),
    'to-private': () => response.writeHead(302, { location: 'http://10.0.0.1/secret' }).end(),
    'to-file': () => response.writeHead(302, { location: 'file:///etc/hostname' }).end(),
    round: () => response.writeHead(302, { location: '/round' }).end(),
    slow: () => {
      running.now += 1;
      running.most = Math.max(running.most, running.now);
      setImmediate(() => response.end(rest, () => (running.now -= 1)));
    },
  };
  routes[path ?? '']?.();
}

let server: Awaited<ReturnType<typeof serveLoopback>>;
const started: { stop(): Promise<void> }[] = [];

beforeAll(async () => {
  server = await serveLoopback(answer);
});
afterAll(async () => {
  await Promise.all(started.map((http) => http.stop()));
  await server.stop();
});

function open(settings: Partial<HttpSettings> = {}): Http {
  const http = createHttp({ userAgent: 'Kurzwelle test', allowPrivateHosts: [server.host], ...settings });
  started.push(http);
  return http;
}

const text = (body: Uint8Array) => new TextDecoder().decode(body);

describe('get', () => {
  it('says who asks and returns status, headers and body', async () => {
    const response = await open().get(`${server.url}/text`);
    expect(response).toMatchObject({ url: `${server.url}/text`, status: 200 });
    expect(text(response.body)).toBe('asked by Kurzwelle test');
    expect(response.headers.get('content-length')).toBe('23');
  });

  it('returns a refusal as a response', async () => {
    expect(await open().get(`${server.url}/missing`)).toMatchObject({ status: 404 });
  });

  it('decompresses', async () => {
    expect(text((await open().get(`${server.url}/gzip`)).body)).toBe('packed');
  });

  it.each([
    ['permanent', '/text'],
    ['permanent-then-temporary', '/temporary'],
    ['temporary', undefined],
  ])('follows a %s redirect and tells where the address moved for good: %s', async (path, moved) => {
    const response = await open().get(`${server.url}/${path}`);
    expect(response.url).toBe(`${server.url}/text`);
    expect(response.movedPermanentlyTo).toBe(moved && `${server.url}${moved}`);
  });

  it.each([
    ['to-private', 'blocked', 'http://10.0.0.1/secret: 10.0.0.1 is not a public address'],
    ['to-file', 'blocked', 'only http and https are fetched, not file:'],
    ['round', 'redirects', 'more than 5 redirects'],
    ['bomb', 'too-large', 'the response is larger than the limit of 15 MiB'],
    ['large', 'too-large', 'the response is larger than the limit of 15 MiB'],
    ['cut', 'network', ''],
  ])('fails on /%s as %s', async (path, kind, message) => {
    const error = await failure(open().get(`${server.url}/${path}`));
    expect(error.kind).toBe(kind);
    expect(error.message).toContain(message);
  });

  it.each(['silent', 'hanging'])('gives up on a %s server in time', async (path) => {
    const error = await failure(open().get(`${server.url}/${path}`, { timeoutMs: 50 }));
    expect(error.kind).toBe('timeout');
    expect(error.message).toBe(`${server.url}/${path}: no complete response within 0.05 s`);
  });

  it('stops when the caller aborts', async () => {
    const controller = new AbortController();
    const asked = open().get(`${server.url}/silent`, { signal: controller.signal });
    controller.abort(new Error('shutting down'));
    await expect(asked).rejects.toThrow('shutting down');
  });

  it.each([1, 2])('asks a host for %i things at a time', async (perHostConcurrency) => {
    running.most = 0;
    const http = open({ perHostConcurrency });
    const bodies = await Promise.all(['a', 'b', 'c', 'd'].map((name) => http.get(`${server.url}/slow:${name}`)));
    expect(bodies.map(({ body }) => text(body))).toEqual(['a', 'b', 'c', 'd']);
    expect(running.most).toBeLessThanOrEqual(perHostConcurrency);
  });
});

describe('the guard', () => {
  it.each([
    'http://127.0.0.1/',
    'http://[::1]/',
    'http://[::ffff:192.168.1.1]/',
    'http://169.254.169.254/latest/meta-data',
    'http://2130706433/',
    'ftp://example.org/',
    'not an address',
  ])('blocks %s', async (url) => {
    expect((await failure(open({ allowPrivateHosts: [] }).get(url))).kind).toBe('blocked');
  });

  it('blocks a name that leads to a private address', async () => {
    const port = server.host.split(':')[1];
    const error = await failure(open().get(`http://localhost:${port}/text`));
    expect(error.kind).toBe('blocked');
    expect(error.message).toMatch(/localhost leads to (127\.0\.0\.1|::1), which is not a public address/);
  });

  it('lets an exception through by host without port', async () => {
    const http = open({ allowPrivateHosts: ['127.0.0.1'] });
    expect((await http.get(`${server.url}/text`)).status).toBe(200);
  });

  it.each([
    ['8.8.8.8', true],
    ['2a00:1450:4001::1', true],
    ['10.1.2.3', false],
    ['100.64.0.1', false],
    ['0.0.0.0', false],
    ['fe80::1', false],
    ['fd00::1', false],
    ['224.0.0.1', false],
  ])('takes %s as public: %s', (address, expected) => {
    expect(isPublicAddress(address)).toBe(expected);
  });
});
