import { beforeEach, describe, expect, test } from 'vitest';
import type { Article } from '../../src/articles/article.ts';
import type { Entry, Feed, PageKind } from '../../src/feeds/entry.ts';
import { parseHere } from '../../src/ingest/document-parser.ts';
import { createEntryReader, type EntryReader } from '../../src/ingest/read-entry.ts';
import type { Http } from '../../src/runtime/http.ts';
import type { Log } from '../../src/runtime/log.ts';
import { openMemoryDatabase } from '../../src/storage/database.ts';
import { createStorage, type Storage } from '../../src/storage/storage.ts';
import { FakeClock } from '../fakes/fake-clock.ts';
import { entryOf } from '../storage/entry-of.ts';

const noon = '2026-02-03T12:00:00Z';
const quiet = { warn() {}, debug() {} } as unknown as Log;
const feeds = new Map(
  ['world', 'europe'].map((id): [string, Feed] => [
    id,
    { id, url: `https://rss.dw.com/${id}`, name: id, language: 'en', topics: [id], namespace: 'dw' },
  ]),
);

let storage: Storage;
let page: string | Error;
let fetched: number;
let robotsAllow: boolean;
let readEntry: EntryReader;

beforeEach(async () => {
  storage = createStorage(await openMemoryDatabase());
  for (const feed of feeds.values()) await storage.feeds.register([feed]);
  fetched = 0;
  robotsAllow = true;
  page = '';
  const http: Http = {
    async get(url) {
      fetched += 1;
      if (page instanceof Error) throw page;
      return { url, status: 200, headers: new Headers({ 'content-type': 'text/html' }), body: Buffer.from(page) };
    },
  };
  readEntry = createEntryReader({
    storage,
    http,
    robots: { allows: async () => robotsAllow },
    documents: parseHere,
    archiver: { archive: (article, options) => storage.articles.save(article, options).then(() => 1) },
    topics: () => [...feeds.keys()].map((id) => ({ id, name: { en: id }, words: [], regions: [], countries: [] })),
    maxAgeDays: 30,
    clock: new FakeClock(noon),
    log: quiet,
  });
  return () => storage.close();
});

interface Listing {
  readonly feed?: string;
  readonly title?: string;
  readonly at?: string | undefined;
  readonly kind?: PageKind;
}

async function list({ feed = 'world', title = 'Bridge reopens', at = '10:00', kind = 'article' }: Listing = {}) {
  const entry: Entry = {
    id: 'dw:1',
    kind,
    url: 'https://www.dw.com/en/bridge/a-1',
    title,
    publishedAt: Temporal.Instant.from(`2026-02-03T${at}:00Z`),
    categories: [],
    position: 0,
  };
  const state = await readEntry(feeds.get(feed) as Feed, entry, { isSeed: false });
  const row = await entryOf(storage, feed, 'dw:1');
  return `${state}: ${row?.reason}`;
}

function pageOf(headline: string, paragraph = 'Traffic flows over the Alm again.'): string {
  return `<html lang="en"><head><meta property="og:site_name" content="DW"></head><body><article><header><h1>${headline}</h1></header>
    <div class="rich-text"><p>${paragraph}</p></div></article></body></html>`;
}

async function revisions<Field extends keyof Article>(field: Field): Promise<readonly Article[Field][]> {
  return (await storage.articles.revisionsOf('dw:1')).map((article) => article[field]);
}

