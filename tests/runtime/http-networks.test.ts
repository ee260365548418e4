import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadConfig, parseConfig } from '../../src/config/config.ts';
import { createHttp, type HttpSettings } from '../../src/runtime/http.ts';
import type { ResolveName } from '../../src/runtime/http-guard.ts';
import { httpSettings } from '../../src/services/http-settings.ts';

const answer = (_: IncomingMessage, response: ServerResponse) => void response.end('<rss/>');

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

function httpWith(settings: Partial<HttpSettings>) {
  const http = createHttp({ userAgent: 'test', ...settings });
  onTestFinished(() => http.stop());
  return async (url: string) => new TextDecoder().decode((await http.get(url)).body);
}

const here: ResolveName = (_, __, callback) => callback(null, [{ address: '127.0.0.1', family: 4 }]);

test.each<[string, readonly string[], boolean]>([
  ['feeds.intranet.example', ['feeds.intranet.example'], true],
  ['feeds.intranet.example', ['127.0.0.0/8'], true],
  ['feeds.intranet.example', ['10.0.0.0/8', 'other.intranet.example'], false],
  ['127.0.0.1', ['127.0.0.0/8'], true],
  ['127.0.0.1', ['127.0.0.1'], true],
  ['127.0.0.1', ['127.0.0.2', 'localhost'], false],
])('%s is read where %j may be: %s', async (host, allowPrivateHosts, isRead) => {
  const port = await listen(createServer(answer));
  const get = httpWith({ allowPrivateHosts, resolveName: here });
  const url = `http://${host}:${port}/`;
  // A name that is allowed is resolved by the system, which does not know this one.
  if (host !== '127.0.0.1' && allowPrivateHosts.includes(host))
    await expect(get(url)).rejects.toMatchObject({ kind: 'network' });
  else if (isRead) expect(await get(url)).toBe('<rss/>');
  else await expect(get(url)).rejects.toMatchObject({ kind: 'blocked' });
});

/** An HTTP proxy that leads every name to one server, and remembers what it was asked for. */
async function startProxy(upstream: number) {
  const asked: string[] = [];
  const proxy = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end('<rss/>');
  });
  proxy.on('connect', (request, socket) => {
    asked.push(`CONNECT ${request.url} ${request.headers['proxy-authorization'] ?? ''}`.trim());
    const through = connect(upstream, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      through.pipe(socket).pipe(through);
    });
    for (const end of [socket, through]) end.on('error', () => end.destroy());
  });
  return { asked, url: `http://127.0.0.1:${await listen(proxy)}` };
}

/** A server with a certificate of an authority of its own for news.example. */
async function startTlsServer() {
  const folder = mkdtempSync(join(tmpdir(), 'kurzwelle-ca-'));
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', cert];
  const names = ['-subj', '/CN=news.example', '-addext', 'subjectAltName=DNS:news.example'];
  execFileSync('openssl', [...made, ...names], { stdio: 'ignore' });
  const port = await listen(createTlsServer({ cert: readFileSync(cert), key: readFileSync(key) }, answer));
  return { port, cert };
}

test('a proxy is asked for all but the hosts excepted, over TLS with authorities of one\u2019s own', async () => {
  const { port, cert } = await startTlsServer();
  const proxy = await startProxy(port);
  const login = proxy.url.replace('//', '//anna:secret@');
  const config = parseConfig(`http: { proxy: "${login}", certificateAuthorities: ["${cert}"] }`, 'test');
  const get = httpWith(httpSettings(config));
  expect(await get('https://news.example/feed')).toBe('<rss/>');
  expect(await get('http://news.example/feed')).toBe('<rss/>');
  expect(proxy.asked).toEqual([`CONNECT news.example:443 Basic ${btoa('anna:secret')}`, 'http://news.example/feed']);
  await expect(get('http://169.254.169.254/')).rejects.toMatchObject({ kind: 'blocked' });
  const except = httpWith({ proxy: { url: proxy.url, except: ['.example'] }, resolveName: here });
  // Reached directly, it is guarded as ever.
  await expect(except('https://news.example/feed')).rejects.toMatchObject({ kind: 'blocked' });
  expect(proxy.asked).toHaveLength(2);
});

test('without its authority a certificate is refused', async () => {
  const { port } = await startTlsServer();
  const proxy = await startProxy(port);
  const get = httpWith({ proxy: { url: proxy.url, except: [] } });
  await expect(get('https://news.example/feed')).rejects.toThrow('DEPTH_ZERO_SELF_SIGNED_CERT');
});

test('the environment names a proxy where the file does not, and adds hosts reached without it', () => {
  const env = { HTTPS_PROXY: 'http://a:1', HTTP_PROXY: 'http://b:2', NO_PROXY: 'localhost,.intranet.example' };
  expect(loadConfig(env, () => undefined).http).toMatchObject({
    proxy: 'http://a:1',
    noProxy: ['localhost', '.intranet.example'],
  });
  const file = 'http: { proxy: "http://c:3", noProxy: [x] }';
  expect(loadConfig(env, () => file).http).toMatchObject({
    proxy: 'http://c:3',
    noProxy: ['x', 'localhost', '.intranet.example'],
  });
  expect(loadConfig({ http_proxy: 'http://b:2' }, () => undefined).http.proxy).toBe('http://b:2');
});

test('files that hold no certificate are named', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kurzwelle-ca-'));
  writeFileSync(join(folder, 'key.pem'), 'no certificate');
  const settingsFor = (path: string) => () =>
    httpSettings(parseConfig(`http: { certificateAuthorities: ["${path}"] }`, 'test'));
  expect(settingsFor(join(folder, 'missing.pem'))).toThrow('ENOENT');
  expect(settingsFor(join(folder, 'key.pem'))).toThrow('holds no certificate in PEM form');
});
