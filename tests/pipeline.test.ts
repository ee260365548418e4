import { beforeAll, describe, expect, test } from 'vitest';
import { readSampleEdition } from '../src/cli/demo/sample-edition/read-sample-edition.ts';
import { type SampleServer, startSampleServer } from '../src/cli/demo/sample-edition/sample-server.ts';
import { parseConfig } from '../src/config/config.ts';
import type { Feed } from '../src/feeds/entry.ts';
import { parseHere } from '../src/ingest/document-parser.ts';
import { createHttp } from '../src/runtime/http.ts';
import { silentLog } from '../src/runtime/log.ts';
import { userAgent } from '../src/services/http-settings.ts';
import { type Newsroom, openNewsroom } from '../src/services/newsroom.ts';
import { createNewsroomOutbox } from '../src/services/outbox.ts';
import { createNewsroomPoller } from '../src/services/poller.ts';
import { openMemoryDatabase } from '../src/storage/database.ts';
import { textOf } from './commands/newsroom.ts';
import { FakeChat } from './fakes/fake-chat.ts';
import { FakeClock } from './fakes/fake-clock.ts';

const channel = { platform: 'local', workspaceId: 'local', channelId: 'newsroom' } as const;
const caller = { channel, userId: 'u1', userName: 'Reader', mayManage: true, locale: 'en' };
const toll = 'dw:62481850';

let site: SampleServer;
let newsroom: Newsroom;
const clock = new FakeClock('2022-07-17T20:00:00Z');
const chat = new FakeChat();

function feed(form: 'rdf' | 'xml' | 'atom', id: string, topics: readonly string[], isTop = false): Feed {
  return { id, name: id, url: `${site.url}/${form}/${id}`, language: 'en', topics, namespace: 'dw', isTop };
}

/** The whole way, once: three feeds in three forms, polled before and after a day's news, with two briefings between. */
beforeAll(async () => {
  site = await startSampleServer({ edition: await readSampleEdition(), now: () => clock.now() });
  const defaults = parseConfig('', 'test');
  const list = [
    feed('rdf', 'rss-en-all', []),
    feed('xml', 'rss-en-top', [], true),
    feed('atom', 'rss-en-asia', ['asia']),
  ];
  // All feeds are asked each time: the few entries of the sample would have the service ask rarely.
  const config = { ...defaults, feeds: { ...defaults.feeds, list, slowestMinutes: defaults.feeds.everyMinutes } };
  newsroom = await openNewsroom({ config, db: await openMemoryDatabase(), clock, log: silentLog });
  const http = createHttp({ userAgent: userAgent(config), allowPrivateHosts: [new URL(site.url).host] });
  const poller = createNewsroomPoller(newsroom, { http, documents: parseHere });
  const outbox = createNewsroomOutbox(newsroom, [chat]);
  await newsroom.storage.feeds.register(list);
  await poller.pollDue();
  await newsroom.services.subscriptions.add(caller, { interest: 'everything', times: '08:00', zone: 'Europe/Berlin' });
  for (const now of ['2022-07-18T05:55:00Z', '2022-07-18T22:00:00Z', '2022-07-19T05:55:00Z', '2022-07-19T07:30:00Z']) {
    clock.set(now);
    await poller.pollDue();
    clock.advance({ minutes: 5 });
    await outbox.tick();
  }
  return async () => {
    await poller.stop();
    await outbox.stop();
    await http.stop();
    await site.stop();
    await newsroom.storage.close();
  };
});

describe('ingest', () => {
  test('an article listed in three feeds is archived once and has the topics of all', async () => {
    const entries = await newsroom.storage.feeds.entriesOf('dw:62491205');
    expect(entries.map(({ feed_id }) => feed_id).toSorted()).toEqual(['rss-en-all', 'rss-en-asia', 'rss-en-top']);
    expect((await newsroom.archive.findArticle('dw:62491205'))?.topics).toContain('asia');
  });

  test('an update under the same id is a revision, with its old headline kept', async () => {
    const revisions = await newsroom.storage.articles.revisionsOf(toll);
    expect(revisions.length).toBeGreaterThanOrEqual(3);
    expect(new Set(revisions.map(({ headline }) => headline)).size).toBeGreaterThanOrEqual(2);
  });

  test('every entry has a recorded fate', async () => {
    const counts = await newsroom.storage.feeds.entryCounts();
    expect(counts.filter(({ state }) => state !== 'stored' && state !== 'unchanged')).toEqual([]);
  });

  test('articles hold prose alone', async () => {
    for (const { sentences } of await newsroom.archive.listArticles({})) {
      const text = sentences.map(({ text: sentence }) => sentence).join('\n');
      expect(text).not.toMatch(
        /Skip next section|Advertisement|JavaScript|Send us your feedback|Edited by|\$\{formatId\}/,
      );
    }
  });
});

