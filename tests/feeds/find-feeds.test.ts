import { describe, expect, onTestFinished, test } from 'vitest';
import { feedLinks, findFeeds } from '../../src/feeds/find-feeds.ts';
import { parseHere } from '../../src/ingest/document-parser.ts';
import { createHttp } from '../../src/runtime/http.ts';
import { feedOf, startFeedServer } from '../ingest/feed-server.ts';

const at = '2024-03-05T08:00:00Z';

describe('the feeds that a page names', () => {
  const base = 'https://paper.example/world/today';
  const link = (rest: string) => `<head><link ${rest}></head>`;

  test.each([
    ['rel="alternate" type="application/rss+xml" href="/feed"', ['https://paper.example/feed']],
    [
      "TYPE='application/atom+xml' REL='alternate' HREF='//cdn.example/a?x=1&amp;y=2'",
      ['https://cdn.example/a?x=1&y=2'],
    ],
    ['rel=alternate type=application/rdf+xml href=news.rdf', ['https://paper.example/world/news.rdf']],
    ['rel="alternate home" title="A > B" type="application/rss+xml; charset=utf-8" href="f"', []],
    ['rel="alternate home" type="application/rss+xml; charset=utf-8" href="f"', ['https://paper.example/world/f']],
    ['rel="alternate" type="text/html" hreflang="de" href="/de"', []],
    ['rel="stylesheet" type="application/rss+xml" href="/feed"', []],
    ['rel="alternate" type="application/rss+xml" href="javascript:alert(1)"', []],
    ['rel="alternate" type="application/rss+xml"', ['https://paper.example/world/today']],
  ])('<link %s>', (attributes, expected) => {
    expect(feedLinks(link(attributes), base)).toEqual(expected);
  });

  test('come once each, in their order', () => {
    const links = ['/a', '/b', '/a'].map((href) => link(`rel="alternate" type="application/rss+xml" href="${href}"`));
    expect(feedLinks(links.join('\n'), base)).toEqual(['https://paper.example/a', 'https://paper.example/b']);
  });
});

async function site() {
  const server = await startFeedServer();
  const host = new URL(server.url).host;
  const http = createHttp({ userAgent: 'test', allowPrivateHosts: [host] });
  onTestFinished(async () => {
    await http.stop();
    await server.stop();
  });
  const page = (path: string, html: string) => {
    server.routes[path] = (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(html);
  };
  const find = (path: string, allows = async (_url: string) => true) =>
    findFeeds(server.url + path, { http, documents: parseHere, robots: { allows } });
  return { ...server, page, find };
}

describe('the feeds of a site', () => {
  test('are those that a page names and that can be read, with what helps to choose', async () => {
    const { page, find, routes, url, timesAsked } = await site();
    const links = ['/world.xml', '/gone.xml', '/page'];
    page('/', links.map((href) => `<link rel="alternate" type="application/rss+xml" href="${href}">`).join(''));
    page('/page', '<!doctype html><html>No feed</html>');
    routes['/world.xml'] = feedOf({ 7: at, 8: '2024-03-04T08:00:00Z' });
    expect(await find('/')).toEqual([
      { url: `${url}/world.xml`, title: 't', entries: 2, newest: Temporal.Instant.from(at) },
    ]);
    expect(timesAsked('/feed')).toBe(0);
  });

  test('are found at common paths where the page names none', async () => {
    const { page, find, routes, url } = await site();
    page('/article/1', '<html><body>News</body></html>');
    routes['/rss.xml'] = feedOf({ 7: at });
    expect((await find('/article/1')).map((feed) => feed.url)).toEqual([`${url}/rss.xml`]);
  });

  test('are the address itself if it is a feed', async () => {
    const { find, routes, url } = await site();
    routes['/news'] = feedOf({ 7: at });
    expect((await find('/news')).map((feed) => feed.url)).toEqual([`${url}/news`]);
  });

  test('are none where there is none, or robots.txt asks not to fetch them', async () => {
    const { page, find, routes } = await site();
    page('/', '<html>News</html>');
    expect(await find('/')).toEqual([]);
    routes['/feed'] = feedOf({ 7: at });
    expect(await find('/', async (url) => !url.endsWith('/feed'))).toEqual([]);
  });

  test('of a private address are not asked for', async () => {
    const { url } = await site();
    const guarded = createHttp({ userAgent: 'test' });
    onTestFinished(() => guarded.stop());
    await expect(findFeeds(url, { http: guarded, documents: parseHere })).rejects.toThrow('not a public address');
  });
});
