import { beforeEach, expect, test } from 'vitest';
import { createArchiver } from '../../src/ingest/archive-article.ts';
import { forgetArticle } from '../../src/storage/articles/forget-article.ts';
import { type Database, openMemoryDatabase } from '../../src/storage/database.ts';
import { createStorage, type Storage } from '../../src/storage/storage.ts';
import { FakeClock } from '../fakes/fake-clock.ts';
import { makeTestArticle } from '../fixtures/make-test-article.ts';
import { feedOf, openPolling, startFeedServer } from './feed-server.ts';

const at = '2026-05-06T08:00:00Z';
let db: Database;
let storage: Storage;

beforeEach(async () => {
  db = await openMemoryDatabase();
  storage = createStorage(db);
  const archiver = createArchiver({ storage });
  const flood = [
    'Mayor Dewi Lestarini said on Monday that the flood in Sarwana had damaged forty houses.',
    '"We need boats," said mechanic Tomas Ferreol, whose workshop stands under water in Sarwana.',
  ];
  const toll = [
    'Mayor Dewi Lestarini said on Tuesday that the flood in Sarwana had damaged sixty houses.',
    'Boats brought two hundred people of Sarwana to a school, Dewi Lestarini said.',
  ];
  const articles = [
    { id: 'dw:1', headline: 'Flood in Sarwana damages forty houses', paragraphs: flood, at },
    { id: 'dw:2', headline: 'Flood in Sarwana damages sixty houses', paragraphs: toll, at: '2026-05-06T14:00:00Z' },
  ];
  for (const article of articles) {
    const archivedAt = Temporal.Instant.from(article.at);
    await archiver.archive(makeTestArticle(article), { archivedAt, isSeed: false });
  }
  return () => storage.close();
});

/** Everything the tables hold, as text; the index of words is asked by searching. */
async function everything(): Promise<string> {
  const tables = (await db.introspection.getTables()).filter(({ name }) => !name.startsWith('article_terms'));
  const rows = await Promise.all(
    tables.map(({ name }) =>
      db
        .selectFrom(name as 'articles')
        .selectAll()
        .execute(),
    ),
  );
  return JSON.stringify(rows);
}

test('an article goes with its people and words, and its story goes on', async () => {
  const story = await storage.stories.storyOf('dw:2');
  expect(await storage.stories.storyOf('dw:1')).toBe(story);
  expect(await everything()).toContain('Ferreol');
  const search = () => storage.articles.search(['workshop'], { mode: 'all', limit: 5 });
  expect(await search()).toHaveLength(1);

  expect(await forgetArticle(db, 'dw:1')).toBe(1);
  const left = await everything();
  expect(left).not.toMatch(/ferreol|workshop|forty|dw:1"/iu);
  expect(left).toContain('Lestarini');
  expect(await search()).toEqual([]);
  expect(await storage.stories.find(story ?? 0)).toMatchObject({ articleCount: 1, titleArticleId: 'dw:2' });
  const [mayor] = await db.selectFrom('actors').select('article_count').where('name', 'like', '%Lestarini').execute();
  expect(mayor?.article_count).toBe(1);
  expect(await forgetArticle(db, 'dw:1')).toBe(0);
});

test('with the last article of a story the story goes too', async () => {
  const before = await db.selectFrom('stories').select('id').execute();
  await storage.mutedStories.add({ platform: 'slack', workspaceId: 'T', channelId: 'C' }, before[0]?.id ?? 0, {
    by: 'U',
    at: Temporal.Instant.from(at),
    zone: 'UTC',
    language: 'en',
  });
  await forgetArticle(db, 'dw:1');
  await forgetArticle(db, 'dw:2');
  expect(await db.selectFrom('stories').select('id').execute()).toEqual([]);
  expect(await db.selectFrom('affairs').select('id').execute()).toEqual([]);
  expect(await everything()).not.toMatch(/lestarini|sarwana/iu);
});

test('what was removed is not read again, under another headline or in another feed neither', async () => {
  const site = await startFeedServer();
  const clock = new FakeClock('2026-05-06T12:00:00Z');
  const own = await openMemoryDatabase();
  site.routes['/one'] = feedOf({ 7: at });
  site.routes['/two'] = feedOf({ 8: at });
  const { newsroom, poller, close } = await openPolling(
    { one: `${site.url}/one`, two: `${site.url}/two` },
    { clock, db: own },
  );
  await poller.pollDue();
  expect(await newsroom.storage.articles.find('dw:7')).toBeDefined();
  await forgetArticle(own, 'dw:7');

  site.routes['/one'] = feedOf({ 7: '2026-05-06T11:00:00Z', 9: at });
  site.routes['/two'] = feedOf({ 7: '2026-05-06T11:00:00Z', 8: at });
  clock.advance({ hours: 6 });
  await poller.pollDue();
  expect(await newsroom.storage.articles.find('dw:9')).toBeDefined();
  expect(await newsroom.storage.articles.find('dw:7')).toBeUndefined();
  const entries = await own
    .selectFrom('entries')
    .select(['title', 'url', 'state'])
    .where('article_id', '=', 'dw:7')
    .execute();
  expect(entries).toEqual([{ title: '(removed)', url: '', state: 'removed' }]);
  await close();
  await site.stop();
});
