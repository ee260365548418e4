import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadConfig } from '../../src/config/config.ts';
import { createLiveConfig } from '../../src/config/live-config.ts';
import { parseHere } from '../../src/ingest/document-parser.ts';
import { createHttp } from '../../src/runtime/http.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { createFeedEditor } from '../../src/services/feed-editor.ts';
import { createReload } from '../../src/services/reload.ts';
import { emptyFolder, runCli } from '../cli/run-cli.ts';
import { feedOf, startFeedServer } from '../ingest/feed-server.ts';

const at = '2024-03-05T08:00:00Z';
const first = '# ours\nfeeds:\n  use: [] # none\n';

/** A site with a page and a feed. */
async function startSite() {
  const server = await startFeedServer();
  onTestFinished(() => server.stop());
  server.routes['/'] = (_, response) =>
    response.end('<html><link rel="alternate" type="application/rss+xml" href="/world.xml"></html>');
  server.routes['/world.xml'] = feedOf({ 7: at });
  return server;
}

/** An editor of a configuration file, over a site with one feed. */
async function start() {
  const server = await startSite();
  const http = createHttp({ userAgent: 'test', allowPrivateHosts: [new URL(server.url).host] });
  onTestFinished(() => http.stop());
  const path = join(emptyFolder(), 'kurzwelle.yaml');
  writeFileSync(path, first);
  const load = () => loadConfig({ KURZWELLE_CONFIG: path });
  const live = createLiveConfig(load());
  const reload = createReload({ live, load, register: async () => {}, log: silentLog });
  const editor = createFeedEditor({ config: live.config, path, reload, http, documents: parseHere });
  return { editor, path, url: server.url, config: live.config, text: () => readFileSync(path, 'utf8') };
}