describe('delivery', () => {
  /** A day before the channel subscribed. */
  const dayBeforeFirst = Temporal.Instant.from('2022-07-16T20:00:00Z');

  async function sentBriefings() {
    const sent = await newsroom.storage.deliveries.list({ state: 'sent', limit: 9 });
    const found = await Promise.all(sent.map(({ briefingId = '' }) => newsroom.storage.briefings.find(briefingId)));
    return found.filter((briefing) => briefing !== undefined);
  }

  test('two mornings are two briefings, each once', () => {
    expect(chat.sent.map(({ options }) => options.deliveryId)).toEqual(['1-2022-07-18T08:00', '1-2022-07-19T08:00']);
  });

  test('what came with the first, silent poll is told by the first briefing alone, and only of the day before', async () => {
    const told = chat.sent.map(({ message }) =>
      message.blocks.flatMap((block) => (block.kind === 'sources' ? block.sources : [])),
    );
    expect(told.flat().length).toBeGreaterThan(5);
    for (const [briefing, sources] of told.entries())
      for (const { url } of sources) {
        const id = `dw:${/-(\d+)$/.exec(url)?.[1]}`;
        const [first] = await newsroom.storage.articles.revisionsOf(id);
        const isSeed = (await newsroom.storage.feeds.entriesOf(id)).every(({ reason }) =>
          reason.includes('first poll'),
        );
        const isOfItsDay = first && Temporal.Instant.compare(first.publishedAt, dayBeforeFirst) >= 0;
        expect({ id, isSeed: isSeed && !(briefing === 0 && isOfItsDay) }).toEqual({ id, isSeed: false });
      }
  });

  test('every sentence is verbatim in the article that its citation names', async () => {
    const statements = (await sentBriefings()).flatMap(({ stories }) => stories.flatMap((story) => story.statements));
    expect(statements.length).toBeGreaterThan(10);
    for (const { text, citations } of statements) {
      const [citation] = citations;
      const article = await newsroom.archive.findArticle(citation?.articleId ?? '', citation?.revision);
      expect(article?.sentences[citation?.sentence ?? -1]?.text).toBe(text);
    }
  });

  test('no sentence is told twice in two days', async () => {
    // As they were composed: a later correction may stand in both posts.
    const quoted = (await sentBriefings()).flatMap(({ stories }) =>
      stories.flatMap(({ statements }) => statements.map(({ text }) => text)),
    );
    expect(quoted.length).toBeGreaterThan(10);
    expect(new Set(quoted).size).toBe(quoted.length);
  });

  test('why says which feeds list an article, why it has its topics, and who was told', async () => {
    const text = textOf(await newsroom.services.explain(toll));
    for (const part of [
      'rss-en-all: archived: revision',
      'rss-en-asia: ',
      'asia: feed rss-en-asia',
      'subscription 1 (everything) in local newsroom, scheduled for 2022-07-19T08:00',
    ]) {
      expect(text).toContain(part);
    }
  });

  test('one event has one place', () => {
    const titles = chat.sent.at(-1)?.message.summary ?? '';
    expect(titles.match(/Sarwana/g)).toHaveLength(1);
    expect(titles.match(/Seoul|South Korea/g)).toHaveLength(1);
  });
});

test('why explains what became of an article', async () => {
  const message = await newsroom.services.explain(`https://www.dw.com/en/whatever/a-${toll.slice(3)}`);
  expect(JSON.stringify(message)).toContain('Revision 3');
  await expect(newsroom.services.explain('99999999')).rejects.toThrow('"99999999" isn\'t in any feed we read');
});
