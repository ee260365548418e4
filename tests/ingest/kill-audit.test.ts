import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { auditArchive } from '../../bench/lib/audit-archive.ts';
import { createArchiver } from '../../src/ingest/archive-article.ts';
import { openMemoryDatabase } from '../../src/storage/database.ts';
import { createStorage } from '../../src/storage/storage.ts';
import { makeTestArticle } from '../fixtures/make-test-article.ts';

/** What the audit of the kill test must not overlook. */
const damages: Readonly<Record<string, string>> = {
  'an article lacks its newest revision': 'update articles set revision = 3',
  'revisions do not count from 1': 'update article_revisions set revision = 7',
  'a revision says what the one before says': `insert into article_revisions
    select article_id, 2, headline, published_at, archived_at, json_set(document, '$.revision', 2) from article_revisions limit 1`,
  'an article is not in exactly one story': 'delete from story_articles',
  'a story counts other articles than it has': 'update stories set article_count = 5',
  'a story is titled by an article of another': `update stories set title_article_id = 'dw:0'`,
  'an actor counts other articles than mention it': 'update actors set article_count = article_count + 1',
  'a role or quote is of an older revision': `insert into quotes
    (article_id, revision, sentence, words, is_direct, published_at) values ('dw:1', 0, 0, 'w', 1, '2022-07-19T00:00:00.000Z')`,
  'an entry counts as archived and is not': `insert into entries
    (feed_id, article_id, kind, url, title, position, first_seen_at, last_seen_at, state, reason)
    values ('f', 'dw:9', 'article', 'u', 't', 0, '', '', 'stored', '')`,
  'an article came from no entry': `delete from entries where article_id = 'dw:1'`,
  'a mention is in a sentence that is not there': `insert into actor_mentions select id, 'dw:1', 99, last_seen_at from actors limit 1`,
  'the search index disagrees with the article': 'delete from article_terms where rowid = 1',
  'the search index holds an article that is not there': `insert into article_terms (rowid, headline, body) values (9, 'a', 'b')`,
};

const paragraphs = ['German Chancellor Olaf Scholz opened the bridge in Poland on Monday.', 'Traffic was light.'];

async function soundArchive() {
  const db = await openMemoryDatabase();
  const storage = createStorage(db);
  const at = Temporal.Instant.from('2022-07-19T08:00:00Z');
  const archiver = createArchiver({ storage });
  const feed = { id: 'f', url: 'http://x.test/f', name: 'f', language: 'en', topics: [], namespace: 'dw' };
  await storage.feeds.register([feed]);
  for (const id of ['dw:1', 'dw:2']) {
    const article = makeTestArticle({
      id,
      headline: `Bridge of ${id} reopens`,
      paragraphs,
      at: '2022-07-19T07:00:00Z',
    });
    await archiver.archive(article, { archivedAt: at, isSeed: false });
    const entry = { id, kind: 'article', url: 'http://x.test', title: 't', categories: [], position: 0 } as const;
    await storage.feeds.recordEntry('f', entry, { state: 'stored', reason: 'revision 1', at });
  }
  return db;
}

test('finds nothing wrong in a sound archive', async () => {
  const db = await soundArchive();
  expect(await auditArchive(db)).toEqual([]);
  await db.destroy();
});

test.each(Object.entries(damages))('finds when %s', async (finding, damage) => {
  const db = await soundArchive();
  await sql.raw(damage).execute(db);
  expect((await auditArchive(db)).join('\n')).toContain(finding);
  await db.destroy();
});
