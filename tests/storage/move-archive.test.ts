import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { planDue } from '../../src/deliveries/plan-due.ts';
import { createArchiver } from '../../src/ingest/archive-article.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { type Database, openMemoryDatabase } from '../../src/storage/database.ts';
import { createOutboxStorage } from '../../src/storage/deliveries/outbox.ts';
import { createStorage } from '../../src/storage/storage.ts';
import { archiveTables, exportArchive, importArchive } from '../../src/storage/upkeep/move-archive.ts';
import { newSubscription } from '../fakes/new-subscription.ts';
import { openTestDatabase } from '../fakes/test-database.ts';
import { makeTestArticle } from '../fixtures/make-test-article.ts';

const start = Temporal.Instant.from('2026-03-02T06:00:00Z');

let from: Database;
let into: Database;
beforeEach(async () => {
  from = await openMemoryDatabase();
  into = await openTestDatabase();
});
afterEach(async () => {
  await from.destroy();
  await into.destroy();
});

/** A small archive with something of most kinds, whose one subscription was delivered its slot of 07:00. */
async function fill(db: Database): Promise<void> {
  const storage = createStorage(db);
  const archiver = createArchiver({ storage });
  for (let number = 1; number <= 40; number++) {
    const at = start.subtract({ minutes: 600 - number });
    const article = makeTestArticle({
      id: `dw:${number}`,
      headline: `Ferry ${number % 7} sinks off Kestrel Bay`,
      paragraphs: [`Mara Lindqvist, mayor of Kestrel Bay, said "${number} people" were saved from ferry Norlinde.`],
      at: at.toString(),
      topics: ['europe'],
    });
    await archiver.archive(article, { archivedAt: at, isSeed: number < 5 });
    if (number === 40)
      await archiver.archive(
        { ...article, revision: 2, headline: 'Divers find the Norlinde' },
        { archivedAt: at, isSeed: false },
      );
  }
  await sql`insert into stories (language, title, title_article_id, opened_at, updated_at, article_count, merged_into)
    select language, title, title_article_id, opened_at, updated_at, 0, id from stories where merged_into is null limit 1`.execute(
    db,
  );
  const subscription = await storage.subscriptions.add(
    newSubscription({
      channel: { platform: 'slack', workspaceId: 'T1', channelId: 'C1' },
      times: ['07:00', '19:00'],
      createdBy: 'U1',
      createdAt: start,
    }),
  );
  await planDue({
    storage: createOutboxStorage(storage),
    now: start.add({ minutes: 61 }),
    looksBack: false,
    log: silentLog,
  });
  const [delivery] = await storage.deliveries.list({ limit: 1 });
  const post = { platform: 'slack', workspaceId: 'T1', channelId: 'C1', messageId: 'm' } as const;
  await storage.deliveries.markSent([{ id: delivery?.id ?? '', post, sentAt: start.add({ minutes: 61 }) }]);
  await storage.subscriptions.endWindows(new Map([[subscription.id, start.add({ hours: 1 })]]));
}

async function linesOf(db: Database): Promise<string[]> {
  const lines: string[] = [];
  for await (const value of exportArchive(db)) lines.push(JSON.stringify(value));
  return lines;
}

async function* valuesOf(lines: readonly string[]): AsyncGenerator<unknown> {
  for (const line of lines) yield JSON.parse(line);
}

test('an exported archive is the same after its import, and is exported the same', async () => {
  await fill(from);
  const lines = await linesOf(from);
  expect(lines.length).toBeGreaterThan(300);
  expect(await importArchive(into, valuesOf(lines))).toBe(lines.length - 1);
  expect(await linesOf(into)).toEqual(lines);
});

test('what was imported is found, and goes on: articles, and subscriptions with the next slot', async () => {
  await fill(from);
  await importArchive(into, valuesOf(await linesOf(from)));
  const storage = createStorage(into);
  const found = await storage.articles.search(['diver'], { mode: 'any', limit: 5 });
  expect(found.map(({ article }) => article.id)).toEqual(['dw:40']);
  const next = makeTestArticle({ id: 'dw:99', headline: 'Another day', paragraphs: ['Text.'], at: start.toString() });
  await createArchiver({ storage }).archive(next, { archivedAt: start, isSeed: false });
  expect(await storage.articles.extent()).toMatchObject({ articles: 41 });

  const outbox = createOutboxStorage(storage);
  await planDue({ storage: outbox, now: start.add({ hours: 2 }), looksBack: false, log: silentLog });
  expect(await storage.deliveries.counts()).toEqual({ sent: 1 });
  await planDue({ storage: outbox, now: start.add({ hours: 13, minutes: 1 }), looksBack: false, log: silentLog });
  const [due] = await storage.deliveries.list({ state: 'due', limit: 5 });
  expect(due?.slot).toBe('2026-03-02T19:00');
  expect(due?.windowStart.toString()).toBe(start.add({ hours: 1 }).toString());
});

test('every table is exported but those that are made again', async () => {
  const { rows } = await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(from);
  const made = /^(article_terms|instances$|kysely_|sqlite_)/;
  const names = rows.map(({ name }) => name).filter((name) => !made.test(name));
  expect(archiveTables.map(({ name }) => name as string).toSorted()).toEqual(names.toSorted());
});

test.each([
  [
    'an archive that is not empty',
    async (lines: string[]) => void (await importArchive(into, valuesOf(lines))),
    'not empty',
  ],
  [
    'the file of another version',
    async (lines: string[]) => void lines.splice(0, 1, JSON.stringify({ kurzwelle: 'archive', schema: '0001' })),
    'another version',
  ],
  ['another file', async (lines: string[]) => void lines.splice(0, 1, '{}'), 'no archive'],
  ['a file cut off within a row', async (lines: string[]) => void lines.splice(9, 1, '["articles", {"number"'), 'JSON'],
])('%s is refused, and nothing changes', async (_name, spoil, words) => {
  await fill(from);
  const lines = await linesOf(from);
  await spoil(lines);
  const before = await linesOf(into);
  await expect(importArchive(into, valuesOf(lines))).rejects.toThrow(words);
  expect(await linesOf(into)).toEqual(before);
});
