import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createArchiver } from '../../src/ingest/archive-article.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { databaseTrouble } from '../../src/storage/database-trouble.ts';
import { createStorage } from '../../src/storage/storage.ts';
import { overwritePages, pagesOf } from '../fakes/damaged-pages.ts';
import { mountSmallDisk, type SmallDisk } from '../fakes/small-disk.ts';
import { makeTestArticle } from '../fixtures/make-test-article.ts';
import { emptyFolder, runCli, runProgram } from './run-cli.ts';

const mounted: SmallDisk[] = [];
afterEach(() => {
  for (const disk of mounted.splice(0)) disk.unmount();
});

function smallDisk(kilobytes: number): SmallDisk | undefined {
  const disk = mountSmallDisk(kilobytes);
  if (disk) mounted.push(disk);
  return disk;
}

const noMount = 'this user may not mount a disk';
const at = '2026-05-06T08:00:00Z';

function article(number: number) {
  return makeTestArticle({
    id: `dw:${number}`,
    headline: `Bridge number ${number} opens in Sarwana`,
    lead: `The bridge number ${number} over the river Tamra has opened after ${number} years of work.`,
    paragraphs: Array.from(
      { length: 12 },
      (_, line) => `It has ${line + number} lanes, the ministry said on day ${line}.`,
    ),
    at,
  });
}

/** Archives until that many are in, or the disk refuses; gives how many are in and what refused. */
async function fill(dataDir: string, articles: number): Promise<{ readonly stored: number; readonly error?: unknown }> {
  const storage = createStorage(await openDatabase(dataDir));
  const archiver = createArchiver({ storage });
  let stored = 0;
  try {
    while (stored < articles) {
      await archiver.archive(article(stored + 1), { archivedAt: Temporal.Instant.from(at), isSeed: false });
      stored++;
    }
    return { stored };
  } catch (error) {
    return { stored, error };
  } finally {
    await storage.close();
  }
}

/** To import: how far that comes is not looked at here. */
function emptyFile(): string {
  const path = join(emptyFolder(), 'empty.jsonl');
  writeFileSync(path, '');
  return path;
}

async function articlesIn(dataDir: string): Promise<number> {
  const storage = createStorage(await openDatabase(dataDir));
  const { articles } = await storage.articles.extent();
  await storage.close();
  return articles;
}

test('a full disk refuses the next article and harms none that is in', async (context) => {
  const disk = smallDisk(3_000);
  if (!disk) return context.skip(noMount);
  const { stored, error } = await fill(disk.path, 5_000);
  expect(stored).toBeGreaterThan(5);
  expect(databaseTrouble(error)).toMatchObject({ kind: 'full', text: expect.stringContaining('Free some space') });
  const copied = join(emptyFolder(), 'data');
  mkdirSync(copied);
  for (const name of ['kurzwelle.db', 'kurzwelle.db-wal'])
    if (existsSync(join(disk.path, name))) copyFileSync(join(disk.path, name), join(copied, name));
  expect(await articlesIn(copied)).toBe(stored);
  expect((await runCli(['doctor', '--offline'], { env: { KURZWELLE_DATA_DIR: copied } })).out).not.toContain('damaged');
});

test('a full disk is told in a sentence, with exit code 1', async (context) => {
  const disk = smallDisk(300);
  if (!disk) return context.skip(noMount);
  const run = await runProgram(['import', emptyFile()], { env: { KURZWELLE_DATA_DIR: disk.path } });
  expect(run.code).toBe(1);
  expect(run.err).toMatch(/^The disk is full: .*Free some space/);
  expect(run.err).toContain(`The archive is in ${disk.path}.`);
  expect(run.err.trim().split('\n')).toHaveLength(1);
});

