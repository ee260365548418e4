import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createFeeds } from '../../src/storage/articles/feeds.ts';
import type { Database } from '../../src/storage/database.ts';
import { migrations } from '../../src/storage/migrate.ts';
import { openEmptyDatabase } from '../fakes/test-database.ts';

test('feeds of an older archive keep their state, and a new address is asked anew', async () => {
  const older = await openEmptyDatabase<unknown>();
  await migrations['0001-foundation'].up(older);
  await sql`insert into feeds (id, url, etag, seeded_at, failures, entry_count, last_success_at)
    values ('f', 'https://news.example/f', '"a"', '2026-01-01T00:00:00.000Z', 2, 7, '2026-01-02T00:00:00.000Z')`.execute(
    older,
  );
  await migrations['0002-feed-health'].up(older);
  const feeds = createFeeds(older as unknown as Database);
  const feed = { id: 'f', name: 'f', language: 'en', topics: [], namespace: 'f' };
  await feeds.register([{ ...feed, url: 'https://news.example/f' }]);
  expect(await feeds.state('f')).toMatchObject({ etag: '"a"', failures: 2, entry_count: 7, moved_to: null });
  await feeds.update('f', { moved_to: 'https://news.example/g' });
  await feeds.register([{ ...feed, url: 'https://news.example/new' }]);
  expect(await feeds.state('f')).toMatchObject({
    url: 'https://news.example/new',
    etag: null,
    moved_to: null,
    seeded_at: '2026-01-01T00:00:00.000Z',
  });
  await older.destroy();
});
