import { readSampleEdition } from '../../../src/cli/demo/sample-edition/read-sample-edition.ts';
import { startSampleServer } from '../../../src/cli/demo/sample-edition/sample-server.ts';
import { parseConfig } from '../../../src/config/config.ts';
import { silentLog } from '../../../src/runtime/log.ts';
import { type Newsroom, openNewsroom } from '../../../src/services/newsroom.ts';
import { openMemoryDatabase } from '../../../src/storage/database.ts';
import { FakeClock } from '../../fakes/fake-clock.ts';
import { patientCharts } from '../../fakes/patient-charts.ts';
import { readFeedsOnce } from '../../fakes/read-feeds-once.ts';

/** A newsroom that has read the sample edition, at the time of its last briefing. */
export async function openSampleNewsroom(): Promise<Newsroom> {
  const clock = new FakeClock('2022-07-19T07:00:00Z');
  const site = await startSampleServer({ edition: await readSampleEdition(), now: () => clock.now() });
  const defaults = parseConfig('', 'test');
  const url = `${site.url}/rdf/rss-en-all`;
  const list = [{ id: 'all', name: 'All', url, language: 'en', topics: ['asia'], namespace: 'dw', isTop: true }];
  const config = { ...defaults, feeds: { ...defaults.feeds, list } };
  const db = await openMemoryDatabase();
  const newsroom = await openNewsroom({ config, db, clock, log: silentLog, charts: patientCharts() });
  await readFeedsOnce(newsroom, site.url);
  clock.advance({ minutes: 30 });
  await site.stop();
  return newsroom;
}
