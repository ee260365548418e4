import { afterAll, beforeAll, expect, test } from 'vitest';
import { renderTerminal } from '../../src/chat/local/render-terminal.ts';
import { readSampleEdition } from '../../src/cli/demo/sample-edition/read-sample-edition.ts';
import { type SampleServer, startSampleServer } from '../../src/cli/demo/sample-edition/sample-server.ts';
import { parseConfig } from '../../src/config/config.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { type Newsroom, openNewsroom } from '../../src/services/newsroom.ts';
import { openMemoryDatabase } from '../../src/storage/database.ts';
import { FakeClock } from '../fakes/fake-clock.ts';
import { readFeedsOnce } from '../fakes/read-feeds-once.ts';

const clock = new FakeClock('2022-07-19T07:00:00Z');
let site: SampleServer;
let newsroom: Newsroom;

/** The whole sample edition, English and German, as it stands on the morning of its last day. */
beforeAll(async () => {
  site = await startSampleServer({ edition: await readSampleEdition(), now: () => clock.now() });
  const feed = (id: string, language: string, topics: readonly string[] = []) => {
    return { id, name: id, url: `${site.url}/rdf/${id}`, language, topics, namespace: 'dw' };
  };
  const list = [feed('rss-en-all', 'en'), feed('rss-en-asia', 'en', ['asia']), feed('rss-de-all', 'de')];
  const defaults = parseConfig('', 'test');
  const config = { ...defaults, feeds: { ...defaults.feeds, list } };
  newsroom = await openNewsroom({ config, db: await openMemoryDatabase(), clock, log: silentLog });
  await readFeedsOnce(newsroom, site.url);
  clock.advance({ minutes: 30 });
});

afterAll(async () => {
  await site.stop();
  await newsroom.storage.close();
});

test.each([
  ['everything', 'en', 'normal'],
  ['everything', 'en', 'short'],
  ['everything', 'en', 'headlines'],
  ['asia', 'en', 'long'],
  ['everything', 'de', 'normal'],
  ['chess', 'en', 'normal'],
] as const)('a briefing on %s in %s, %s, is one that was read and signed', async (interest, language, length) => {
  const message = await newsroom.services.briefings.briefNow({
    interest,
    language,
    length,
    since: Temporal.Instant.from('2022-07-10T00:00:00Z'),
    zone: 'Europe/Berlin',
  });
  expect(renderTerminal(message, { width: 100, color: false }).replaceAll(site.url, '')).toMatchSnapshot();
});
