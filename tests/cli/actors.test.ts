import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../src/storage/database.ts';
import { createStorage, type Storage } from '../../src/storage/storage.ts';
import { makeTestArticle } from '../fixtures/make-test-article.ts';
import { runCli } from './run-cli.ts';

let folder: string;
let storage: Storage;

/** A service that runs beside: its database stays open. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kurzwelle-actors-'));
  storage = createStorage(await openDatabase(folder));
  for (const [index, name] of ['Ann Marsh', 'Ann Marsh', 'Anna Marsh-Lind'].entries()) {
    const paragraphs = [`Transport Minister ${name} spoke.`];
    const at = `2026-03-0${index + 1}T08:00:00Z`;
    const article = makeTestArticle({ id: `dw:${index + 1}`, headline: 'News', at, paragraphs });
    await storage.articles.save(article, { archivedAt: article.publishedAt, isSeed: false });
    const roles = [{ name, role: 'transport minister', sentence: 0, former: false }];
    await storage.actors.link(article, [{ kind: 'person', name, aliases: [], sentences: [0], roles }], []);
  }
});

afterEach(async () => {
  await storage.close();
  rmSync(folder, { recursive: true });
});

const kurzwelle = (...args: string[]) => runCli(['actors', ...args], { env: { KURZWELLE_DATA_DIR: folder } });

test('merges, explains, and undoes it', async () => {
  expect((await kurzwelle('list')).out).toMatch(
    /Ann Marsh +person, 2 articles[\s\S]*Anna Marsh-Lind +person, 1 article/,
  );
  const merged = await kurzwelle('merge', 'Anna Marsh-Lind', 'Ann Marsh', '--because', 'she married');
  expect(merged.out).toMatch(/Anna Marsh-Lind \(2\) is now treated as Ann Marsh \(1\).*kurzwelle actors split 2/);
  const shown = (await kurzwelle('show', 'Anna Marsh-Lind')).out;
  expect(shown).toMatch(/also written +Anna Marsh-Lind/);
  expect(shown).toMatch(/role +transport minister \(2026-03-03, dw:3\)/);
  expect(shown).toMatch(/merged +Anna Marsh-Lind \(2\) into 1 .*she married/);
  expect((await kurzwelle('split', '2')).out).toMatch(/Anna Marsh-Lind \(2\) is an actor of its own again/);
  expect((await kurzwelle('list')).out).toMatch(/Ann Marsh +person, 2 articles/);
});

test('splits by articles, and then asks which actor of that name is meant', async () => {
  expect((await kurzwelle('split', 'Ann Marsh', '--articles', '2')).out).toMatch(
    /of dw:2 .*\(3\).*kurzwelle actors merge 3 1/,
  );
  const { code, err } = await kurzwelle('show', 'Ann Marsh');
  expect(code).toBe(1);
  expect(err).toMatch(/"Ann Marsh" matches several actors: Ann Marsh \(1, .*Ann Marsh \(3, .*Give a number/);
  expect((await kurzwelle('merge', '3', '1')).out).toMatch(/is now treated as Ann Marsh \(1\)/);
});

test.each([
  [['show', 'Ann Marsch'], /"Ann Marsch" .*Similar: Ann Marsh \(1, /],
  [['merge', '1', '1'], /are already the same/],
  [['split', 'Ann Marsh'], /Give the number of the merged actor, or --articles/],
  [['split', '1', '--articles', 'dw:9'], /dw:9 does not mention Ann Marsh/],
  [['list', '--limit', 'many'], /"many".*whole number/],
])('%j says what is wrong', async (args, wanted) => {
  const { code, err } = await kurzwelle(...args);
  expect(code).toBe(1);
  expect(err).toMatch(wanted);
});
