import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FeedAlert } from '../../src/ingest/feed-alerts.ts';
import { reasonInEnglish } from '../../src/wording/reason.ts';
import { FakeClock } from '../fakes/fake-clock.ts';
import { entryOf } from '../storage/entry-of.ts';
import { feedOf, openPolling, startFeedServer } from './feed-server.ts';

const morning = '2026-10-04T09:00:00Z';
let site: Awaited<ReturnType<typeof startFeedServer>>;
let slow: Awaited<ReturnType<typeof startFeedServer>>;
let polling: Awaited<ReturnType<typeof openPolling>>;
let clock: FakeClock;
let alerts: FeedAlert[];

beforeEach(async () => {
  site = await startFeedServer();
  slow = await startFeedServer();
  clock = new FakeClock('2026-10-04T12:00:00Z');
  alerts = [];
});

afterEach(async () => {
  await polling.close();
  await site.stop();
  await slow.stop();
});

async function open(addresses: Record<string, string>) {
  polling = await openPolling(addresses, { clock, onAlert: async (alert) => alerts.push(alert) > 0 });
  return polling;
}

async function pollFor(minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute++) {
    clock.advance({ minutes: 1 });
    await polling.poller.pollDue();
  }
}

async function health(id: string) {
  const feed = (await polling.newsroom.services.status()).feeds.find((each) => each.id === id);
  if (!feed) return undefined;
  const notes = feed.notes.map(reasonInEnglish);
  return { ...feed, notes, ...(feed.problem ? { problem: reasonInEnglish(feed.problem) } : {}) };
}

describe('a feed that moved', () => {
  test('is followed, asked at its new address from then on, over a restart too, and reported', async () => {
    site.routes['/old'] = (_request, response) => void response.writeHead(301, { location: '/new' }).end();
    site.routes['/new'] = feedOf({ 1: morning }, { etag: '"a"' });
    const { poller, makePoller } = await open({ f: `${site.url}/old` });
    await poller.pollDue();
    clock.advance({ minutes: 20 });
    await makePoller().pollDue();
    expect(site.asked.map(({ path, etag }) => [path, etag])).toEqual([
      ['/old', undefined],
      ['/new', undefined],
      ['/new', '"a"'],
    ]);
    expect(await health('f')).toMatchObject({ health: 'ok', notes: [expect.stringContaining(`${site.url}/new`)] });
  });

  test('is asked at its configured address again when the new one stays broken', async () => {
    site.routes['/old'] = (_request, response) => void response.writeHead(301, { location: '/new' }).end();
    site.routes['/new'] = feedOf({ 1: morning });
    const { poller } = await open({ f: `${site.url}/old` });
    await poller.pollDue();
    delete site.routes['/new'];
    site.routes['/old'] = feedOf({ 1: morning });
    await pollFor(60);
    expect(await health('f')).toMatchObject({ health: 'ok', notes: [] });
  });
});

test('a feed that is gone is asked once a day', async () => {
  site.routes['/f'] = (_request, response) => void response.writeHead(410).end();
  const { poller } = await open({ f: `${site.url}/f` });
  await poller.pollDue();
  clock.advance({ hours: 23 });
  await poller.pollDue();
  expect(site.timesAsked('/f')).toBe(1);
  clock.advance({ hours: 2 });
  await poller.pollDue();
  expect(site.timesAsked('/f')).toBe(2);
  expect(await health('f')).toMatchObject({ health: 'gone', problem: expect.stringContaining('410') });
});

test.each([
  ['a page', '<!doctype html><html><body>Hello</body></html>', 'html', /HTML/],
  ['an empty list', '<rss version="2.0"><channel><title>t</title></channel></rss>', 'empty', /no entries/],
  ['a JSON Feed', '{"version":"https://jsonfeed.org/version/1.1","items":[]}', 'failing', /JSON Feed; use the RSS/],
])('a feed that is suddenly %s is reported', async (_name, body, kind, problem) => {
  site.routes['/f'] = feedOf({ 1: morning });
  const { poller } = await open({ f: `${site.url}/f` });
  await poller.pollDue();
  site.routes['/f'] = (_request, response) => void response.writeHead(200).end(body);
  clock.advance({ minutes: 20 });
  await poller.pollDue();
  expect(await health('f')).toMatchObject({ health: kind, problem: expect.stringMatching(problem) });
});

