import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { parseConfig } from '../../src/config/config.ts';
import { createDocumentPool, type DocumentParser, parseHere } from '../../src/ingest/document-parser.ts';
import { explain } from '../../src/ingest/explain.ts';
import { feedStatus } from '../../src/ingest/feed-health.ts';
import { createHttp } from '../../src/runtime/http.ts';
import type { Log } from '../../src/runtime/log.ts';
import { type Newsroom, openNewsroom } from '../../src/services/newsroom.ts';
import { createNewsroomPoller } from '../../src/services/poller.ts';
import { openMemoryDatabase } from '../../src/storage/database.ts';
import { FakeClock } from '../fakes/fake-clock.ts';
import { postArticle } from '../fakes/post-article.ts';
import { italianReports } from '../fixtures/italian-reports.ts';
import { givingUpOn } from '../runtime/giving-up-on.ts';
import { entryOf } from '../storage/entry-of.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let baseUrl: string;
let routes: Record<string, Answer>;
let requests: { path: string; headers: IncomingMessage['headers'] }[];
let logged: { level: string; facts: Record<string, unknown>; text: string }[];
let clock: FakeClock;
let newsroom: Newsroom;
let http: ReturnType<typeof createHttp>;

const log: Log = Object.fromEntries(
  ['debug', 'info', 'warn', 'error'].map((level) => [
    level,
    (facts: Record<string, unknown>, text: string) => logged.push({ level, facts, text }),
  ]),
) as unknown as Log;

