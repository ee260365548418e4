import { expect, test } from 'vitest';
import type { ActorInText } from '../../src/actors/actor.ts';
import { createStorage } from '../../src/storage/storage.ts';
import { openTestDatabase } from '../fakes/test-database.ts';
import { makeTestArticle } from '../fixtures/make-test-article.ts';
import { entryOf } from './entry-of.ts';

const at = Temporal.Instant.from('2026-02-03T10:00:00Z');
/** In one statement its mentions alone would have more variables than either engine takes. */
const many = 10_000;

test('an article that names an actor in more sentences than one statement carries is archived whole', async () => {
  const storage = createStorage(await openTestDatabase());
  const article = makeTestArticle({
    id: 'dw:1',
    headline: 'Bridge reopens',
    paragraphs: ['Jane Doe came.'],
    at: `${at}`,
  });
  await storage.articles.save(article, { archivedAt: at, isSeed: false });
  const sentences = Array.from({ length: many }, (_, index) => index);
  const actor: ActorInText = {
    kind: 'person',
    name: 'Jane Doe',
    aliases: [],
    sentences,
    roles: sentences.map((sentence) => ({ name: 'Jane Doe', role: 'engineer', sentence, former: false })),
  };
  const quotes = sentences.map((sentence) => ({ words: 'Yes.', sentence, speakerName: 'Jane Doe', direct: true }));
  await storage.actors.link(article, [actor], quotes);
  const [found] = await storage.actors.findByName('Jane Doe');
  expect(found).toMatchObject({ articleCount: 1 });
  expect(await storage.actors.mentions(found?.id ?? 0, 2 * many)).toHaveLength(many);
  await storage.close();
});

test('a feed that lists more entries than one statement carries is known again', async () => {
  const storage = createStorage(await openTestDatabase());
  const feed = { id: 'f', url: 'https://news.example/f', name: 'f', language: 'en', topics: [], namespace: 'f' };
  await storage.feeds.register([feed]);
  const entry = {
    id: 'f:1',
    kind: 'article',
    url: 'https://news.example/1',
    title: 'One',
    categories: [],
    position: 0,
  } as const;
  await storage.feeds.recordEntry('f', entry, { state: 'stored', reason: 'new', at });
  const ids = Array.from({ length: 7 * many }, (_, index) => `f:${index}`);
  expect([...(await storage.feeds.listings('f', ids)).keys()]).toEqual(['f:1']);
  const later = at.add({ hours: 1 });
  await storage.feeds.markSeen(
    'f',
    ids.map((id, position) => ({ id, position })),
    later,
  );
  expect(await entryOf(storage, 'f', 'f:1')).toMatchObject({
    position: 1,
    last_seen_at: '2026-02-03T11:00:00.000Z',
  });
  await storage.close();
});
