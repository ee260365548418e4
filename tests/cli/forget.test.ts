import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/storage/database.ts';
import { createStorage } from '../../src/storage/storage.ts';
import { makeTestArticle } from '../fixtures/make-test-article.ts';
import { emptyFolder, runCli } from './run-cli.ts';

test('says what was removed, as text or JSON', async () => {
  const cwd = emptyFolder();
  const user = await runCli(['forget', 'user', 'slack', 'U1'], { cwd });
  expect(user).toEqual({ code: 0, out: 'Nothing is stored about this user.\n', err: '' });
  const channel = await runCli(['forget', 'channel', 'discord', '1', '2', '--json'], { cwd });
  expect(JSON.parse(channel.out)).toEqual({ channels: 0, subscriptions: 0, unnamed: 0 });
});

test('takes articles out by id or number, and leaves their words nowhere in the file', async () => {
  const cwd = emptyFolder();
  const storage = createStorage(await openDatabase(join(cwd, 'data')));
  const at = Temporal.Instant.from('2026-05-06T08:00:00Z');
  for (const [number, word] of [
    [1, 'Zyxwvutia'],
    [2, 'Bridge'],
  ] as const) {
    const paragraphs = [`The mayor of ${word} opened the road on Monday.`];
    const article = makeTestArticle({ id: `dw:${number}`, headline: `${word} opens`, paragraphs, at: at.toString() });
    await storage.articles.save(article, { archivedAt: at, isSeed: false });
  }
  await storage.close();
  const held = () =>
    readdirSync(join(cwd, 'data')).some((name) => readFileSync(join(cwd, 'data', name)).includes('yxwvutia'));
  expect(held()).toBe(true);
  const run = await runCli(['forget-article', '1', 'dw:3'], { cwd });
  expect(run).toEqual({
    code: 0,
    out: "dw:1: removed with 1 revision; it won't be read again.\ndw:3 is not in the archive.\n",
    err: '',
  });
  expect(held()).toBe(false);
});

test.each([
  [['user', 'slack', 'U1', 'U2'], 'A user needs one id: kurzwelle forget user slack <id>.', 1],
  [['channel', 'slack', 'C1'], 'A channel needs two ids', 1],
  [['actor', 'slack', 'U1'], 'Allowed choices are user, channel, workspace', 2],
])('%j: says how it is called', async (args, text, code) => {
  const run = await runCli(['forget', ...args]);
  expect(run.code).toBe(code);
  expect(run.err).toContain(text);
});