describe('an article that is known', () => {
  beforeEach(async () => {
    page = pageOf('Bridge reopens');
    expect(await list()).toBe('stored: revision 1, read by dw-modern');
  });

  test('is not fetched again while its listing is the same, in whichever feed', async () => {
    expect(await list()).toBe('unchanged: revision 1 is archived');
    expect(await list({ feed: 'europe' })).toBe('unchanged: revision 1 is archived');
    expect(fetched).toBe(1);
    expect((await storage.articles.find('dw:1'))?.topics).toEqual(['europe', 'world']);
  });

  test('is fetched once more when its date moved, and kept as it is when the page says the same', async () => {
    const reason = 'unchanged: listed anew; the page still says what revision 1 says';
    expect(await list({ at: '11:00' })).toBe(reason);
    expect(await list({ at: '11:00' })).toBe('unchanged: revision 1 is archived');
    expect(fetched).toBe(2);
  });

  test('is another revision when its text changed, however its headline', async () => {
    page = pageOf('Bridge reopens', 'Traffic flows over the Alm again, but slowly.');
    expect(await list({ at: '11:00' })).toBe('stored: revision 2, read by dw-modern');
    expect(await revisions('headline')).toEqual(['Bridge reopens', 'Bridge reopens']);
    expect((await revisions('publishedAt')).map(String)).toEqual(['2026-02-03T10:00:00Z', '2026-02-03T10:00:00Z']);
    expect((await revisions('modifiedAt')).map(String)).toEqual(['undefined', '2026-02-03T11:00:00Z']);
  });

  test('stays as it is when a page ahead of the feeds is listed at last', async () => {
    page = pageOf('Bridge reopens to cheers');
    await list({ at: '11:00' });
    expect(await list({ title: 'Bridge reopens to cheers', at: '11:00' })).toMatch(/^unchanged: listed anew; the page/);
    expect(await revisions('headline')).toEqual(['Bridge reopens', 'Bridge reopens to cheers']);
  });

  test('does not go back and forth between a feed that was renewed and one that was not', async () => {
    await list({ feed: 'europe' });
    page = pageOf('Bridge reopens to cheers');
    await list({ title: 'Bridge reopens to cheers', at: '11:00' });
    expect(await list({ feed: 'europe' })).toBe('unchanged: revision 2 is archived');
    expect(await list({ title: 'Bridge reopens to cheers', at: '11:00' })).toBe('unchanged: revision 2 is archived');
    expect(fetched).toBe(2);
  });

  test.each([
    ['not to be read by robots any more', () => (robotsAllow = false), 'robots'],
    ['without text now', () => (page = '<html><body></body></html>'), 'no-text'],
  ])('keeps its text when its page is %s', async (_case, happen, reason) => {
    happen();
    expect(await list({ at: '11:00' })).toBe(
      `unchanged: its page cannot be read any more (${reason}); revision 1 stays`,
    );
  });
});

describe('what only the feed tells', () => {
  test.each([
    ['a gallery', { kind: 'gallery' as const }, () => {}, 'kind'],
    ['a page closed to robots', {}, () => (robotsAllow = false), 'robots'],
    ['a page without text', {}, () => (page = '<html><body></body></html>'), 'no-text'],
  ])('is kept and marked: %s', async (_case, listing, happen, reason) => {
    happen();
    expect(await list(listing)).toBe(`stored: revision 1, kept from the feed: ${reason}`);
    expect(await storage.articles.find('dw:1')).toMatchObject({ fromFeedOnly: reason, headline: 'Bridge reopens' });
  });

  test('is another revision when a feed words it anew, and not when another feed is late', async () => {
    await list({ kind: 'gallery' });
    await list({ kind: 'gallery', title: 'The bridge in pictures', at: '11:00' });
    expect(await list({ kind: 'gallery', feed: 'europe' })).toBe(
      'unchanged: another feed says what revision 2 says, which is newer',
    );
    await list({ kind: 'gallery', at: '11:30' });
    expect(await revisions('headline')).toEqual(['Bridge reopens', 'The bridge in pictures', 'Bridge reopens']);
  });

  test('becomes an article once its page can be read', async () => {
    robotsAllow = false;
    await list();
    robotsAllow = true;
    page = pageOf('Bridge reopens');
    expect(await list({ at: '11:00' })).toBe('stored: revision 2, read by dw-modern');
    expect(await revisions('fromFeedOnly')).toEqual(['robots', undefined]);
  });
});
