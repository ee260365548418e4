import { expect, onTestFinished, test } from 'vitest';
import { parseConfig } from '../../src/config/config.ts';
import { createLiveConfig } from '../../src/config/live-config.ts';
import { parseHere } from '../../src/ingest/document-parser.ts';
import { createHttp } from '../../src/runtime/http.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { openNewsroom } from '../../src/services/newsroom.ts';
import { createNewsroomPoller } from '../../src/services/poller.ts';
import { createReload } from '../../src/services/reload.ts';
import { openMemoryDatabase } from '../../src/storage/database.ts';
import { FakeClock } from '../fakes/fake-clock.ts';
import { feedOf, startFeedServer } from '../ingest/feed-server.ts';

const now = '2024-03-05T08:00:00Z';

/** A newsroom with a poller over a configuration that a test writes. */
async function start(first: (url: string) => string) {
  const server = await startFeedServer();
  const host = new URL(server.url).host;
  let text = first(server.url);
  const load = () => parseConfig(text, 'kurzwelle.yaml');
  const live = createLiveConfig(load());
  const newsroom = await openNewsroom({
    config: live.config,
    db: await openMemoryDatabase(),
    clock: new FakeClock(now),
    log: silentLog,
  });
  const http = createHttp({ userAgent: 'test', allowPrivateHosts: [host] });
  const poller = createNewsroomPoller(newsroom, { http, documents: parseHere });
  const { register } = newsroom.storage.feeds;
  await register(live.config.feeds.list);
  onTestFinished(async () => {
    await poller.stop();
    await Promise.all([http.stop(), server.stop(), newsroom.charts.stop()]);
    await newsroom.storage.close();
  });
  const reload = createReload({ live, load, register, log: silentLog });
  const rewrite = (next: string) => {
    text = next;
    return reload();
  };
  return { newsroom, poller, server, rewrite };
}

const withFeeds = (url: string, names: readonly string[], more = '') =>
  `feeds:\n  use: []\n  add:\n${names.map((name) => `    - { id: ${name}, url: "${url}/${name}", name: "The ${name}" }\n`).join('')}${more}`;

test('a feed that was added is polled, one that was removed is not, and topics are known at once', async () => {
  const { newsroom, poller, server, rewrite } = await start((url) => withFeeds(url, ['old']));
  for (const name of ['old', 'fresh']) server.routes[`/${name}`] = feedOf({ 7: now });
  expect(() => newsroom.readInterest('topic:climate-talks', 'en')).toThrow();

  const talks = 'topics: [{ id: climate-talks, name: Climate talks }]\n';
  const done = await rewrite(withFeeds(server.url, ['fresh'], talks));
  expect(done).toEqual({ kind: 'reloaded', added: ['fresh'], removed: ['old'], needRestart: [] });
  await poller.pollDue();
  expect([server.timesAsked('/fresh'), server.timesAsked('/old')]).toEqual([1, 0]);
  const { feeds } = await newsroom.services.status();
  expect(feeds.map(({ name }) => name)).toEqual(['The fresh']);
  expect(newsroom.readInterest('topic:climate-talks', 'en').interest).toMatchObject({ topic: 'climate-talks' });
  expect(newsroom.services.topics.some(({ id }) => id === 'climate-talks')).toBe(true);
});

test('a file with problems changes nothing, and says all of them', async () => {
  const { newsroom, poller, server, rewrite } = await start((url) => withFeeds(url, ['old']));
  server.routes['/old'] = feedOf({ 7: now });
  const done = await rewrite(`${withFeeds(server.url, ['fresh'])}wrong: 1\ncontact: []\n`);
  expect(done.kind === 'kept' && done.problems).toEqual([
    expect.stringContaining('kurzwelle.yaml: line 5: wrong'),
    expect.stringContaining('kurzwelle.yaml: line 6: contact'),
  ]);
  await poller.pollDue();
  expect(server.timesAsked('/old')).toBe(1);
  expect(newsroom.config.feeds.list.map(({ id }) => id)).toEqual(['old']);
});