test('a data directory that cannot be written to is told in a sentence, and left as it is', async (context) => {
  const disk = smallDisk(20_000);
  if (!disk) return context.skip(noMount);
  await fill(disk.path, 3);
  const before = readFileSync(join(disk.path, 'kurzwelle.db'));
  disk.readOnly();
  for (const args of [['serve'], ['import', emptyFile()]]) {
    const run = await runProgram(args, { env: { KURZWELLE_DATA_DIR: disk.path } });
    expect(run.code).toBe(1);
    expect(run.err).toContain(`Cannot use the data folder ${disk.path}: the file system is read-only.`);
    expect(run.err.trim().split('\n')).toHaveLength(1);
  }
  expect(readFileSync(join(disk.path, 'kurzwelle.db')).equals(before)).toBe(true);
});

/** An archive with pages overwritten in the middle, as a failing disk leaves it. */
async function damagedFolder(articles: number): Promise<{ readonly cwd: string; readonly path: string }> {
  const cwd = emptyFolder();
  await fill(join(cwd, 'data'), articles);
  const path = join(cwd, 'data', 'kurzwelle.db');
  const pages = pagesOf(path, 'article_revisions');
  const middle = pages.slice(Math.floor(pages.length / 3), Math.floor(pages.length / 3) + 4);
  overwritePages(path, middle, { count: 4 });
  return { cwd, path };
}

test('of a damaged archive everything readable is saved, and comes in again', async () => {
  const { cwd, path } = await damagedFolder(120);
  const damaged = readFileSync(path);
  const doctor = await runCli(['doctor', '--offline'], { cwd });
  expect(`${doctor.out}${doctor.err}`).toMatch(/FAILURE +database/);
  const plain = await runCli(['export', '--archive', 'plain.jsonl'], { cwd });
  expect(plain.code).toBe(1);

  const run = await runCli(['export', '--archive', 'saved.jsonl', '--salvage'], { cwd });
  expect(run).toMatchObject({ code: 0, err: '' });
  expect(run.out).toMatch(/article_revisions: \d+ rows saved, \d+ unreadable/);
  expect(readFileSync(path).equals(damaged)).toBe(true);
  const imported = await runCli(['import', join(cwd, 'saved.jsonl')], { cwd: emptyFolder() });
  expect(imported).toMatchObject({ code: 0 });
  const revisions = Number(/article_revisions: (\d+) rows saved/.exec(run.out)?.[1]);
  expect(revisions).toBeGreaterThan(80);
  expect(revisions).toBeLessThan(120);
});

test('of a whole archive --salvage saves what --archive does', async () => {
  const cwd = emptyFolder();
  await fill(join(cwd, 'data'), 5);
  await runCli(['export', '--archive', 'all.jsonl'], { cwd });
  const run = await runCli(['export', '--archive', 'saved.jsonl', '--salvage'], { cwd });
  expect(run.out).toContain('No exported data was damaged.');
  const lines = (name: string) => readFileSync(join(cwd, name), 'utf8').split('\n').toSorted();
  expect(lines('saved.jsonl')).toEqual(lines('all.jsonl'));
  expect(statSync(join(cwd, 'saved.jsonl')).mode & 0o777).toBe(0o600);
});

test('a file that is no database is told in a sentence, by every verb, and kept', async () => {
  const cwd = emptyFolder();
  mkdirSync(join(cwd, 'data'));
  writeFileSync(join(cwd, 'data', 'kurzwelle.db'), 'This is no database. '.repeat(500));
  for (const args of [['serve'], ['feeds'], ['migrate'], ['export', '--archive', 'x.jsonl', '--salvage']]) {
    const run = await (args[0] === 'serve' ? runProgram : runCli)(args, { cwd });
    expect(run.code).toBe(1);
    expect(run.err).toMatch(/The archive is damaged\.|Nothing in .* can be read\./);
    expect(run.err).toContain('docs/backup.md');
  }
  expect(readFileSync(join(cwd, 'data', 'kurzwelle.db'), 'utf8')).toContain('This is no database.');
});
