import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Database } from '../../src/storage/database.ts';
import { migrate, migrations } from '../../src/storage/migrate.ts';
import { createStorage } from '../../src/storage/storage.ts';
import { openEmptyDatabase } from '../fakes/test-database.ts';
import { makeTestArticle } from '../fixtures/make-test-article.ts';

const channel = { platform: 'discord', workspaceId: 'w', channelId: 'c' } as const;
const at = Temporal.Instant.from('2026-05-06T08:00:00Z');

test('a channel and its subscription of an older database keep everything and look as before', async () => {
  const db: Database = await openEmptyDatabase();
  for (const name of [
    '0001-foundation',
    '0002-feed-health',
    '0003-deliveries-at-scale',
    '0004-channel-settings',
  ] as const)
    await migrations[name].up(db as never);
  await sql`insert into channels (id, platform, workspace_id, channel_id, zone, language, created_at)
    values (1, 'discord', 'w', 'c', 'UTC', 'en', ${at.toString()})`.execute(db);
  await sql`insert into subscriptions (id, channel_number, interest, days, times, zone, language, length, max_stories,
    state, created_by, created_at, window_start, due_since, planned_until)
    values (7, 1, 'asia', '1', '08:00', 'UTC', 'en', 'short', 5, 'active', 'u', ${at.toString()}, ${at.toString()},
    ${at.toString()}, ${at.toString()})`.execute(db);
  await migrations['0008-look-and-mutes'].up(db as never);
  const { rows } = await sql<object>`select interest, mention, look, unfurls from subscriptions s
    join channels c on c.id = s.channel_number`.execute(db);
  expect(rows).toEqual([{ interest: 'asia', mention: null, look: null, unfurls: 0 }]);
  await db.destroy();
});

test('a muted story is kept by its channel alone until it is unmuted', async () => {
  const db: Database = await openEmptyDatabase();
  await migrate(db);
  const storage = createStorage(db);
  const article = makeTestArticle({ id: 'dw:1', headline: 'Bridge opens', paragraphs: [], at: at.toString() });
  await storage.articles.save(article, { archivedAt: at, isSeed: false });
  await sql`insert into stories (id, language, title, title_article_id, opened_at, updated_at, article_count)
    values (3, 'en', 'Bridge', 'dw:1', ${at.toString()}, ${at.toString()}, 1)`.execute(db);
  const facts = { by: 'u', at, zone: 'UTC', language: 'en' };
  await storage.mutedStories.add(channel, 3, facts);
  await storage.mutedStories.add(channel, 3, facts);
  expect(await storage.mutedStories.list(channel)).toEqual([3]);
  expect(await storage.mutedStories.list({ ...channel, channelId: 'other' })).toEqual([]);
  await storage.mutedStories.remove(channel, 3);
  expect(await storage.mutedStories.list(channel)).toEqual([]);
  await storage.close();
});
