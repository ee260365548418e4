import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/storage/database.ts';
import { backupSqlite } from '../../src/storage/sqlite/backup.ts';
import { createStorage } from '../../src/storage/storage.ts';
import { makeTestArticle } from '../fixtures/make-test-article.ts';
import { emptyFolder, runCli } from './run-cli.ts';

const at = Temporal.Instant.from('2026-05-06T08:00:00Z');

async function archiveOf(dataDir: string, articles: number) {
  const storage = createStorage(await openDatabase(dataDir));
  for (let number = 1; number <= articles; number++) {
    const article = makeTestArticle({
      id: `dw:${number}`,
      headline: `Bridge ${number} opens`,
      paragraphs: [],
      at: at.toString(),
    });
    await storage.articles.save(article, { archivedAt: at, isSeed: false });
  }
  return storage;
}

async function articlesIn(dataDir: string): Promise<number> {
  const storage = createStorage(await openDatabase(dataDir));
  const { articles } = await storage.articles.extent();
  await storage.close();
  return articles;
}

test('a copy that is made while the archive is written to is whole, and restores by being put in place', async () => {
  const cwd = emptyFolder();
  const storage = await archiveOf(join(cwd, 'data'), 5);
  const run = await runCli(['backup', 'copy.db'], { cwd });
  const later = makeTestArticle({ id: 'dw:9', headline: 'Later', paragraphs: [], at: at.toString() });
  await storage.articles.save(later, { archivedAt: at, isSeed: false });
  await storage.close();
  expect(run).toEqual({ code: 0, out: 'copy.db: 1 MB, whole\n', err: '' });
  expect(statSync(join(cwd, 'copy.db')).mode & 0o777).toBe(0o600);
  expect(readdirSync(cwd).toSorted()).toEqual(['copy.db', 'data']);

  const restored = join(cwd, 'restored');
  mkdirSync(restored);
  copyFileSync(join(cwd, 'copy.db'), join(restored, 'kurzwelle.db'));
  expect(await articlesIn(restored)).toBe(5);
  expect(await articlesIn(join(cwd, 'data'))).toBe(6);
});

test('tells its progress', async () => {
  const cwd = emptyFolder();
  await (await archiveOf(cwd, 1)).close();
  const shares: number[] = [];
  await backupSqlite(join(cwd, 'kurzwelle.db'), join(cwd, 'copy.db'), (share) => shares.push(share));
  expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
});

test('replaces no file unasked, and leaves none behind where it fails', async () => {
  const cwd = emptyFolder();
  expect((await runCli(['backup', 'copy.db'], { cwd })).err).toContain('There is no archive at data/kurzwelle.db yet');
  await (await archiveOf(join(cwd, 'data'), 1)).close();
  writeFileSync(join(cwd, 'copy.db'), 'mine');
  const refused = await runCli(['backup', 'copy.db'], { cwd });
  expect(refused.code).toBe(1);
  expect(refused.err).toContain('copy.db exists. Choose another name, or use --force');
  expect((await runCli(['backup', 'copy.db', '--force'], { cwd })).code).toBe(0);

  const nowhere = await runCli(['backup', 'no/such/folder/copy.db'], { cwd });
  expect(nowhere.code).toBe(1);
  expect(nowhere.err).toContain('Cannot write no/such/folder/copy.db');
  expect(existsSync(join(cwd, 'no'))).toBe(false);
});

test('sends the owner of a server to pg_dump', async () => {
  const run = await runCli(['backup', 'copy.db'], { env: { DATABASE_URL: 'postgres://u:secret@127.0.0.1/news' } });
  expect(run.err).toContain('pg_dump');
  expect(run.err).not.toContain('secret');
});
