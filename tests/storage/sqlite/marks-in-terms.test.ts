import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openMemoryDatabase } from '../../../src/storage/database.ts';
import { up as marksInTerms } from '../../../src/storage/migrations/0006-marks-in-terms.ts';
import { createStorage } from '../../../src/storage/storage.ts';
import { termsOf } from '../../../src/text/terms.ts';
import { makeTestArticle } from '../../fixtures/make-test-article.ts';

test('an archive indexed before is found by the new terms', async () => {
  const db = await openMemoryDatabase();
  const storage = createStorage(db);
  const archivedAt = Temporal.Instant.from('2026-02-03T10:00:00Z');
  for (let number = 1; number <= 203; number += 1) {
    const headline = number === 203 ? 'नया पुल' : `Bridge ${number}`;
    const language = number === 203 ? 'hi' : 'en';
    await storage.articles.save(
      makeTestArticle({ id: `dw:${number}`, headline, paragraphs: [], at: '2026-02-03T09:00:00Z', language }),
      { archivedAt, isSeed: false },
    );
  }
  await sql`delete from article_terms`.execute(db);
  await marksInTerms(db as never);
  const found = async (text: string, language: string) =>
    (await storage.articles.search(termsOf(text, language), { mode: 'all', limit: 500 })).length;
  expect([await found('bridge', 'en'), await found('पुल', 'hi'), await found('पाल', 'hi')]).toEqual([202, 1, 0]);
  await storage.close();
});