test('a feed that brings nothing for longer than its habit is reported, with news it is well', async () => {
  const hourly = Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [
      index + 1,
      clock
        .now()
        .subtract({ hours: 72 + index })
        .toString(),
    ]),
  );
  site.routes['/f'] = feedOf(hourly);
  const { poller } = await open({ f: `${site.url}/f` });
  await poller.pollDue();
  expect(await health('f')).toMatchObject({ health: 'stale', problem: expect.stringContaining('3 days') });
  site.routes['/f'] = feedOf({ ...hourly, 99: clock.now().toString() });
  clock.advance({ hours: 5 });
  await poller.pollDue();
  expect(await health('f')).toMatchObject({ health: 'ok', interval: { why: { code: 'newPerDay' } } });
});

test("a server's max-age is kept to, over unchanged answers too", async () => {
  site.routes['/f'] = feedOf({ 1: morning }, { etag: '"a"', 'cache-control': 'public, max-age=3600' });
  const { poller } = await open({ f: `${site.url}/f` });
  await poller.pollDue();
  await pollFor(119);
  expect(site.timesAsked('/f')).toBe(2);
  expect((await health('f'))?.interval).toEqual({ minutes: 60, why: { code: 'serverAsks' } });
});

test('an ETag that never changes hides a feed for a day at most', async () => {
  site.routes['/f'] = feedOf({ 1: morning }, { etag: '"always"' });
  const { poller, newsroom } = await open({ f: `${site.url}/f` });
  await poller.pollDue();
  site.routes['/f'] = feedOf({ 1: morning, 2: '2026-10-04T12:30:00Z' }, { etag: '"always"' });
  await pollFor(11 * 60);
  expect(await entryOf(newsroom.storage, 'f', 'dw:2')).toBeUndefined();
  await pollFor(2 * 60);
  expect(await entryOf(newsroom.storage, 'f', 'dw:2')).toBeDefined();
});

test('all feeds of a server rest when it has too many requests, those of others do not', async () => {
  site.routes['/a'] = (_request, response) => void response.writeHead(429, { 'retry-after': '3600' }).end();
  site.routes['/b'] = feedOf({ 1: morning });
  slow.routes['/c'] = feedOf({ 2: morning });
  const { poller } = await open({ a: `${site.url}/a`, b: `${site.url}/b`, c: `${slow.url}/c` });
  await poller.pollDue();
  await pollFor(59);
  expect([site.timesAsked('/a'), site.timesAsked('/b'), slow.timesAsked('/c') > 2]).toEqual([1, 0, true]);
  await pollFor(5);
  expect(site.timesAsked('/b')).toBe(1);
});

test('a slow host holds up no other, and its feeds are asked in turn', async () => {
  const held: (() => void)[] = [];
  for (const path of ['/a', '/b']) slow.routes[path] = (_request, response) => void held.push(() => response.end());
  site.routes['/c'] = feedOf({ 1: morning });
  const { poller, state } = await open({ a: `${slow.url}/a`, b: `${slow.url}/b`, c: `${site.url}/c` });
  const first = poller.pollDue();
  await expect.poll(async () => (await state('c'))?.last_success_at).toBeTruthy();
  await expect.poll(() => held.length).toBe(1);
  clock.advance({ minutes: 20 });
  const second = poller.pollDue();
  await expect.poll(() => site.timesAsked('/c')).toBe(2);
  expect(held).toHaveLength(1);
  while (held.length > 0 || (await state('b'))?.last_polled_at === null) {
    held.shift()?.();
    await new Promise(setImmediate);
  }
  await Promise.all([first, second]);
  expect([slow.timesAsked('/a'), slow.timesAsked('/b')]).toEqual([1, 1]);
});

test('an article that two hosts list at once is archived once', async () => {
  site.routes['/f'] = feedOf({ 1: morning });
  slow.routes['/f'] = feedOf({ 1: morning });
  const { poller, newsroom } = await open({ a: `${site.url}/f`, b: `${slow.url}/f` });
  await poller.pollDue();
  const entries = await newsroom.storage.feeds.entriesOf('dw:1');
  expect(entries.map(({ state }) => state).toSorted()).toEqual(['stored', 'unchanged']);
});

