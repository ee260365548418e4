import { beforeEach, describe, expect, test } from 'vitest';
import { createArchiver } from '../../../src/ingest/archive-article.ts';
import { createArchivePruner } from '../../../src/ingest/prune-archive.ts';
import { silentLog } from '../../../src/runtime/log.ts';
import { mergeActors } from '../../../src/storage/actors/merge-actors.ts';
import type { Database } from '../../../src/storage/database.ts';
import { createStorage, type Storage } from '../../../src/storage/storage.ts';
import { FakeClock } from '../../fakes/fake-clock.ts';
import { newSubscription } from '../../fakes/new-subscription.ts';
import { openTestDatabase } from '../../fakes/test-database.ts';
import { makeTestArticle } from '../../fixtures/make-test-article.ts';

const january = '2026-01-10T08:00:00Z';
let db: Database;
let storage: Storage;

beforeEach(async () => {
  db = await openTestDatabase();
  storage = createStorage(db);
  await archive(
    1,
    'Flood in Sarwana district cuts off nine villages',
    'Mayor Ilja Brandt said the flood came at night.',
  );
  await archive(2, 'Fire at Valmora museum put out within an hour', 'Director Mara Olen said no picture was lost.');
  await archive(3, 'Strike at Norholt harbor ends after two weeks', 'Union leader Per Lunde called it a victory.');
  return () => storage.close();
  // PGlite takes its time to start on a busy machine.
});

async function archive(number: number, headline: string, lead: string, at = january): Promise<number> {
  const article = makeTestArticle({ id: `dw:${number}`, headline, lead, paragraphs: [], at });
  return createArchiver({ storage }).archive(article, { archivedAt: Temporal.Instant.from(at), isSeed: false });
}

async function prune(days: number | undefined, at = '2026-06-01T00:00:00Z'): Promise<number> {
  const pruner = createArchivePruner({
    storage: storage.archiveRetention,
    days,
    clock: new FakeClock(at),
    log: silentLog,
  });
  return pruner.tick();
}

const left = async () => (await db.selectFrom('articles').select('id').orderBy('id').execute()).map(({ id }) => id);

describe('old articles', () => {
  test('go with all that was understood of them', async () => {
    await archive(4, 'Bridge of Tamra opens', 'Engineer Jo Falk opened it.', '2026-05-20T08:00:00Z');
    expect(await prune(100)).toBe(3);
    expect(await left()).toEqual(['dw:4']);
    expect(await storage.articles.search(['flood'], { mode: 'any', limit: 5 })).toEqual([]);
    const tables = [
      'article_revisions',
      'story_articles',
      'stories',
      'actor_mentions',
      'actor_roles',
      'quotes',
    ] as const;
    for (const table of tables) {
      const rows = await db.selectFrom(table).selectAll().execute();
      expect(JSON.stringify(rows)).not.toMatch(/dw:[123]|Flood|Brandt/);
    }
    expect(await db.selectFrom('actors').select('name').where('name', '=', 'Ilja Brandt').execute()).toEqual([]);
  });

  test('stay for ever where no age is set, and while they are young', async () => {
    expect(await prune(undefined)).toBe(0);
    expect(await prune(365)).toBe(0);
    expect(await left()).toHaveLength(3);
  });

  test('stay where a channel follows their story, also after it merged into another', async () => {
    const story = await storage.stories.storyOf('dw:2');
    await subscribe(`asia OR story:${story}`);
    await storage.storyMoves.merge(
      story ?? -1,
      (await storage.stories.storyOf('dw:3')) ?? -1,
      0.9,
      Temporal.Instant.from(january),
    );
    expect(await prune(100)).toBe(1);
    expect(await left()).toEqual(['dw:2', 'dw:3']);
  });

  test('stay while their story goes on, a kept briefing cites them, or a feed lists them', async () => {
    const story = await storage.stories.storyOf('dw:1');
    await db
      .updateTable('stories')
      .set({ updated_at: '2026-05-30T00:00:00.000Z' })
      .where('id', '=', story ?? -1)
      .execute();
    const statement = { story_id: 1, revision: 1, sentence: 0, text: 'No picture was lost.' };
    await db
      .insertInto('briefing_statements')
      .values({ briefing_id: 'b', article_id: 'dw:2', ...statement })
      .execute();
    expect(await prune(100)).toBe(1);
    expect(await left()).toEqual(['dw:1', 'dw:2']);
  });
});

test('an actor is counted down by what went', async () => {
  await archive(4, 'Ilja Brandt opens bridge', 'Mayor Ilja Brandt opened a bridge.', '2026-05-20T08:00:00Z');
  const countOf = async () =>
    (await db.selectFrom('actors').select('article_count').where('name', '=', 'Ilja Brandt').execute())[0]
      ?.article_count;
  expect(await countOf()).toBe(2);
  await prune(100);
  expect(await countOf()).toBe(1);
});

test('whom an actor is shown as is counted down, too', async () => {
  await archive(4, 'Bridge of Tamra opens', 'Engineer Jo Falk opened it.', '2026-05-20T08:00:00Z');
  const actorOf = async (name: string) =>
    await db.selectFrom('actors').select(['id', 'article_count']).where('name', '=', name).executeTakeFirstOrThrow();
  const [from, into] = [await actorOf('Ilja Brandt'), await actorOf('Jo Falk')];
  await mergeActors(db, { from: from.id, into: into.id, at: january });
  expect((await actorOf('Jo Falk')).article_count).toBe(2);
  await prune(100);
  expect((await actorOf('Jo Falk')).article_count).toBe(1);
});

test('goes in steps of twenty, past what is kept, and rests when all was looked at', async () => {
  for (let number = 4; number <= 45; number++)
    await archive(number, `Council of Village${number} votes on well${number}`, `Road${number} is closed.`);
  const kept = await storage.stories.storyOf('dw:1');
  await subscribe(`story:${kept}`);
  const clock = new FakeClock('2026-06-01T00:00:00Z');
  const pruner = createArchivePruner({ storage: storage.archiveRetention, days: 100, clock, log: silentLog });
  const removed: number[] = [];
  for (let tick = 0; tick < 4; tick++) removed.push(await pruner.tick());
  expect(removed).toEqual([19, 20, 5, 0]);
  expect(await left()).toEqual(['dw:1']);
});

async function subscribe(interest: string): Promise<void> {
  const at = Temporal.Instant.from(january);
  await storage.subscriptions.add(
    newSubscription({
      channel: { platform: 'local', workspaceId: 'w', channelId: 'c' },
      interest,
      createdAt: at,
    }),
  );
}
