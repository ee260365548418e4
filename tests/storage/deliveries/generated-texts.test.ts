import { expect, test } from 'vitest';
import { createGeneratedTexts } from '../../../src/storage/deliveries/generated-texts.ts';
import { migrations } from '../../../src/storage/migrate.ts';
import { createStorage } from '../../../src/storage/storage.ts';
import { openTestDatabase } from '../../fakes/test-database.ts';
import { makeTestArticle } from '../../fixtures/make-test-article.ts';

test('an archive of before gets the cache and keeps its articles', async () => {
  const db = await openTestDatabase();
  const storage = createStorage(db);
  const article = makeTestArticle({ id: 'dw:1', headline: 'Bridge', paragraphs: [], at: '2026-02-03T09:00:00Z' });
  await storage.articles.save(article, { archivedAt: article.publishedAt, isSeed: false });
  await db.schema.dropTable('generated_texts').execute();
  await migrations['0012-generated-texts'].up(db as never);
  await storage.generatedTexts.save({ key: 'a', model: 'm', document: '{}' });
  expect(await storage.generatedTexts.find('a')).toBe('{}');
  expect((await storage.articles.extent()).articles).toBe(1);
  await storage.close();
});

test('keeps the first text of a key, and lets old ones go', async () => {
  const db = await openTestDatabase();
  let now = Temporal.Instant.from('2026-02-03T09:00:00Z');
  const texts = createGeneratedTexts(db, () => now);
  await texts.save({ key: 'a', model: 'm', document: 'one' });
  await texts.save({ key: 'a', model: 'm', document: 'two' });
  expect(await texts.find('a')).toBe('one');
  now = now.add({ hours: 24 * 31 });
  await texts.save({ key: 'b', model: 'm', document: 'three' });
  expect([await texts.find('a'), await texts.find('b')]).toEqual([undefined, 'three']);
  await texts.remove('b');
  expect(await texts.find('b')).toBeUndefined();
  await db.destroy();
});
