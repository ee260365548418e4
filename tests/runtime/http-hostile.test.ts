import { execFileSync } from 'node:child_process';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttp, type HttpSettings } from '../../src/runtime/http.ts';
import { isPublicAddress, type ResolveName } from '../../src/runtime/http-guard.ts';
import { within } from '../fakes/within.ts';
import { failure } from './http-failure.ts';

/** What a server that means harm, or is broken, does with a connection once it was asked for a path. */
type Behavior = (socket: Socket, path: string) => void;

const mebibyte = 1024 * 1024;
const page = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n';

function compressed(encoding: string, body: Buffer): Behavior {
  return (socket) => {
    socket.write(`${page}Content-Encoding: ${encoding}\r\nContent-Length: ${body.length}\r\n\r\n`);
    socket.end(body);
  };
}

/** Writes piece after piece for as long as the other side listens. */
function endlessly(head: string, piece: string, everyMs: number): Behavior {
  return (socket) => {
    socket.write(head);
    const write = () => void (socket.writable && socket.write(piece));
    const timer = setInterval(write, everyMs);
    socket.on('close', () => clearInterval(timer));
  };
}

function flood(head: string, piece: string): Behavior {
  return (socket) => {
    socket.write(head);
    const write = () => {
      while (socket.writable && socket.write(piece));
    };
    socket.on('drain', write);
    write();
  };
}

const quickBrotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };
const behaviors: Record<string, Behavior> = {
  'gzip-bomb': compressed('gzip', gzipSync(Buffer.alloc(64 * mebibyte))),
  'brotli-bomb': compressed('br', brotliCompressSync(Buffer.alloc(64 * mebibyte), quickBrotli)),
  'nested-bomb': compressed('gzip, gzip', gzipSync(gzipSync(Buffer.alloc(64 * mebibyte)))),
  'not-gzip': compressed('gzip', Buffer.from('this is no gzip at all')),
  'drip-body': endlessly(`${page}Content-Length: 100000\r\n\r\n`, 'x', 10),
  'drip-headers': endlessly('HTTP/1.1 200 OK\r\n', 'X-Drip: 1\r\n', 10),
  'drip-chunks': endlessly(`${page}Transfer-Encoding: chunked\r\n\r\n`, '1\r\nx\r\n', 10),
  'endless-body': flood(`${page}\r\n`, 'x'.repeat(65_536)),
  'endless-chunks': flood(`${page}Transfer-Encoding: chunked\r\n\r\n`, `10000\r\n${'x'.repeat(65_536)}\r\n`),
  'endless-headers': flood('HTTP/1.1 200 OK\r\n', `X-Flood: ${'x'.repeat(1_000)}\r\n`),
  'too-short': (socket) => void socket.end(`${page}Content-Length: 100\r\n\r\nonly this`),
  'two-lengths': (socket) => void socket.end(`${page}Content-Length: 4\r\nContent-Length: 9\r\n\r\nfour`),
  'absurd-length': (socket) => void socket.end(`${page}Content-Length: 99999999999999\r\n\r\nx`),
  'no-http': (socket) => void socket.end('SSH-2.0-OpenSSH_9.9\r\n'),
  'says-nothing': (socket) => void socket.end(),
  reset: (socket) => void socket.resetAndDestroy(),
  'reset-amid': (socket) => {
    socket.write(`${page}Content-Length: 100\r\n\r\nhalf`, () => setTimeout(() => socket.resetAndDestroy(), 20));
  },
  never: () => {},
  loop: (socket) => redirect(socket, '/loop'),
  ping: (socket) => redirect(socket, '/pong'),
  pong: (socket) => redirect(socket, '/ping'),
  to: (socket, path) => redirect(socket, decodeURIComponent(path.slice('/to?'.length))),
  slow: (socket) => void setTimeout(() => redirect(socket, '/slow'), 60),
  'too-long': (socket) => void socket.end(`${page}Content-Length: 4\r\n\r\nfour and more than was said`),
};

