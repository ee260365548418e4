import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Database } from '../../../src/storage/database.ts';
import { createCorrections } from '../../../src/storage/deliveries/corrections.ts';
import { migrations } from '../../../src/storage/migrate.ts';
import { openEmptyDatabase } from '../../fakes/test-database.ts';

const at = '2026-03-01T08:00:00.000Z';
const now = Temporal.Instant.from('2026-03-02T08:00:00Z');
const window = { now, changedSince: now.subtract({ hours: 48 }), sentSince: now.subtract({ hours: 48 }) };

/** An older database: two briefings of dw:7 were sent in its first revision, and it has two more; dw:8 has one. */
async function olderDatabase(): Promise<Database> {
  const db: Database = await openEmptyDatabase();
  await migrations['0001-foundation'].up(db as never);
  await migrations['0003-deliveries-at-scale'].up(db as never);
  const article = (id: string, revision: number) =>
    sql`insert into articles (id, revision, kind, language, url, headline, published_at, modified_at, archived_at, is_seed)
      values (${id}, ${revision}, 'article', 'en', 'https://www.dw.com/a-7', 'Bridge', ${at}, ${at}, ${at}, 0)`;
  const told = (briefing: string, id: string) =>
    sql`insert into briefing_statements (briefing_id, story_id, article_id, revision, sentence, text)
      values (${briefing}, 3, ${id}, 1, 0, 'The bridge is open.')`;
  const sent = (id: string, briefing: string, state: string) =>
    sql`insert into deliveries (id, subscription_id, channel_number, slot, due_at, window_start, window_end, state, attempts,
      briefing_id, post, sent_at, is_late)
      values (${id}, 1, 5, ${id}, ${at}, ${at}, ${at}, ${state}, 0, ${briefing}, '{}', ${at}, 0)`;
  for (const row of [
    sql`insert into channels (id, platform, workspace_id, channel_id, zone, language, created_at) values (5, 'local', 'w', 'c', 'UTC', 'en', ${at})`,
    sql`insert into subscriptions (id, channel_number, interest, days, times, zone, language, length, max_stories, state, created_by,
      created_at, window_start, due_since, planned_until) values (1, 5, 'everything', '1', '08:00', 'UTC', 'en', 'short', 5, 'active', 'u',
      ${at}, ${at}, ${at}, ${at})`,
    article('dw:7', 3),
    article('dw:8', 1),
    told('b1', 'dw:7'),
    told('b2', 'dw:8'),
    sent('1-a', 'b1', 'sent'),
    sent('1-b', 'b1', 'missed'),
    sent('1-c', 'b2', 'sent'),
  ])
    await row.execute(db);
  await migrations['0010-corrections'].up(db as never);
  await migrations['0020-recalls'].up(db as never);
  return db;
}

test('an older database keeps its deliveries, and what was sent of a revised article is noticed once', async () => {
  const db = await olderDatabase();
  const queries = createCorrections(db);
  await queries.notice(window);
  await queries.notice(window);
  expect(
    await db.selectFrom('corrections').select(['delivery_id', 'article_id', 'revision', 'state']).execute(),
  ).toEqual([{ delivery_id: '1-a', article_id: 'dw:7', revision: 3, state: 'due' }]);
  expect(await db.selectFrom('deliveries').select('id').execute()).toHaveLength(3);
  await db.destroy();
});

test('what is claimed is nobody else’s until the claim runs out; what ended is not claimed again', async () => {
  const db = await olderDatabase();
  const queries = createCorrections(db);
  await queries.notice(window);
  const claim = (minutes: number) =>
    queries.claim({ now: now.add({ minutes }), until: now.add({ minutes: minutes + 5 }), limit: 10 });
  expect(await claim(0)).toEqual([{ deliveryId: '1-a', attempts: 0, shown: [] }]);
  expect(await claim(1)).toEqual([]);
  expect(await claim(6)).toHaveLength(1);
  await queries.retry('1-a', now.add({ minutes: 20 }), 'the platform was busy');
  expect(await claim(19)).toEqual([]);
  expect(await claim(20)).toEqual([{ deliveryId: '1-a', attempts: 1, shown: [] }]);
  await queries.end('1-a', { state: 'edited', at: now, shown: [] });
  expect(await claim(60)).toEqual([]);
  await db.destroy();
});

test('goes with the subscription that it was for', async () => {
  const db = await olderDatabase();
  await createCorrections(db).notice(window);
  await db.deleteFrom('deliveries').where('id', '=', '1-a').execute();
  expect(await db.selectFrom('corrections').selectAll().execute()).toEqual([]);
  await db.destroy();
});
