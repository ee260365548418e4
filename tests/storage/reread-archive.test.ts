import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { findEvidence } from '../../src/answers/evidence.ts';
import type { Article } from '../../src/articles/article.ts';
import { findCorrections } from '../../src/briefings/news/find-corrections.ts';
import { cite } from '../../src/briefings/statements/quote-sentence.ts';
import { createArchiver } from '../../src/ingest/archive-article.ts';
import { createArchiveRereader } from '../../src/ingest/reread-archive.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { toDocument } from '../../src/storage/articles/article-document.ts';
import type { Database } from '../../src/storage/database.ts';
import { engineOf } from '../../src/storage/engine-of.ts';
import { createStorage, type Storage } from '../../src/storage/storage.ts';
import { FakeClock } from '../fakes/fake-clock.ts';
import { openTestDatabase } from '../fakes/test-database.ts';
import { makeTestArticle } from '../fixtures/make-test-article.ts';

const at = '2031-03-01T08:00:00Z';
let db: Database;
let storage: Storage;
let serbian: Article;
let english: Article;

beforeEach(async () => {
  db = await openTestDatabase();
  storage = createStorage(db);
  serbian = await archive(1, 'sr', 'Председник отворио мост', 'Мост је отворен. Председник Јован Брант је дошао.');
  english = await archive(2, 'en', 'Bridge opens', 'Mayor Ilja Brandt opened the bridge. Nobody was hurt.');
  await asOfBefore();
  return () => storage.close();
});

async function archive(number: number, language: string, headline: string, text: string): Promise<Article> {
  const article = makeTestArticle({ id: `dw:${number}`, language, headline, paragraphs: [text], at });
  await createArchiver({ storage }).archive(article, { archivedAt: Temporal.Instant.from(at), isSeed: false });
  return article;
}

/** What the version before would have left: whole words in the index, and a sentence cut where it does not end. */
async function asOfBefore(): Promise<void> {
  const [first] = serbian.sentences;
  if (!first) throw new Error('no sentence');
  const texts = ['Мост је', 'отворен.', ...serbian.sentences.slice(1).map(({ text }) => text)];
  serbian = { ...serbian, sentences: texts.map((text, index) => ({ ...first, index, text })) };
  await db
    .updateTable('article_revisions')
    .set({ document: toDocument(serbian) })
    .where('article_id', '=', serbian.id)
    .execute();
  await engineOf(db).terms.put(db, 1, { headline: ['председник', 'отворио', 'мост'], body: ['мост', 'брант'] });
  await sql`update articles set reading = 1`.execute(db);
}

const found = async (...terms: string[]) =>
  (await storage.articles.search(terms, { mode: 'all', limit: 5 })).map(({ article }) => article.id);
const reread = () => createArchiveRereader({ storage, clock: new FakeClock(at), log: silentLog }).tick();

test('articles of before are found while they are still to be read again, and after', async () => {
  expect(await found('предс')).toEqual(['dw:1']);
  expect(await reread()).toBe(2);
  expect(await found('предс')).toEqual(['dw:1']);
  expect(await found('председник')).toEqual([]);
  expect(await found('bridg')).toEqual(['dw:2']);
  expect(await reread()).toBe(0);
});

test('once all is read again a word finds no longer ones', async () => {
  await archive(3, 'en', 'Policy changes', 'The policy was changed.');
  await reread();
  expect(await found('polic')).toEqual([]);
  await sql`update articles set reading = 1 where id = 'dw:2'`.execute(db);
  expect(await found('polic')).toEqual(['dw:3']);
});

test('what is divided into other sentences becomes a revision of the same date, all else stays as it was', async () => {
  await reread();
  const now = await storage.articles.find('dw:1');
  expect(now?.revision).toBe(2);
  expect(now?.sentences[0]?.text).toBe('Мост је отворен.');
  expect((await storage.articles.find('dw:2'))?.revision).toBe(1);
  const rows = await db.selectFrom('articles').select(['archived_at', 'modified_at', 'is_seed', 'reading']).execute();
  expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(1);
  const mentions = await db.selectFrom('actor_mentions').select('sentence').where('article_id', '=', 'dw:1').execute();
  expect(Math.max(...mentions.map(({ sentence }) => sentence))).toBeLessThan(now?.sentences.length ?? 0);
});

test('a citation of before shows its sentence, and is not corrected', async () => {
  const cited = serbian.sentences[1];
  if (!cited) throw new Error('no sentence');
  await reread();
  const evidence = await findEvidence(cite(serbian, cited), {
    findArticle: (id, revision) => storage.articles.find(id, revision),
  });
  expect(evidence?.sentence.text).toBe('отворен.');
  expect(evidence?.later).toEqual({ revision: 2, saysSo: true });
  const statement = { text: cited.text, quoted: true, citations: [cite(serbian, cited)] };
  const story = { titleArticleId: serbian.id, publishedAt: [at], statements: [statement] };
  const briefing = { stories: [story], also: [] } as unknown as Parameters<typeof findCorrections>[0];
  const revisions = new Map([[serbian.id, await storage.articles.revisionsOf(serbian.id)]]);
  expect(findCorrections(briefing, revisions)).toEqual([]);
});

test('a revision that comes meanwhile is left as it is', async () => {
  const next = { ...english, revision: 2, headline: 'Bridge opens at last' };
  await storage.articles.save(next, { archivedAt: Temporal.Instant.from(at), isSeed: false });
  expect(await reread()).toBe(1);
  expect(await storage.articles.find('dw:2')).toMatchObject({ revision: 2, headline: 'Bridge opens at last' });
});
