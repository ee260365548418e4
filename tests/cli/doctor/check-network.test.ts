import { expect, onTestFinished, test } from 'vitest';
import { checkClock, checkZoneData } from '../../../src/cli/doctor/check-machine.ts';
import { checkFeeds, checkModel } from '../../../src/cli/doctor/check-network.ts';
import { parseConfig } from '../../../src/config/config.ts';
import type { Feed } from '../../../src/feeds/entry.ts';
import { parseHere } from '../../../src/ingest/document-parser.ts';
import { createHttp } from '../../../src/runtime/http.ts';
import { createRobots } from '../../../src/runtime/robots.ts';
import { FakeClock } from '../../fakes/fake-clock.ts';
import { startFakeModelServer } from '../../fakes/fake-model-server.ts';
import { type Answer, feedOf, startFeedServer } from '../../ingest/feed-server.ts';
import { givingUpOn } from '../../runtime/giving-up-on.ts';

const now = '2026-11-27T09:00:00Z';
const { signal } = new AbortController();

async function site(routes: Readonly<Record<string, Answer>>) {
  const server = await startFeedServer();
  Object.assign(server.routes, routes);
  const http = createHttp({ userAgent: 'test', allowPrivateHosts: [server.host] });
  const clock = new FakeClock(now);
  onTestFinished(async () => {
    await http.stop();
    await server.stop();
  });
  return { ...server, http, documents: parseHere, clock, robots: createRobots({ http, userAgent: 'test', clock }) };
}

const status =
  (code: number): Answer =>
  (_request, response) =>
    void response.writeHead(code).end();

const feed = (id: string, url: string): Feed => ({ id, name: id, url, language: 'en', topics: [], namespace: id });

test.each([
  ['gone', status(410), 'status 410', 'find its new address'],
  ['refused', status(403), 'status 403', 'set contact'],
  [
    'a page',
    ((_q, r) => void r.writeHead(200).end('<html><body>no</body></html>')) satisfies Answer,
    'feed',
    'open the address in a browser',
  ],
  ['silent', (() => undefined) satisfies Answer, 'within 0.8 s', "this machine's network"],
])('a feed that is %s is told with what to do', async (name, answer, text, remedy) => {
  const path = `/${name.replace(' ', '-')}`;
  const { url, http, ...parts } = await site({ [path]: answer });
  const impatient = givingUpOn(/silent$/, 800, http);
  const [finding, ...others] = await checkFeeds([feed('ours', url + path)], { ...parts, http: impatient, signal });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    result: 'failure',
    text: expect.stringContaining(text),
    remedy: expect.stringContaining(remedy),
  });
  expect(finding?.text).toContain('(ours)');
});

test('one host that is down is one finding, beside what is read', async () => {
  const { url, ...parts } = await site({ '/well': feedOf({ 1: now }), '/empty': feedOf({}) });
  const down = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => feed(id, `http://127.0.0.1:1/${id}`));
  const feeds = [feed('well', `${url}/well`), feed('empty', `${url}/empty`), ...down];
  expect(await checkFeeds(feeds, { ...parts, signal })).toMatchObject([
    { result: 'ok', text: expect.stringContaining('2 of 8') },
    {
      result: 'failure',
      text: expect.stringContaining('(a, b, c, d and 2 more feeds)'),
      remedy: expect.stringContaining('public'),
    },
    { result: 'warning', text: expect.stringMatching(/^empty\b/u) },
  ]);
});

test('robots.txt is obeyed, and told', async () => {
  const { url, ...parts } = await site({
    '/robots.txt': (_request, response) => void response.writeHead(200).end('User-agent: *\nDisallow: /'),
    '/feed': feedOf({ 1: now }),
  });
  expect(await checkFeeds([feed('ours', `${url}/feed`)], { ...parts, signal })).toMatchObject([
    { result: 'failure', text: expect.stringContaining('robots.txt'), remedy: expect.stringContaining('robots.txt') },
  ]);
  expect(parts.timesAsked('/feed')).toBe(0);
});

test.each([
  [0, 'ok'],
  [-20, 'ok'],
  [90, 'warning'],
  [-90, 'warning'],
  [3_600, 'failure'],
])('a clock %i s off is %s', async (seconds, result) => {
  const date = new Date(Date.parse(now) - seconds * 1_000).toUTCString();
  const { url, http, clock } = await site({
    '/robots.txt': (_q, response) => void response.writeHead(404, { date }).end(),
  });
  const [finding] = await checkClock(`${url}/robots.txt`, { http, clock, signal });
  expect(finding?.result).toBe(result);
  if (seconds !== 0)
    expect(finding?.text).toContain(`${Math.abs(seconds)} s ${seconds < 0 ? 'behind' : 'ahead of'} 127.0.0.1`);
});

test('an answer out of a cache is as old as it says', async () => {
  const date = new Date(Date.parse(now) - 3_600_000).toUTCString();
  const { url, http, clock } = await site({
    '/robots.txt': (_q, response) => void response.writeHead(200, { date, age: '3600' }).end(),
  });
  expect(await checkClock(`${url}/robots.txt`, { http, clock, signal })).toMatchObject([{ result: 'ok' }]);
});

test('zone data of today knows the rules; older data is told, with the zone', () => {
  expect(checkZoneData()).toMatchObject([{ result: 'ok' }]);
  const old = checkZoneData((zone) => (zone === 'Asia/Almaty' ? '+06:00' : '+00:00'));
  expect(old).toHaveLength(4);
  expect(old.map(({ text }) => text).join()).toContain('Asia/Almaty (Kazakhstan, 2024)');
  expect(old[0]?.remedy).toContain('update Node');
});

test.each([
  [{ kind: 'status', status: 401 }, 'returned status 401', 'KURZWELLE_MODEL_KEY'],
  [{ kind: 'status', status: 404 }, 'returned status 404', 'model.url and model.name'],
  [{ kind: 'status', status: 400 }, 'returned status 400', 'jsonSchema'],
  [{ kind: 'status', status: 429 }, 'returned status 429', 'limit'],
  [{ kind: 'text', text: 'I am ready!' }, 'no usable answer', 'docs/models.md'],
  [{ kind: 'truncated' }, 'no usable answer', 'docs/models.md'],
] as const)('a model that does %j is told', async (behavior, text, remedy) => {
  const model = await startFakeModelServer();
  onTestFinished(() => model.stop());
  model.behave = () => behavior;
  const { model: settings } = parseConfig(
    `model: { provider: openai-compatible, name: m, url: "${model.url}" }`,
    'test',
  );
  const [finding] = await checkModel(settings, undefined, AbortSignal.timeout(10_000));
  expect(finding).toMatchObject({
    result: 'failure',
    text: expect.stringContaining(text),
    remedy: expect.stringContaining(remedy),
  });
});