function redirect(socket: Socket, location: string): void {
  socket.end(`HTTP/1.1 302 Found\r\nLocation: ${location}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
}

let server: Server;
let url: string;
const sockets = new Set<Socket>();
const started: { stop(): Promise<void> }[] = [];

beforeAll(async () => {
  server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.once('data', (request) => {
      const path = request.toString('latin1').split(' ')[1] ?? '/';
      const behave =
        behaviors[path.slice(1).split('?')[0] ?? ''] ?? ((answer) => answer.end('HTTP/1.1 400 What\r\n\r\n'));
      behave(socket, path);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  await Promise.all(started.map((http) => http.stop()));
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
});

function open(settings: Partial<HttpSettings> = {}) {
  const http = createHttp({
    userAgent: 'Kurzwelle test',
    allowPrivateHosts: [URL.parse(url)?.host ?? ''],
    ...settings,
  });
  started.push(http);
  return http;
}

describe('a hostile or broken server', () => {
  it.each([
    ['gzip-bomb', 'too-large'],
    ['brotli-bomb', 'too-large'],
    ['nested-bomb', 'too-large'],
    ['not-gzip', 'network'],
    ['drip-body', 'timeout'],
    ['drip-headers', 'timeout'],
    ['drip-chunks', 'timeout'],
    ['endless-body', 'too-large'],
    ['endless-chunks', 'too-large'],
    ['endless-headers', 'network'],
    ['too-short', 'network'],
    ['two-lengths', 'network'],
    ['absurd-length', 'too-large'],
    ['no-http', 'network'],
    ['says-nothing', 'network'],
    ['reset', 'network'],
    ['reset-amid', 'network'],
    ['never', 'timeout'],
    ['loop', 'redirects'],
    ['ping', 'redirects'],
    ['slow', 'timeout'],
  ])('that plays %s is told off as %s, in time and on one line', async (path, kind) => {
    const timeoutMs = kind === 'timeout' ? 200 : 5_000;
    const asked = open({ timeoutMs, maxBytes: 4 * mebibyte }).get(`${url}/${path}`);
    const error = await within(timeoutMs + 1_500, failure(asked));
    expect(error.kind).toBe(kind);
    expect(error.message.split('\n')).toHaveLength(1);
    expect(error.message).toContain(url);
  });

  it('cannot send more than it announced', async () => {
    const { body } = await open().get(`${url}/too-long`);
    expect(Buffer.from(body).toString()).toBe('four');
  });

  it('cannot make the memory grow with what it sends', async () => {
    const http = open({ maxBytes: mebibyte });
    await failure(http.get(`${url}/gzip-bomb`));
    const before = process.memoryUsage().arrayBuffers;
    for (let time = 0; time < 5; time += 1) await failure(http.get(`${url}/gzip-bomb`));
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * mebibyte);
  });

  it('leaves the way free for the next request to its host', async () => {
    const http = open();
    await failure(http.get(`${url}/never`, { timeoutMs: 100 }));
    await failure(http.get(`${url}/reset`));
    expect((await http.get(`${url}/too-long`)).status).toBe(200);
  });
});

describe('addresses inside', () => {
  it.each([
    ['decimal', 'http://2130706433/'],
    ['hexadecimal', 'http://0x7f000001/'],
    ['hexadecimal in parts', 'http://0x7f.0.0.0x1/'],
    ['octal', 'http://0177.0.0.1/'],
    ['short', 'http://127.1/'],
    ['with a dot at the end', 'http://127.0.0.1./'],
    ['in full-width digits', 'http://１２７.０.０.１/'],
    ['escaped', 'http://%31%32%37.0.0.1/'],
    ['behind a name and password', 'http://www.dw.com@127.0.0.1/'],
    ['any', 'http://0.0.0.0/'],
    ['zero', 'http://0/'],
    ['private', 'http://192.168.0.1/'],
    ['of the cloud’s metadata', 'http://169.254.169.254/latest/meta-data'],
    ['IPv6 loopback', 'http://[::1]/'],
    ['IPv6 any', 'http://[::]/'],
    ['IPv4 mapped into IPv6', 'http://[::ffff:127.0.0.1]/'],
    ['mapped, hexadecimal', 'http://[::ffff:7f00:1]/'],
    ['IPv4-compatible', 'http://[::127.0.0.1]/'],
    ['translated', 'http://[64:ff9b::7f00:1]/'],
    ['6to4', 'http://[2002:7f00:1::]/'],
    ['IPv6 private', 'http://[fd00::1]/'],
    ['IPv6 site-local', 'http://[fec0::1]/'],
    ['IPv6 link-local', 'http://[fe80::1]/'],
  ])('are not reached by a redirect: %s', async (_form, target) => {
    const error = await failure(open().get(`${url}/to?${encodeURIComponent(target)}`));
    expect(error.kind).toBe('blocked');
  });

  it.each([
    ['a file', 'file:///etc/hostname'],
    ['data', 'data:text/html,hello'],
    ['FTP', 'ftp://192.0.2.1/'],
    ['what is no address', 'http://[::'],
  ])('nor is %s', async (_what, target) => {
    expect((await failure(open().get(`${url}/to?${encodeURIComponent(target)}`))).kind).toBe('blocked');
  });

  const names = (...addresses: readonly string[]): ResolveName => {
    const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    return (_host, _options, callback) => callback(null, found);
  };

  it.each([
    ['to loopback', ['127.0.0.1']],
    ['to IPv6 loopback', ['::1']],
    ['to a mapped address', ['::ffff:10.0.0.1']],
    ['to one inside among those outside', ['93.184.216.34', '10.0.0.1']],
  ])('are not reached by a name that leads %s', async (_where, addresses) => {
    const { port } = new URL(url);
    const error = await failure(open({ resolveName: names(...addresses) }).get(`http://feeds.example.org:${port}/to`));
    expect(error.kind).toBe('blocked');
    expect(error.message).toMatch(/feeds\.example\.org leads to .+, which is not a public address/);
  });

  it('are looked up anew for every connection, so that no check outlives its address', async () => {
    const answers = ['10.0.0.1', '10.0.0.2', '10.0.0.3'];
    const resolveName: ResolveName = (...call) => names(answers[0] ?? '')(...call);
    const http = open({ resolveName });
    for (const address of ['10.0.0.1', '10.0.0.2', '10.0.0.3']) {
      const error = await failure(http.get('http://feeds.example.org/'));
      expect(error.message).toContain(`leads to ${address}`);
      answers.shift();
    }
  });

  it('reports a name without address', async () => {
    const resolveName: ResolveName = (host, _options, callback) =>
      callback(Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' }), []);
    const error = await failure(open({ resolveName }).get('http://nowhere.example.org/'));
    expect([error.kind, error.message]).toEqual([
      'network',
      "http://nowhere.example.org/: the address of nowhere.example.org couldn't be found; is there a network connection?",
    ]);
  });

  it('reports a name that is answered with no address', async () => {
    const error = await failure(open({ resolveName: names() }).get('http://nowhere.example.org/'));
    expect([error.kind, error.message]).toEqual([
      'network',
      "http://nowhere.example.org/: the address of nowhere.example.org couldn't be found; is there a network connection?",
    ]);
  });

  it.each([
    '169.254.169.254',
    '169.254.170.2',
    '168.63.129.16',
    '::ffff:168.63.129.16',
    '100.100.100.200',
    '192.0.0.192',
    'fd00:ec2::254',
    'fd20:ce::254',
    'fd00:42::42',
    '64:ff9b::a83f:8110',
    '2002:a83f:8110::',
  ])('are those where a cloud answers its machines: %s', (address) => expect(isPublicAddress(address)).toBe(false));

  it.each([
    ['2a00:1450:4001::1', true],
    ['1.1.1.1', true],
    ['::ffff:1.1.1.1', true],
    ['::101:101', false],
    ['192.0.2.1', false],
    ['198.18.0.1', false],
    ['255.255.255.255', false],
    ['ff02::1', false],
    ['2001:db8::1', false],
    ['no address', false],
  ])('takes %s as public: %s', (address, expected) => {
    expect(isPublicAddress(address)).toBe(expected);
  });
});

