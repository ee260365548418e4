import { request } from 'node:http';
import { shapes } from './hostile-shapes.ts';
import { actions, type Input, limitOfValue, ofShapes, type Targets } from './hostile-targets.ts';

const post = (pageUrl: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(pageUrl.replace(/\/$/u, '') + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  }).then((answer) => answer.text());
const lineStarts = [
  '/ask ',
  '/ask who is ',
  '/who ',
  '/background ',
  '/why ',
  '/search ',
  '/subscribe ',
  '',
  '/brief ',
  '/catchup ',
];
const optionStarts = [
  '/subscribe asia times:',
  '/subscribe asia days:',
  '/settings zone:',
  '/settings quiet:',
  '/brief asia since:',
];

/** Lines typed into the local chat, up to the longest and one character longer. */
export function typedLines({ pageUrl }: Targets): readonly Input[] {
  const lineOf = (line: string): Input => ({
    name: line,
    send: () => post(pageUrl, '/api/commands/run', { channelId: 'newsroom', line }),
  });
  return ofShapes(([, shape], number) => [
    ...lineStarts.map((start) => lineOf(start + shape(limitOfValue - (number % 2) * 15))),
    lineOf((optionStarts[number % optionStarts.length] ?? '') + shape(limitOfValue)),
    lineOf(`${lineStarts[number % lineStarts.length]}${shape(4_000)}`.slice(0, 4_000 + (number % 2))),
  ]);
}

/** Requests to the local page: bodies, headers, hosts, paths, streams. */
export function pageRequests({ pageUrl }: Targets): readonly Input[] {
  const channelId = 'newsroom';
  const raw = (path: string, method: string, headers: Record<string, string>, name = path.slice(0, 60)): Input => ({
    name: `${method} ${name}`,
    send: () => rawRequest(pageUrl, path, method, headers),
  });
  const body = (path: string, json: unknown, name: string): Input => ({
    name: `${path}: ${name}`,
    send: () => post(pageUrl, path, json),
  });
  return [
    ...ofShapes(([name, shape], number) => {
      const [short, long] = [shape(150), shape(4_000)];
      const action = actions[number % actions.length];
      const fields = Object.fromEntries(['interest', 'times', 'zone', 'name', 'mention'].map((key) => [key, long]));
      return [
        body('/api/complete', { channelId, line: `/who ${long}`.slice(0, 4_000) }, name),
        body('/api/complete', { channelId, command: 'subscribe', option: 'interest', typed: short }, name),
        body('/api/actions', { channelId, messageId: short, action, value: shape(2_000) }, name),
        body(
          '/api/forms',
          {
            channelId,
            action: ['subscribe', 'edit-subscription', 'look-of-subscription'][number % 3],
            reference: '1',
            answers: fields,
          },
          name,
        ),
        body('/api/commands/run', { channelId, command: 'subscribe', options: { interest: long, zone: short } }, name),
        body(
          '/api/commands/run',
          `{"channelId":"newsroom","line":${JSON.stringify(shape(60_000))}}`,
          `60 kB of ${name}`,
        ),
        raw(`/api/operator/search?words=${encodeURIComponent(shape(900).toWellFormed())}`, 'GET', {}, `search ${name}`),
      ];
    }),
    ...[
      '[',
      '{"a":',
      '{"__proto__":{"channelId":"newsroom"},"line":"x"}',
      '"',
      '1e999999',
      '\\u0000',
      '{"channelId":"newsroom","line":"a","line":',
    ].map((part) => body('/api/commands/run', part.repeat(Math.floor(65_000 / part.length)), `65 kB of ${part}`)),
    body('/api/commands/run', ' '.repeat(70_000), '70 kB'),
    body(
      '/api/forms',
      {
        channelId,
        action: 'subscribe',
        answers: Object.fromEntries(Array.from({ length: 3_000 }, (_, n) => [`a${n}`, 'b'])),
      },
      '3,000 fields',
    ),
    ...[
      'evil.example',
      '127.0.0.1.evil.example',
      '[::1',
      'localhost:99999',
      'LOCALHOST.',
      '0x7f.1',
      'a'.repeat(8_000),
      '127.0.0.1@evil.example',
    ].map((host) => raw('/api/channels', 'GET', { host }, `host ${host.slice(0, 30)}`)),
    ...shapes
      .slice(0, 60)
      .map(([name, shape]) =>
        raw(
          '/api/commands',
          'GET',
          { 'accept-language': encodeURIComponent(shape(2_000).toWellFormed()).slice(0, 8_000) },
          `language ${name}`,
        ),
      ),
    raw('/api/commands', 'GET', { 'accept-language': 'de-AT;q=0.1,'.repeat(1_000) }, '1,000 languages'),
    raw('/api/commands', 'GET', { 'accept-language': `x-${'a-'.repeat(6_000)}` }, 'a language of 6,000 parts'),
    ...[
      '/page/..%2f..%2fmain.ts',
      '/page/%00',
      '/%',
      `/${'a/'.repeat(4_000)}`,
      `/page/${'%2e%2e/'.repeat(1_000)}`,
      '/api/channels/__proto__/posts',
      '//evil.example/',
      '/api/channels/newsroom/messages/%ff/previews',
    ].map((path) => raw(path, 'GET', {})),
    ...['PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PATCH'].map((method) => raw('/api/commands/run', method, {})),
    ...Array.from({ length: 20 }, (_, n) =>
      raw('/api/events', 'GET', { 'last-event-id': `${n}${'9'.repeat(n * 100)}` }, `stream ${n}`),
    ),
  ];
}

/** Streams are left after a moment. */
function rawRequest(pageUrl: string, path: string, method: string, headers: Record<string, string>): Promise<string> {
  const { hostname, port } = new URL(pageUrl);
  return new Promise((resolve) => {
    let seen = '';
    const sent = request(
      { hostname, port, path, method, headers: { host: `${hostname}:${port}`, ...headers } },
      (answer) => {
        answer.on('data', (chunk) => {
          seen += chunk;
          if (path === '/api/events') sent.destroy();
        });
        answer.once('close', () => resolve(seen));
      },
    );
    sent.once('error', () => resolve(seen));
    sent.setTimeout(500, () => sent.destroy());
    sent.end();
  });
}