test('keeps who may read the file', async () => {
  const { editor, path } = await start();
  chmodSync(path, 0o600);
  await editor.saveTopic({ id: 'harbors', name: 'Harbors', words: ['harbor'] });
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('finds a feed from a page, writes it into the file beside its comments, and reads it at once', async () => {
  const { editor, url, config, text } = await start();
  const [found] = await editor.find(url);
  if (!found) throw new Error('nothing found');
  const done = await editor.add({ ...found, title: 'World News', topics: ['world'] });
  expect(done).toMatchObject({ kind: 'reloaded', added: ['world-news'] });
  expect(config.feeds.list).toMatchObject([{ name: 'World News', url: `${url}/world.xml`, topics: ['world'] }]);
  expect(text()).toContain('# ours');
  expect(text()).toContain('# none');
  await expect(editor.add({ ...found, topics: [] })).rejects.toThrow('already configured');
});

test.each([
  ['ftp://paper.example', "isn't a web address"],
  ['nowhere at all', "isn't a web address"],
  [
    'http://127.0.0.1:9/',
    '127.0.0.1:9 is not on the public internet. To read feeds of your own network, add it to http.allowPrivate',
  ],
])('%s: says what is wrong', async (address, said) => {
  const { editor } = await start();
  await expect(editor.find(address)).rejects.toThrow(said);
});

test('says where no feed is', async () => {
  const { editor, url } = await start();
  await expect(editor.find(`${url}/missing`)).rejects.toThrow('No feed found');
});

test('adds, changes and removes a topic; a wrong one is refused before anything is written', async () => {
  const { editor, config, text } = await start();
  const find = (id: string) => config.topics.find((topic) => topic.id === id);
  await editor.saveTopic({ id: 'talks', name: 'Talks', words: ['cop29'] });
  expect(find('talks')).toMatchObject({ name: { en: 'Talks' }, ownWords: ['cop29'] });
  await editor.saveTopic({ id: 'talks', name: 'Climate talks', words: [] });
  expect(find('talks')).toMatchObject({ name: { en: 'Climate talks' }, ownWords: [] });
  const before = text();
  await expect(editor.saveTopic({ id: 'No such id', words: ['x'] })).rejects.toThrow('use lower-case letters');
  expect(text()).toBe(before);
  await editor.saveTopic({ id: 'talks', words: [] });
  expect(find('talks')).toBe(undefined);
});

test('a mistake that somebody else made in the file is named, and nothing is lost', async () => {
  const { editor, path, url, config } = await start();
  const [found] = await editor.find(url);
  writeFileSync(path, `${first}wrong: 1\n`);
  if (!found) throw new Error('nothing found');
  await expect(editor.add({ ...found, topics: [] })).rejects.toThrow('line 4: wrong: unknown setting');
  expect(await editor.reload()).toMatchObject({ kind: 'kept' });
  expect(readFileSync(path, 'utf8')).toBe(`${first}wrong: 1\n`);
  expect(config.feeds.list).toEqual([]);
});

test('kurzwelle feeds add does the same from the command line', async () => {
  const { url, routes } = await startSite();
  const cwd = emptyFolder();
  const file = join(cwd, 'kurzwelle.yaml');
  writeFileSync(file, `feeds: { use: [] }\nhttp: { allowPrivate: [127.0.0.1] }\n`);
  const run = await runCli(['feeds', 'add', url, '--name', 'World News', '--topics', 'world'], { cwd });
  expect(run).toMatchObject({ code: 0, err: '' });
  expect(run.out).toContain(`world-news  World News (en)  ${url}/world.xml`);
  expect(readFileSync(file, 'utf8')).toContain('topics: [world]');

  routes['/'] = (_, response) =>
    response.end(
      ['/world.xml', '/asia.xml']
        .map((href) => `<link rel="alternate" type="application/rss+xml" href="${href}">`)
        .join(''),
    );
  routes['/asia.xml'] = feedOf({ 8: at, 9: at });
  const several = await runCli(['feeds', 'add', url], { cwd });
  expect(several.code).toBe(1);
  expect(several.err).toContain(`${url}/asia.xml  t (2 entries)`);
  const wrong = await runCli(['feeds', 'add', `${url}/asia.xml`, '--topics', 'nowhere'], { cwd });
  expect(wrong.err).toContain('Unknown topic "nowhere"');
});

test('changes the name, language and topics of a feed, and says which of them is wrong', async () => {
  const { editor, url, config, text } = await start();
  await editor.add({ url: `${url}/world.xml`, title: 'World', language: 'en', topics: ['world'] });
  const edit = { id: 'world', name: 'Die Welt', language: 'German', topics: [] };
  await expect(editor.edit({ ...edit, language: 'Klingonish' })).rejects.toMatchObject({ field: 'language' });
  await expect(editor.edit({ ...edit, topics: ['moons'] })).rejects.toMatchObject({ field: 'topics' });
  await expect(editor.edit({ ...edit, id: 'other' })).rejects.toThrow('No feed "other" is configured');
  expect(await editor.edit(edit)).toMatchObject({ kind: 'reloaded', added: [], removed: [] });
  expect(config.feeds.list).toMatchObject([
    { id: 'world', name: 'Die Welt', language: 'de', topics: [], url: `${url}/world.xml` },
  ]);
  expect(text()).toContain('# ours');
});

test('removes a feed that was added, and one of the bundled catalog, of which the others stay', async () => {
  const { editor, url, path, config, text } = await start();
  await editor.add({ url: `${url}/world.xml`, title: 'World', language: 'en', topics: [] });
  await expect(editor.remove('asia')).rejects.toThrow('No feed "asia" is configured');
  expect(await editor.remove('world')).toMatchObject({ kind: 'reloaded', removed: ['world'] });
  expect(config.feeds.list).toEqual([]);
  expect(text()).toContain('# none');

  // A file that names none reads the default ones.
  writeFileSync(path, '# ours\n');
  await editor.reload();
  const before = config.feeds.list.map(({ id }) => id);
  await editor.remove('rss-en-asia');
  expect(before).toContain('rss-en-asia');
  expect(config.feeds.list.map(({ id }) => id)).toEqual(before.filter((id) => id !== 'rss-en-asia'));
  await editor.remove('rss-en-top');
  expect(config.feeds.list).toHaveLength(before.length - 2);
  expect(text()).toContain('# ours');
});