/** A key and the certificate that it signed itself, for 127.0.0.1 and a day; undefined without openssl. */
function selfSigned(): { readonly key: string; readonly cert: string } | undefined {
  try {
    const ask =
      'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1 -subj /CN=127.0.0.1 -keyout - -out -';
    const pem = execFileSync('openssl', ask.split(' '), { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return { key: pem, cert: pem };
  } catch {
    return undefined;
  }
}

const certificate = selfSigned();

describe.skipIf(!certificate)('TLS (skipped where there is no openssl to make a certificate)', () => {
  it('takes no certificate that its server signed itself', async () => {
    const secure = createTlsServer(certificate ?? {}, (_request, response) => response.end('secret'));
    await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve));
    const host = `127.0.0.1:${(secure.address() as AddressInfo).port}`;
    const error = await failure(open({ allowPrivateHosts: [host] }).get(`https://${host}/`));
    expect(error.kind).toBe('network');
    expect(error.message).toMatch(/its certificate can't be trusted \(DEPTH_ZERO_SELF_SIGNED_CERT\)/);
    secure.closeAllConnections();
    await new Promise((resolve) => secure.close(resolve));
  });

  it('takes no plain answer on a secure address', async () => {
    const host = new URL(url).host;
    const error = await failure(open().get(`https://${host}/no-http`));
    expect(error.kind).toBe('network');
  });
});
