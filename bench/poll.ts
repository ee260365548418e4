import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { parseConfig } from '../src/config.ts';
import { createNewsroomPoller, openNewsroom } from '../src/main.ts';
import { createHttp } from '../src/runtime/http.ts';
import { silentLog } from '../src/runtime/log.ts';
import { openDatabase } from '../src/storage/database.ts';

/**
 * CPU of a poll with everything that belongs to it: request, parsing, storage on disk. The feed's server runs in a thread of its own, whose
 * CPU is not counted. `node bench/poll.ts`
 */

const entries = 150;
const rounds = 200;

if (isMainThread) await measure();
else serve();

async function measure(): Promise<void> {
  const server = new Worker(new URL(import.meta.url));
  const port = await new Promise<number>((resolve) => server.once('message', resolve));
  const dataDir = mkdtempSync(join(tmpdir(), 'kurzwelle-bench-'));
  const defaults = parseConfig('', 'bench');
  const feed = (id: string) => ({
    id,
    name: id,
    url: `http://127.0.0.1:${port}/${id}`,
    language: 'en',
    topics: [],
    namespace: 'dw',
  });
  const list = [feed('unchanged')];
  const changing = [feed('changed')];
  let now = Temporal.Instant.from('2026-10-04T12:00:00Z');
  const clock = { now: () => now };
  const db = await openDatabase(dataDir);
  const http = createHttp({ userAgent: 'bench', allowPrivateHosts: [`127.0.0.1:${port}`] });
  const pollers = await Promise.all(
    [list, changing].map(async (feeds) => {
      const config = { ...defaults, feeds: { ...defaults.feeds, list: feeds } };
      const newsroom = await openNewsroom({ config, db, clock, log: silentLog });
      await newsroom.storage.feeds.register(feeds);
      const poller = createNewsroomPoller(newsroom, { http });
      await poller.pollDue();
      return { name: feeds[0]?.id, poller };
    }),
  );
  for (const { name, poller } of pollers) {
    const costs: number[] = [];
    for (let round = 0; round < rounds; round++) {
      now = now.add({ hours: 5 });
      const before = process.threadCpuUsage();
      await poller.pollDue();
      const { user, system } = process.threadCpuUsage(before);
      costs.push((user + system) / 1000);
    }
    const sorted = costs.slice(rounds / 4).toSorted((a, b) => a - b);
    const mean = sorted.reduce((sum, cost) => sum + cost, 0) / sorted.length;
    console.log(
      `${name?.padEnd(10)} CPU ms a poll: median ${sorted[sorted.length >> 1]?.toFixed(2)}, mean ${mean.toFixed(2)} (${entries} entries, ${sorted.length} polls)`,
    );
  }
  await http.stop();
  await db.destroy();
  await server.terminate();
  rmSync(dataDir, { recursive: true });
}

/** Two feeds of the same entries, galleries since they need no page: one that answers "not modified", one that is another document each time. */
function serve(): void {
  let version = 0;
  const server = createServer(({ url = '', headers }, response) => {
    if (url === '/unchanged' && headers['if-none-match'] === '"1"') return response.writeHead(304).end();
    if (url === '/robots.txt') return response.writeHead(404).end();
    response.setHeader('etag', url === '/unchanged' ? '"1"' : `"${version++}"`);
    return response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(document(version));
  });
  server.listen(0, '127.0.0.1', () => parentPort?.postMessage((server.address() as AddressInfo).port));
}

function document(version: number): string {
  const items = Array.from({ length: entries }, (_, index) => {
    const number = 70_000_000 + index;
    return `<item><guid isPermaLink="false">${number}</guid><pubDate>Sun, 4 Oct 2026 ${String(index % 12).padStart(2, '0')}:00:00 GMT</pubDate><title>Headline number ${index} of the bench</title><link>https://www.dw.com.invalid/en/headline-${index}/g-${number}?maca=en-x</link><description>Sentence that tells in a few words what number ${index} is about, as long as those of a feed are.</description><category>News</category></item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Bench ${version}</title><lastBuildDate>Sun, 4 Oct 2026 12:00:00 GMT</lastBuildDate>${items.join('')}</channel></rss>`;
}
