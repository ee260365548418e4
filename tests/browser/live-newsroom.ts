import { onTestFinished } from 'vitest';
import { commands } from '../../commands/index.ts';
import { createLocalChat } from '../../src/chat/local/local-chat.ts';
import { startLocalServer } from '../../src/chat/local/server.ts';
import { readSampleEdition } from '../../src/cli/demo/sample-edition/read-sample-edition.ts';
import { startSampleServer } from '../../src/cli/demo/sample-edition/sample-server.ts';
import { parseConfig } from '../../src/config/config.ts';
import { parseHere } from '../../src/ingest/document-parser.ts';
import { pageExtras } from '../../src/lifecycle/start-server.ts';
import { createHttp } from '../../src/runtime/http.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { createHandlers } from '../../src/services/handlers.ts';
import { userAgent } from '../../src/services/http-settings.ts';
import { openNewsroom } from '../../src/services/newsroom.ts';
import { createNewsroomOutbox } from '../../src/services/outbox.ts';
import { createNewsroomPoller } from '../../src/services/poller.ts';
import { openMemoryDatabase } from '../../src/storage/database.ts';
import { FakeClock } from '../fakes/fake-clock.ts';

/** The whole service with the local page over the sample edition, in the evening of 18 July 2022, for one test. */
export async function startLiveNewsroom() {
  const clock = new FakeClock('2022-07-18T05:00:00Z');
  const site = await startSampleServer({ edition: await readSampleEdition(), now: () => clock.now() });
  const defaults = parseConfig('', 'test');
  const url = `${site.url}/rdf/rss-en-all`;
  const list = [{ id: 'all', name: 'All', url, language: 'en', topics: [], namespace: 'dw', isTop: true }];
  const feeds = { ...defaults.feeds, list, slowestMinutes: defaults.feeds.everyMinutes };
  const config = { ...defaults, feeds };
  const newsroom = await openNewsroom({ config, db: await openMemoryDatabase(), clock, log: silentLog });
  const http = createHttp({ userAgent: userAgent(config), allowPrivateHosts: [new URL(site.url).host] });
  const poller = createNewsroomPoller(newsroom, { http, documents: parseHere });
  const chat = createLocalChat({
    posts: newsroom.storage.localPosts,
    clock,
    channels: [{ id: 'newsroom' }, { id: 'asia-desk', purpose: 'Asia' }],
  });
  await chat.start(createHandlers(newsroom));
  const outbox = createNewsroomOutbox(newsroom, [chat]);
  await newsroom.storage.feeds.register(list);
  // What comes with the first poll is old; what comes with the second is news.
  await poller.pollDue();
  clock.set('2022-07-18T21:00:00Z');
  await poller.pollDue();
  const server = await startLocalServer({
    ...{ chat, commands, plainTextCommand: 'ask', ...pageExtras(newsroom) },
    status: async () => ({ ready: true }),
  });
  onTestFinished(async () => {
    await server.stop();
    await Promise.all([poller.stop(), outbox.stop()]);
    await Promise.all([http.stop(), site.stop(), newsroom.charts.stop()]);
    await newsroom.storage.close();
  });
  return { url: server.url, clock, outbox, poller, newsroom };
}
