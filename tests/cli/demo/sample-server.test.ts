import { afterEach, describe, expect, it } from 'vitest';
import { readSampleEdition } from '../../../src/cli/demo/sample-edition/read-sample-edition.ts';
import { type SampleServer, startSampleServer } from '../../../src/cli/demo/sample-edition/sample-server.ts';

const edition = await readSampleEdition();
const ministersMeet = '/en/south-korea-japan-foreign-ministers-meet-in-tokyo/a-62491205';
let server: SampleServer | undefined;
let now = Temporal.Instant.from('2022-07-18T13:00:00Z');

afterEach(async () => {
  await server?.stop();
  server = undefined;
});

describe('startSampleServer', () => {
  it('serves a feed whose links lead to its own pages', async () => {
    const url = await start('2022-07-18T13:00:00Z');
    const feed = await fetch(`${url}/xml/rss-en-asia`);
    expect(feed.status).toBe(200);
    expect(feed.headers.get('content-type')).toBe('application/rss+xml; charset=utf-8');
    const link = `${url}${ministersMeet}?maca=en-rss-en-asia-90001-xml-mrss`;
    expect(await feed.text()).toContain(`<link>${link}</link>`);
    const page = await fetch(link);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('South Korea, Japan foreign ministers meet in Tokyo</h1>');
  });

  it('answers 304 until an item changes', async () => {
    const url = await start('2022-07-18T13:00:00Z');
    const etag = (await fetch(`${url}/rdf/rss-en-asia`)).headers.get('etag') ?? '';
    const again = () => fetch(`${url}/rdf/rss-en-asia`, { headers: { 'If-None-Match': etag } });
    now = Temporal.Instant.from('2022-07-18T13:01:00Z');
    expect((await again()).status).toBe(304);
    now = Temporal.Instant.from('2022-07-18T18:40:00Z');
    expect((await again()).status).toBe(200);
  });

  it('shows the revision of the moment, under an old slug too', async () => {
    const url = await start('2022-07-18T12:04:00Z');
    expect((await fetch(`${url}${ministersMeet}`)).status).toBe(404);
    now = Temporal.Instant.from('2022-07-18T12:05:00Z');
    expect(await (await fetch(`${url}${ministersMeet}`)).text()).toContain('foreign ministers meet in Tokyo</h1>');
    now = Temporal.Instant.from('2022-07-18T18:40:00Z');
    expect(await (await fetch(`${url}${ministersMeet}`)).text()).toContain('agree to seek early end');
  });

  it('finds an article by its address with umlauts', async () => {
    const url = await start('2022-07-19T20:00:00Z');
    const links = (await (await fetch(`${url}/atom/rss-de-all`)).text()).match(/http:\/\/127[^"]+/g) ?? [];
    const withUmlaut = links.find((link) => /[äöüß]/.test(link)) ?? '';
    expect((await fetch(withUmlaut)).status).toBe(200);
  });

  it('serves pictures and lets robots in', async () => {
    const url = await start('2022-07-18T13:00:00Z');
    expect((await fetch(`${url}/image/62491206_6.jpg`)).headers.get('content-type')).toBe('image/svg+xml');
    expect(await (await fetch(`${url}/robots.txt`)).text()).toBe('User-agent: *\nAllow: /\n');
  });

  it.each(['/', '/xml/rss-en-none', '/en/nothing/a-1', '/%E0%A4%A'])('answers 404 to %s', async (path) => {
    const url = await start('2022-07-18T13:00:00Z');
    expect((await fetch(`${url}${path}`)).status).toBe(404);
  });

  it('refuses other methods', async () => {
    const url = await start('2022-07-18T13:00:00Z');
    expect((await fetch(url, { method: 'POST' })).status).toBe(405);
  });
});

async function start(time: string): Promise<string> {
  now = Temporal.Instant.from(time);
  server = await startSampleServer({ edition, now: () => now });
  return server.url;
}