beforeEach(async () => {
  routes = {};
  requests = [];
  logged = [];
  clock = new FakeClock('2022-07-18T12:00:00Z');
  server = createServer((request, response) => {
    const path = request.url ?? '';
    requests.push({ path, headers: request.headers });
    const answer = routes[path];
    if (answer) answer(request, response);
    else response.writeHead(404).end('not here');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  http = createHttp({ userAgent: 'test', allowPrivateHosts: [new URL(baseUrl).host] });
});

afterEach(async () => {
  await http.stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await newsroom.storage.close();
});

let documents: DocumentParser = parseHere;

async function poller(...ids: string[]) {
  const defaults = parseConfig('', 'test');
  const list = ids.map((id) => ({
    id,
    name: id,
    url: `${baseUrl}/${id}`,
    language: 'en',
    topics: [],
    namespace: 'dw',
  }));
  newsroom = await openNewsroom({
    config: { ...defaults, feeds: { ...defaults.feeds, list } },
    db: await openMemoryDatabase(),
    clock,
    log,
  });
  await newsroom.storage.feeds.register(list);
  return createNewsroomPoller(newsroom, { http: givingUpOn(/hanging$/, 400, http), documents });
}

interface Item {
  readonly id: number;
  readonly title?: string;
  readonly kind?: string;
  readonly at?: string;
  readonly lead?: string;
  readonly language?: string;
}

function feedOf(...items: readonly Item[]): Answer {
  const rows = items.map(
    ({ id, title = `Item ${id}`, kind = 'a', at = 'Mon, 18 Jul 2022 10:00:00 GMT', lead = `About ${id}.` }) =>
      `<item><guid isPermaLink="false">${id}</guid><pubDate>${at}</pubDate><title>${title}</title><link>${baseUrl}/en/item/${kind}-${id}?maca=en-x</link><description>${lead}</description></item>`,
  );
  return send(
    `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>t</title><language>${items[0]?.language ?? 'en'}</language>${rows.join('')}</channel></rss>`,
    'application/rss+xml',
    { etag: '"v1"' },
  );
}

function pageOf(headline: string, paragraph: string, language = 'en'): Answer {
  return send(
    `<html lang="${language}"><head><title>${headline}</title></head><body><article><header><h1>${headline}</h1></header><div class="rich-text"><p>${paragraph}</p></div></article></body></html>`,
    'text/html; charset=utf-8',
  );
}

function send(body: string | Buffer, type: string, headers: Record<string, string> = {}): Answer {
  return (request, response) => {
    if (headers.etag && request.headers['if-none-match'] === headers.etag) response.writeHead(304).end();
    else response.writeHead(200, { 'content-type': type, ...headers }).end(body);
  };
}

async function stateOf(feedId: string, number: number) {
  return entryOf(newsroom.storage, feedId, `dw:${number}`);
}

test('others get a turn between any two entries, also those that are not fetched', async () => {
  const entries = 200;
  routes['/old'] = feedOf(
    ...Array.from({ length: entries }, (_, id) => ({ id: id + 1, at: 'Mon, 18 Jan 1999 10:00:00 GMT' })),
  );
  const polling = await poller('old');
  const { recordEntry } = newsroom.storage.feeds;
  let turns = 0;
  const turnsAt = new Set<number>();
  newsroom.storage.feeds.recordEntry = async (...entry) => {
    turnsAt.add(turns);
    return recordEntry(...entry);
  };
  let beat = setImmediate(function next() {
    turns += 1;
    beat = setImmediate(next);
  });
  await polling.pollDue();
  clearImmediate(beat);
  expect(turnsAt.size).toBe(entries);
});

describe('a feed that is none', () => {
  const troubles: Record<string, [Answer, RegExp]> = {
    html: [send('<!doctype html><html><body>Sorry</body></html>', 'text/html'), /HTML page/],
    empty: [send('', 'application/rss+xml'), /empty/i],
    broken: [send('<rss><channel><title>x</titl', 'application/rss+xml'), /./],
    huge: [send(Buffer.alloc(30 * 1024 * 1024, ' '), 'application/rss+xml'), /too large|larger|MiB/i],
    hanging: [() => {}, /no (whole )?answer|time|within/i],
    failing: [(_request, response) => void response.writeHead(503, { 'retry-after': '7200' }).end(), /503/],
  };

  test.each(Object.entries(troubles))(
    '%s: is one clear line with feed and reason, and the others go on',
    async (name, [answer, reason]) => {
      routes[`/${name}`] = answer;
      routes['/good'] = feedOf({ id: 1 });
      routes['/en/item/a-1'] = pageOf('Good news', 'All is well in the whole wide world today.');
      await (await poller(name, 'good')).pollDue();
      const lines = logged.filter(({ level, facts }) => level === 'warn' && facts.feedId === name);
      expect(lines).toHaveLength(1);
      expect(lines[0]?.text).toMatch(reason);
      expect(lines[0]?.text.split('\n')).toHaveLength(1);
      expect(await stateOf('good', 1)).toMatchObject({ state: 'stored' });
    },
  );

  test('is asked again soon, then ever later, and not before the server wants', async () => {
    routes['/failing'] = troubles.failing?.[0] as Answer;
    const polling = await poller('failing');
    await polling.pollDue();
    clock.advance({ minutes: 119 });
    await polling.pollDue();
    expect(requests.filter(({ path }) => path === '/failing')).toHaveLength(1);
    clock.advance({ minutes: 2 });
    await polling.pollDue();
    expect(requests.filter(({ path }) => path === '/failing')).toHaveLength(2);
  });

  test('says plainly when no feed at all can be read', async () => {
    await (await poller('gone', 'lost')).pollDue();
    expect(logged.filter(({ level }) => level === 'error')).toMatchObject([{ facts: { feeds: 2 } }]);
  });
});

describe('a page', () => {
  test('that is missing leaves its reason and is tried again, others are stored', async () => {
    routes['/f'] = feedOf({ id: 1 }, { id: 2 });
    routes['/en/item/a-2'] = pageOf('Second', 'This is the second page of the two that there are.');
    const polling = await poller('f');
    await polling.pollDue();
    expect(await stateOf('f', 1)).toMatchObject({ state: 'fetch-failed', reason: expect.stringContaining('404') });
    expect(await stateOf('f', 2)).toMatchObject({ state: 'stored' });
    routes['/en/item/a-1'] = pageOf('First', 'This is the first page, which came late to the party.');
    clock.advance({ minutes: 16 });
    await polling.pollDue();
    expect(await stateOf('f', 1)).toMatchObject({ state: 'stored' });
  });

  test('that is gone, of an entry that left its feed before its time, withdraws its article until it is listed again', async () => {
    const [first, second] = [{ id: 1, at: 'Mon, 18 Jul 2022 11:00:00 GMT' }, { id: 2 }];
    const changing =
      (answer: Answer): Answer =>
      (request, response) => {
        delete request.headers['if-none-match'];
        answer(request, response);
      };
    routes['/f'] = changing(feedOf(first, second));
    routes['/en/item/a-1'] = pageOf('First', 'The mayor of Lanzberg took the money, this page said first.');
    routes['/en/item/a-2'] = pageOf('Second', 'This is the second page of the two that there are.');
    const polling = await poller('f');
    await polling.pollDue();
    const listed = async () => (await newsroom.storage.articles.list({})).map(({ id }) => id);
    clock.advance({ hours: 2 });
    routes['/f'] = changing(feedOf(second));
    await polling.pollDue();
    expect(await listed()).toEqual(['dw:1', 'dw:2']);

    routes['/f'] = changing(feedOf(first, second));
    clock.advance({ hours: 2 });
    await polling.pollDue();
    await postArticle(newsroom.storage, 'dw:1', clock.now());
    delete routes['/en/item/a-1'];
    routes['/f'] = changing(feedOf(second));
    clock.advance({ hours: 2 });
    await polling.pollDue();
    expect(await listed()).toEqual(['dw:2']);
    expect(await newsroom.storage.articles.find('dw:1')).toMatchObject({
      withdrawn: { by: 'publisher' },
      sentences: [],
    });
    expect(await stateOf('f', 1)).toMatchObject({ state: 'withdrawn', reason: expect.stringContaining('404') });

    routes['/en/item/a-1'] = pageOf('First', 'The mayor of Lanzberg did not take the money, it says now.');
    routes['/f'] = changing(feedOf(first, second));
    clock.advance({ hours: 2 });
    await polling.pollDue();
    expect(await listed()).toEqual(['dw:1', 'dw:2']);
  });

  test.each(['g', 'video'])('of kind %s- is kept from the feed without being fetched', async (kind) => {
    routes['/f'] = feedOf({ id: 3, kind, title: 'Pictures' });
    await (await poller('f')).pollDue();
    expect(await newsroom.archive.findArticle('dw:3')).toMatchObject({ headline: 'Pictures', lead: 'About 3.' });
    expect(requests.some(({ path }) => path.startsWith('/en/item'))).toBe(false);
  });

  test('in another encoding is read in it', async () => {
    routes['/f'] = feedOf({ id: 4 });
    const html =
      '<html lang="en"><head><meta charset="iso-8859-1"></head><body><article><header><h1>Caf\u00e9 M\u00fcller</h1></header><div class="rich-text"><p>The caf\u00e9 in Stra\u00dfe is open again.</p></div></article></body></html>';
    routes['/en/item/a-4'] = send(Buffer.from(html, 'latin1'), 'text/html');
    await (await poller('f')).pollDue();
    expect((await newsroom.archive.findArticle('dw:4'))?.sentences.at(-1)?.text).toBe(
      'The caf\u00e9 in Stra\u00dfe is open again.',
    );
  });
});

describe('what was read before', () => {
  test('is not read again: the feed answers "not modified"', async () => {
    routes['/f'] = feedOf({ id: 5 });
    routes['/en/item/a-5'] = pageOf('Five', 'Five is the number of fingers on most hands.');
    const polling = await poller('f');
    await polling.pollDue();
    clock.advance({ minutes: 16 });
    await polling.pollDue();
    expect(requests.filter(({ path }) => path === '/f').at(-1)?.headers['if-none-match']).toBe('"v1"');
    expect(requests.filter(({ path }) => path === '/en/item/a-5')).toHaveLength(1);
  });

  test('is a new revision when headline and date have changed, and none when the page says the same', async () => {
    routes['/f'] = feedOf({ id: 6 });
    routes['/en/item/a-6'] = pageOf('Six dead', 'Six people died in the flood on Sunday evening.');
    const polling = await poller('f');
    await polling.pollDue();
    const later = 'Mon, 18 Jul 2022 11:00:00 GMT';
    routes['/f'] = feedOf({ id: 6, title: 'Seven dead', at: later });
    routes['/en/item/a-6'] = pageOf('Seven dead', 'Seven people died in the flood on Sunday evening.');
    clock.advance({ minutes: 16 });
    await newsroom.storage.feeds.update('f', { etag: null });
    await polling.pollDue();
    expect((await newsroom.storage.articles.revisionsOf('dw:6')).map(({ headline }) => headline)).toEqual([
      'Six dead',
      'Seven dead',
    ]);
    routes['/f'] = feedOf({ id: 6, title: 'Seven dead', at: 'Mon, 18 Jul 2022 12:00:00 GMT' });
    clock.advance({ minutes: 16 });
    await newsroom.storage.feeds.update('f', { etag: null });
    await polling.pollDue();
    expect(await newsroom.storage.articles.revisionsOf('dw:6')).toHaveLength(2);
  });
});

test('the first entries of a language without a list of stop words are as many stories', async () => {
  const items = italianReports.map(([title, lead], n) => ({ id: n + 1, title, lead, language: 'it' }));
  routes['/f'] = feedOf(...items);
  for (const { id, title, lead } of items) routes[`/en/item/a-${id}`] = pageOf(title, lead, 'it');
  await (await poller('f')).pollDue();
  const stories = await newsroom.storage.stories.list({ limit: 100 });
  expect(stories.map(({ language }) => language)).toEqual(items.map(() => 'it'));
});

test('an old entry is recorded and not fetched', async () => {
  routes['/f'] = feedOf({ id: 7, at: 'Sat, 1 Jan 2022 10:00:00 GMT' });
  await (await poller('f')).pollDue();
  expect(await stateOf('f', 7)).toMatchObject({ state: 'too-old', reason: expect.stringContaining('2022-01-01') });
  expect(requests.some(({ path }) => path.startsWith('/en/item'))).toBe(false);
});

test('a feed that was read while the clock was years ahead is read again at once when it is right', async () => {
  routes['/f'] = feedOf({ id: 7 });
  clock.set('2028-07-18T12:00:00Z');
  const polling = await poller('f');
  const asked = () => requests.filter(({ path }) => path === '/f').length;
  await polling.pollDue();
  clock.set('2022-07-18T12:00:00Z');
  await polling.pollDue();
  expect(asked()).toBe(2);
  await polling.pollDue();
  expect(asked()).toBe(2);
});

test('a feed and a page that take too much are given up, and the next are read', async () => {
  const givenUp: string[] = [];
  const pool = createDocumentPool({
    worker: new URL('../fakes/obedient-worker.js', import.meta.url),
    cpuMs: 1_000,
    onGivenUp: (kind, limit) => givenUp.push(`${kind} ${limit}`),
  });
  documents = pool;
  onTestFinished(async () => {
    documents = parseHere;
    await pool.stop();
  });
  routes['/stuck'] = send('hang', 'application/rss+xml');
  routes['/good'] = feedOf({ id: 1 }, { id: 2 });
  routes['/en/item/a-1?maca=en-x'] = routes['/en/item/a-1'] = send('hang', 'text/html');
  routes['/en/item/a-2?maca=en-x'] = routes['/en/item/a-2'] = pageOf('Item 2', 'It rained for three days.');
  await (await poller('stuck', 'good')).pollDue();
  expect(givenUp).toEqual(['feed time', 'page time']);

  const gaveUp = 'reading it took more than 1 s, so we gave up';
  const { storage, config } = newsroom;
  const [stuck, good] = ['stuck', 'good'].map(async (id) => storage.feeds.state(id));
  const row = await stuck;
  expect(row).toMatchObject({ failures: 1, trouble: 'over-limit', problem: expect.stringContaining('tooLong') });
  const feed = config.feeds.list[0];
  expect(row && feed && feedStatus(feed, row, clock.now())).toMatchObject({ health: 'failing' });
  expect(await good).toMatchObject({ failures: 0 });
  expect(await stateOf('good', 1)).toMatchObject({ state: 'fetch-failed', reason: expect.stringContaining(gaveUp) });
  expect(await stateOf('good', 2)).toMatchObject({ state: 'stored' });
  const why = await explain(
    '1',
    {},
    { storage, topics: [], feeds: config.feeds.list, zone: 'UTC', now: () => clock.now() },
  );
  expect(JSON.stringify(why)).toContain(gaveUp);
});
