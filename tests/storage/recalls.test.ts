import { expect, test } from 'vitest';
import { recallLine, withdrawArticle } from '../../src/articles/recalls.ts';
import type { Entry } from '../../src/feeds/entry.ts';
import { createArchiver } from '../../src/ingest/archive-article.ts';
import { createStorage } from '../../src/storage/storage.ts';
import { postArticle } from '../fakes/post-article.ts';
import { openTestDatabase } from '../fakes/test-database.ts';
import { makeTestArticle } from '../fixtures/make-test-article.ts';

const at = '2031-03-01T08:00:00Z';
const later = Temporal.Instant.from('2031-03-02T08:00:00Z');
const entry: Entry = {
  ...{ id: 'dw:1', kind: 'article', url: 'https://www.dw.com/a-1', title: 'Bridge opens', position: 0, categories: [] },
  publishedAt: Temporal.Instant.from(at),
};
const headline = 'Bridge opens in Lanzberg';

async function openArchive() {
  const storage = createStorage(await openTestDatabase());
  const article = makeTestArticle({ id: 'dw:1', headline, paragraphs: ['The mayor came.', 'Nobody was hurt.'], at });
  await createArchiver({ storage }).archive(article, { archivedAt: Temporal.Instant.from(at), isSeed: false });
  return { storage, article };
}

test('an article that is taken back is found by nothing but its id, until it is put back', async () => {
  const { storage, article } = await openArchive();
  const { articles } = storage;
  const found = async () => [
    ...(await articles.list({})),
    ...(await articles.search(['bridg'], { mode: 'any', limit: 5 })).map((hit) => hit.article),
  ];
  await articles.recall(withdrawArticle(article, { by: 'operator', at }), later);
  expect(await found()).toEqual([]);
  expect(await articles.find('dw:1')).toMatchObject({ headline, revision: 2, sentences: [], withdrawn: { at } });
  expect(await articles.list({ alsoWithdrawn: true })).toHaveLength(1);
  expect((await articles.recalled(5)).map(({ id }) => id)).toEqual(['dw:1']);
  await articles.recall({ ...article, revision: 3 }, later);
  expect((await found()).map(({ id }) => id)).toEqual(['dw:1', 'dw:1']);
  expect(await articles.recalled(5)).toEqual([]);
  await storage.close();
});

test('a recall is news for no window, and the article keeps its dates', async () => {
  const { storage, article } = await openArchive();
  await storage.articles.recall(recallLine(article, { quote: 'The mayor came.', at }), later);
  expect(await storage.articles.list({ archivedSince: later })).toEqual([]);
  const [kept] = await storage.articles.list({});
  expect(kept?.sentences.map(({ text }) => text)).toEqual(['Nobody was hurt.']);
  expect(kept?.publishedAt.toString()).toBe(at);
  await storage.close();
});

test('an entry vanishes from a feed that still lists older ones, unless another feed lists it since', async () => {
  const { storage } = await openArchive();
  const feed = (id: string) => ({
    id,
    name: id,
    url: `https://x.example/${id}`,
    language: 'en',
    topics: [],
    namespace: 'dw',
  });
  await storage.feeds.register([feed('one'), feed('two')]);
  const record = (feedId: string, seen: string) =>
    storage.feeds.recordEntry(feedId, entry, {
      ...{ state: 'stored', reason: '', at: Temporal.Instant.from(seen) },
    });
  await record('one', '2031-03-01T10:00:00Z');
  const recorded = Temporal.Instant.from('2031-03-01T10:00:00Z');
  const vanished = (newerThan: string, listed: readonly string[] = []) =>
    storage.feeds.vanished('one', {
      ...{ listed: new Set(listed), before: Temporal.Instant.from('2031-03-01T10:30:00Z'), limit: 3 },
      newerThan: Temporal.Instant.from(newerThan),
    });
  // What nobody was posted is not asked after.
  expect(await vanished('2031-02-28T00:00:00Z')).toEqual([]);
  await postArticle(storage, 'dw:1', recorded);
  expect(await vanished('2031-02-28T00:00:00Z')).toMatchObject([{ article_id: 'dw:1' }]);
  expect(await vanished('2031-02-28T00:00:00Z', ['dw:1'])).toEqual([]);
  expect(await vanished('2031-03-01T09:00:00Z')).toEqual([]);
  await record('two', '2031-03-01T10:10:00Z');
  expect(await vanished('2031-02-28T00:00:00Z')).toEqual([]);
  await storage.feeds.markWithdrawn('dw:1', 'gone');
  expect((await storage.feeds.entriesOf('dw:1')).map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn']);
  await storage.close();
});
