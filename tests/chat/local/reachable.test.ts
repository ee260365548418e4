import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import type { LocalServerOptions } from '../../../src/chat/local/server.ts';
import { startLocalService } from './local-service.ts';

/** Asks with headers that fetch keeps to itself, such as Host and Origin. */
async function ask(url: string, headers: Readonly<Record<string, string>>) {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number | undefined; body: string }>();
  const sent = request(url, { headers, agent: false }, async (response) =>
    resolve({ status: response.statusCode, body: await text(response) }),
  );
  sent.on('error', reject).end();
  return promise;
}

const named = { hosts: ['news.example', 'desk.example:8443'] };
const loopback = { ...named, trustProxy: ['127.0.0.0/8'] };

describe('behind a reverse proxy', () => {
  it.each<[string, Partial<LocalServerOptions>, Readonly<Record<string, string>>, number]>([
    ['that keeps the name', named, { host: 'news.example', origin: 'https://news.example' }, 200],
    ['that keeps a name with a port', named, { host: 'desk.example', origin: 'https://desk.example:8443' }, 200],
    ['that writes its own name', named, { host: '127.0.0.1:8787', origin: 'https://news.example' }, 200],
    ['that is trusted, under a name of ours', loopback, { host: 'up', 'x-forwarded-host': 'news.example' }, 200],
    ['that is trusted, under a foreign name', loopback, { host: 'localhost', 'x-forwarded-host': 'evil.example' }, 421],
    ['that is not trusted', named, { host: 'evil.example', 'x-forwarded-host': 'news.example' }, 421],
    ['that nobody configured', {}, { host: 'news.example' }, 421],
    ['by a page on another port', named, { host: 'news.example', origin: 'https://news.example:8443' }, 403],
    ['by a foreign page', named, { host: 'news.example', origin: 'https://evil.example' }, 403],
  ])('%s', async (_, options, headers, status) => {
    const { url } = await startLocalService(options);
    const answer = await ask(`${url}/api/channels`, headers);
    expect(answer.status).toBe(status);
    if (status !== 200) expect(answer.body).toContain('server.hosts');
  });

  it('the readers are told apart by the addresses that a trusted proxy forwards', async () => {
    const { url } = await startLocalService({ trustProxy: ['127.0.0.1', '10.0.0.0/8'] });
    const open = async (forwarded: string) => {
      const { promise, resolve, reject } = Promise.withResolvers<number | undefined>();
      const sent = request(`${url}/api/events`, { headers: { 'x-forwarded-for': forwarded }, agent: false }, (got) =>
        resolve(got.statusCode),
      );
      sent.on('error', reject).end();
      return { status: await promise, close: () => sent.destroy() };
    };
    const all = await Promise.all(Array.from({ length: 50 }, () => open('203.0.113.7')));
    // The client wrote the first itself; the last but the proxies' own is where the request came from.
    const same = await open('198.51.100.1, 203.0.113.7, 10.1.2.3');
    const other = await open('203.0.113.7, 198.51.100.1');
    expect([same.status, other.status]).toEqual([429, 200]);
    for (const { close } of [...all, same, other]) close();
  });
});

describe('health and metrics', () => {
  it.each(['/healthz', '/readyz', '/metrics'])(
    '%s is answered under any name, but not to other sites',
    async (path) => {
      const { url } = await startLocalService({ metrics: async () => ({ contentType: 'text/plain', body: 'up 1\n' }) });
      expect((await ask(url + path, { host: 'kurzwelle:8787' })).status).toBe(200);
      expect((await ask(url + path, { host: 'kurzwelle:8787', origin: 'https://evil.example' })).status).toBe(403);
      expect((await ask(`${url}/`, { host: 'kurzwelle:8787' })).status).toBe(421);
    },
  );
});