test('at the start, feeds that are due at once are asked one after the other', async () => {
  const ids = Array.from({ length: 30 }, (_, index) => `f${index}`);
  for (const id of ids) site.routes[`/${id}`] = feedOf({ 1: morning });
  const { poller } = await open(Object.fromEntries(ids.map((id) => [id, `${site.url}/${id}`])));
  await poller.spread();
  const perMinute: number[] = [];
  for (let minute = 0; minute <= 3; minute++) {
    const before = site.asked.length;
    await poller.pollDue();
    perMinute.push(site.asked.length - before);
    clock.advance({ minutes: 1 });
  }
  expect(perMinute).toEqual([1, 10, 10, 9]);
});

test('a service that is restarted every minute comes to each feed all the same', async () => {
  const ids = Array.from({ length: 30 }, (_, index) => `f${index}`);
  for (const id of ids) site.routes[`/${id}`] = feedOf({ 1: morning });
  const { makePoller } = await open(Object.fromEntries(ids.map((id) => [id, `${site.url}/${id}`])));
  // One feed a start, while the first ones become due again after a quarter of an hour.
  for (let start = 0; start < 30; start++) {
    const poller = makePoller();
    await poller.spread();
    await poller.pollDue();
    clock.advance({ minutes: 1 });
  }
  expect(ids.filter((id) => site.timesAsked(`/${id}`) === 0)).toEqual([]);
});

describe('the operator', () => {
  test('is told once that feeds are not read, and once that they are again', async () => {
    const { poller } = await open({ a: `${site.url}/a`, b: `${site.url}/b`, c: `${site.url}/c` });
    site.routes['/c'] = feedOf({ 1: morning });
    await poller.pollDue();
    await pollFor(44);
    expect(alerts).toEqual([]);
    await pollFor(60);
    expect(alerts).toMatchObject([{ kind: 'unread', feeds: [{ feed: { id: 'a' } }, { feed: { id: 'b' } }] }]);
    site.routes['/a'] = feedOf({ 2: morning });
    site.routes['/b'] = feedOf({ 3: morning });
    await pollFor(600);
    expect(
      alerts
        .slice(1)
        .flatMap(({ kind, feeds }) => feeds.map(({ feed }) => `${feed.id} ${kind}`))
        .toSorted(),
    ).toEqual(['a read-again', 'b read-again']);
  });

  test('is not told of feeds that could not be read while the service was down', async () => {
    site.routes['/a'] = feedOf({ 1: morning });
    const { poller, makePoller } = await open({ a: `${site.url}/a` });
    await poller.pollDue();
    clock.advance({ hours: 72 });
    await makePoller().pollDue();
    expect(alerts).toEqual([]);
  });
});

test('what a feed lists as before keeps its record and is seen again', async () => {
  site.routes['/f'] = feedOf({ 1: morning, 2: morning });
  const { poller, newsroom } = await open({ f: `${site.url}/f` });
  await poller.pollDue();
  const first = await entryOf(newsroom.storage, 'f', 'dw:1');
  site.routes['/f'] = feedOf({ 0: morning, 1: morning });
  clock.advance({ minutes: 20 });
  await poller.pollDue();
  const again = await entryOf(newsroom.storage, 'f', 'dw:1');
  expect(again).toEqual({ ...first, position: 1, last_seen_at: '2026-10-04T12:20:00.000Z' });
  expect(await entryOf(newsroom.storage, 'f', 'dw:2')).toMatchObject({ last_seen_at: first?.last_seen_at });
});

test('what a feed digs out from before it was last read is archived in silence, news of a gap is not', async () => {
  site.routes['/f'] = feedOf({ 1: morning });
  const { poller, newsroom } = await open({ f: `${site.url}/f` });
  await poller.pollDue();
  clock.advance({ hours: 72 });
  site.routes['/f'] = feedOf({ 1: morning, 2: '2026-10-01T09:00:00Z', 3: '2026-10-05T09:00:00Z' });
  await poller.pollDue();
  const loud = await newsroom.storage.articles.list({ withoutSeed: true });
  expect(loud.map(({ id }) => id)).toEqual(['dw:3']);
});
