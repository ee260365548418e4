import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/storage/database.ts';
import { lockDataDirectory } from '../../src/storage/sqlite/process-lock.ts';
import { createStorage, type Storage } from '../../src/storage/storage.ts';
import { openTestDatabase } from '../fakes/test-database.ts';
import { makeTestArticle } from '../fixtures/make-test-article.ts';

const archivedAt = Temporal.Instant.from('2022-07-18T12:00:00Z');
const meeting = makeTestArticle({
  id: 'dw:1',
  headline: 'Ministers meet in Tokyo',
  lead: 'Park Jin has met Yoshimasa Hayashi.',
  paragraphs: ['They spoke of forced labor.', '## What next?', 'A ruling is due.'],
  at: '2022-07-18T10:00:00Z',
  topics: ['asia', 'politics'],
});

let storage: Storage;
beforeEach(async () => {
  storage = createStorage(await openTestDatabase());
  return () => storage.close();
});

describe('articles', () => {
  test('come back as they were saved', async () => {
    await storage.articles.save(meeting, { archivedAt, isSeed: false });
    expect(JSON.stringify(await storage.articles.find('dw:1'))).toBe(
      JSON.stringify({ ...(await storage.articles.find('dw:1')) }),
    );
    const found = await storage.articles.find('dw:1');
    expect({ ...found, publishedAt: found?.publishedAt.toString() }).toEqual({
      ...meeting,
      publishedAt: meeting.publishedAt.toString(),
    });
  });

  test('keep every revision and show the newest', async () => {
    await storage.articles.save(meeting, { archivedAt, isSeed: false });
    await storage.articles.save(
      { ...meeting, revision: 2, headline: 'Ministers agree' },
      { archivedAt, isSeed: false },
    );
    expect((await storage.articles.find('dw:1'))?.headline).toBe('Ministers agree');
    expect((await storage.articles.find('dw:1', 1))?.headline).toBe('Ministers meet in Tokyo');
    expect((await storage.articles.revisionsOf('dw:1')).map(({ revision }) => revision)).toEqual([1, 2]);
  });

  test('are found by any form of their words, and no longer by words a revision dropped', async () => {
    await storage.articles.save(meeting, { archivedAt, isSeed: false });
    const search = async (term: string) =>
      (await storage.articles.search([term], { mode: 'any', limit: 5 })).map(({ article }) => article.id);
    expect(await search('labor')).toEqual(['dw:1']);
    await storage.articles.save({ ...meeting, revision: 2, sentences: [] }, { archivedAt, isSeed: false });
    expect(await search('labor')).toEqual([]);
    expect(await search('tokyo')).toEqual(['dw:1']);
  });

  test.each([
    ['a topic', { topics: ['asia'] }, 1],
    ['another topic', { topics: ['sports'] }, 0],
    ['a time before', { until: meeting.publishedAt }, 0],
    ['a window that ends when it was archived', { archivedUntil: archivedAt }, 0],
    ['a window that begins then', { archivedSince: archivedAt }, 1],
  ])('are listed by %s', async (_name, query, count) => {
    await storage.articles.save(meeting, { archivedAt, isSeed: false });
    expect(await storage.articles.list(query)).toHaveLength(count);
  });
});

describe('actors', () => {
  const park = {
    kind: 'person',
    name: 'Park Jin',
    aliases: ['Park', 'Park Yin'],
    sentences: [0, 1],
    roles: [{ name: 'Park Jin', role: 'foreign minister', sentence: 0, former: false }],
  } as const;
  const goalkeeper = { kind: 'person', name: 'Park Sung-min', aliases: [], sentences: [0], roles: [] } as const;

  beforeEach(async () => {
    await storage.articles.save(meeting, { archivedAt, isSeed: false });
    await storage.actors.link(
      meeting,
      [park, goalkeeper],
      [{ words: 'soon', sentence: 1, speakerName: 'Park Jin', direct: true }],
    );
  });

  test('are found by their whole name, a misprint that was seen, or a surname they share', async () => {
    const names = async (name: string) => (await storage.actors.findByName(name)).map((profile) => profile.name);
    expect(await names('park jin')).toEqual(['Park Jin']);
    expect(await names('Park Yin')).toEqual(['Park Jin']);
    expect(await names('Park')).toEqual(['Park Jin', 'Park Sung-min']);
    expect(await names('Kim')).toEqual([]);
  });

  test('are offered for a near spelling', async () => {
    expect((await storage.actors.similar('Park Jim', 3)).map(({ name }) => name)).toEqual(['Park Jin']);
  });

  // One such character folds to four words; the database refuses conditions a thousand deep.
  test.each(['ﷺ'.repeat(400), 'Park '.repeat(1_200)])(
    'are neither near nor completed by more words than names have',
    async (typed) => {
      expect(await storage.actors.similar(typed, 3)).toEqual([]);
      expect(await storage.actors.complete(typed, 3)).toEqual([]);
    },
  );

  test('lose what a revision of the article no longer says', async () => {
    await storage.actors.link({ ...meeting, revision: 2 }, [goalkeeper], []);
    expect(await storage.actors.findByName('Park Jin')).toEqual([]);
    expect(await storage.actors.complete('Pa', 5)).toHaveLength(1);
  });

  test('carry roles and quotes with the sentence and the day', async () => {
    const [profile] = await storage.actors.findByName('Park Jin');
    expect(await storage.actors.roles(profile?.id ?? 0)).toMatchObject([
      { role: 'foreign minister', sentence: 0, articleId: 'dw:1', former: false },
    ]);
    expect(await storage.actors.quotes(profile?.id ?? 0, 5)).toMatchObject([
      { words: 'soon', sentence: 1, direct: true },
    ]);
  });
});

test('a failed transaction leaves nothing behind', async () => {
  const work = storage.transaction(async ({ articles }) => {
    await articles.save(meeting, { archivedAt, isSeed: false });
    throw new Error('power cut');
  });
  await expect(work).rejects.toThrow('power cut');
  expect(await storage.articles.extent()).toEqual({ articles: 0 });
});

describe('a data directory', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kurzwelle-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('keeps its archive over a restart', async () => {
    const first = createStorage(await openDatabase(folder));
    await first.articles.save(meeting, { archivedAt, isSeed: false });
    await first.close();
    const second = createStorage(await openDatabase(folder));
    expect((await second.articles.extent()).articles).toBe(1);
    await second.close();
  });

  test('is refused to a second process, which is told who holds it', () => {
    const lock = lockDataDirectory(folder);
    const script = `import { lockDataDirectory } from './src/storage/sqlite/process-lock.ts';
      try { lockDataDirectory(${JSON.stringify(folder)}); console.log('locked'); } catch (error) { console.log(error.message); }`;
    const other = () => spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }).stdout;
    expect(other()).toContain(`in use by process ${process.pid}`);
    lock.release();
    expect(other()).toContain('locked');
  });
});
