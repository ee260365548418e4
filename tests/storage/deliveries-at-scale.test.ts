import { type Kysely, sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Briefing } from '../../src/briefings/briefing.ts';
import type { Database } from '../../src/storage/database.ts';
import { migrate, migrations } from '../../src/storage/migrate.ts';
import { createStorage } from '../../src/storage/storage.ts';
import { openEmptyDatabase } from '../fakes/test-database.ts';

const citation = {
  articleId: 'dw:7',
  revision: 1,
  sentence: 2,
  quote: 'The bridge is open.',
  url: 'https://www.dw.com/a-7',
  publishedAt: '2026-03-01T06:00:00Z',
};
const briefing = {
  id: 'b1',
  interest: 'everything',
  language: 'en',
  length: 'short',
  windowStart: '2026-03-01T08:00:00Z',
  windowEnd: '2026-03-02T08:00:00Z',
  stories: [
    {
      storyId: '3',
      title: 'Bridge',
      titleArticleId: 'dw:7',
      url: citation.url,
      topics: [],
      isUpdate: false,
      statements: [{ text: 'The bridge is open.', quoted: true, citations: [citation] }],
      moved: [],
      articleCount: 1,
      publishedAt: [],
      publishers: ['DW'],
      agencies: [],
    },
  ],
  also: [],
  wordCount: 4,
} satisfies Briefing;

/** As the first release left it: a subscription that was told of a story by a delivery, and another that is due. */
async function olderDatabase(): Promise<Kysely<unknown>> {
  const db = await openEmptyDatabase<unknown>();
  await migrations['0001-foundation'].up(db);
  const at = '2026-03-01T08:00:00.000Z';
  const rows = [
    sql`insert into channels (id, platform, workspace_id, channel_id, zone, language, created_at) values (5, 'local', 'w', 'c', 'UTC', 'en', ${at})`,
    sql`insert into subscriptions (id, channel_number, interest, days, times, zone, language, length, max_stories, state, created_by,
      created_at, window_start) values (1, 5, 'everything', '1,2,3,4,5,6,7', '08:00', 'UTC', 'en', 'short', 5, 'active', 'u', ${at},
      '2026-03-02T08:00:00.000Z')`,
    sql`insert into stories (id, language, title, title_article_id, opened_at, updated_at, article_count)
      values (3, 'en', 'Bridge', 'dw:7', ${at}, ${at}, 1)`,
    sql`insert into articles (id, revision, kind, language, url, headline, published_at, modified_at, archived_at, is_seed)
      values ('dw:7', 1, 'article', 'en', ${citation.url}, 'Bridge', ${at}, ${at}, ${at}, 0)`,
    sql`insert into article_revisions (article_id, revision, headline, published_at, archived_at, document)
      values ('dw:7', 1, 'Bridge', ${at}, ${at}, '{"headline":"Bridge","language":"en","sentences":[]}')`,
    sql`insert into story_articles (story_id, article_id, published_at) values (3, 'dw:7', ${at})`,
    sql`insert into briefings (id, document, composed_at) values ('b1', ${JSON.stringify(briefing)}, ${at})`,
    sql`insert into told (subscription_id, story_id, article_id, revision, sentence, text, told_at)
      values (1, 3, 'dw:7', 1, 2, 'The bridge is open.', ${at})`,
    sql`insert into deliveries (id, subscription_id, slot, due_at, window_start, window_end, state, attempts, briefing_id, post, sent_at,
      is_late) values ('1-2026-03-02T08:00', 1, '2026-03-02T08:00', '2026-03-02T08:00:00.000Z', ${at}, '2026-03-02T08:00:00.000Z', 'sent', 1,
      'b1', '{"platform":"local","workspaceId":"w","channelId":"c","messageId":"m1"}', '2026-03-02T08:00:01.000Z', 0)`,
  ];
  for (const row of rows) await row.execute(db);
  await sql`create table kysely_migration (name varchar(255) not null primary key, timestamp varchar(255) not null)`.execute(
    db,
  );
  await sql`insert into kysely_migration values ('0001-foundation', ${at})`.execute(db);
  return db;
}

test('an older database keeps who was told what, where it was posted, and how far was planned', async () => {
  const older = await olderDatabase();
  await migrate(older);
  const storage = createStorage(older as unknown as Database);
  const tellers = await storage.briefings.briefingsDelivered(1, [3]);
  expect(tellers).toEqual(['b1']);
  expect((await storage.briefings.deliveredStatements(tellers, [3])).get(3)).toMatchObject([
    { text: 'The bridge is open.' },
  ]);
  expect((await storage.deliveries.find('1-2026-03-02T08:00'))?.delivery.post).toMatchObject({ messageId: 'm1' });
  const [subscription] = await storage.subscriptions.list();
  expect(subscription?.plannedUntil.toString()).toBe('2026-03-02T08:00:00Z');
  expect(subscription?.dueSince.toString()).toBe('2026-03-01T08:00:00Z');
  expect(subscription?.as).toBe('digest');
  expect((await storage.deliveries.list({ limit: 9 })).map(({ storyId }) => storyId)).toEqual([undefined]);
  await storage.close();
});
