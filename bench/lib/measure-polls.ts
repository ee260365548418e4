import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import Parser from 'rss-parser';
import { parseConfig } from '../../src/config/config.ts';
import { createDocumentPool } from '../../src/ingest/document-parser.ts';
import { createHttp } from '../../src/runtime/http.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { openNewsroom } from '../../src/services/newsroom.ts';
import { createNewsroomPoller } from '../../src/services/poller.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { pollDocument } from './poll-document.ts';

export interface PollCosts {
  /** CPU ms of each poll, all threads together but that of the feed's server. */
  readonly unchanged: readonly number[];
  readonly changed: readonly number[];
  /** Of one conditional request by the built-in fetch that is answered "not modified". */
  readonly bareRequest: readonly number[];
  /** Of rss-parser alone on the document that changed. */
  readonly bareParser: readonly number[];
}

const atOnce = 10;

/** Polls with everything that belongs to them (request, parsing, storage on disk), and what they rest on by itself. */
export async function measurePolls(rounds: number): Promise<PollCosts> {
  const polls = await openPolls();
  const costs = { unchanged: [], changed: [], bareRequest: [], bareParser: [] } satisfies Record<string, number[]>;
  const spend: Record<keyof PollCosts, () => Promise<unknown>> = {
    unchanged: () => polls.poll('unchanged'),
    changed: () => polls.poll('changed'),
    bareRequest: async () => {
      const answer = await fetch(`${polls.site}/unchanged`, { headers: { 'if-none-match': '"1"' } });
      return answer.text();
    },
    bareParser: () => new Parser().parseString(pollDocument(rounds)),
  };
  // They take turns, so that whatever else the machine does falls on all; by tens, since one leaves work to the next. The first ten warm up.
  for (let round = 0; round < rounds + atOnce; round += atOnce) {
    for (const [name, work] of Object.entries(spend)) {
      for (let one = 0; one < atOnce; one++) {
        const cost = await polls.cpuMs(work);
        if (round > 0 && one > 0) (costs as Record<string, number[]>)[name]?.push(cost);
      }
    }
  }
  await polls.stop();
  return costs;
}

/** A service with two feeds, on disk, and their server in a thread of its own. */
export async function openPolls() {
  const server = new Worker(new URL('poll-server.ts', import.meta.url));
  const port = await new Promise<number>((resolve) => server.once('message', resolve));
  const dataDir = mkdtempSync(join(tmpdir(), 'kurzwelle-bench-'));
  const site = `http://127.0.0.1:${port}`;
  let now = Temporal.Instant.from('2026-10-04T12:00:00Z');
  const db = await openDatabase(dataDir);
  const http = createHttp({ userAgent: 'bench', allowPrivateHosts: [`127.0.0.1:${port}`] });
  const defaults = parseConfig('', 'bench');
  const documents = createDocumentPool();
  const pollers = new Map<string, { pollDue(): Promise<unknown> }>();
  for (const id of ['unchanged', 'changed']) {
    const url = `${site}/${id}`;
    const list = [{ id, name: id, url, language: 'en', topics: [], namespace: 'dw' }];
    const config = { ...defaults, feeds: { ...defaults.feeds, list } };
    const newsroom = await openNewsroom({ config, db, clock: { now: () => now }, log: silentLog });
    await newsroom.storage.feeds.register(list);
    const poller = createNewsroomPoller(newsroom, { http, documents });
    await poller.pollDue();
    pollers.set(id, poller);
  }
  const spentMs = async (): Promise<number> => {
    const [all, ofServer] = [process.cpuUsage(), await server.cpuUsage()];
    return (all.user + all.system - ofServer.user - ofServer.system) / 1_000;
  };
  return {
    site,
    /** CPU that all threads but the server's spend on the work, ms: documents are parsed in threads of their own. */
    async cpuMs(work: () => Promise<unknown>): Promise<number> {
      const before = await spentMs();
      await work();
      return (await spentMs()) - before;
    },
    async poll(id: string) {
      // By then the feed is due, whatever it asked for.
      now = now.add({ hours: 5 });
      await pollers.get(id)?.pollDue();
    },
    async stop() {
      await http.stop();
      await documents.stop();
      await db.destroy();
      await server.terminate();
      rmSync(dataDir, { recursive: true });
    },
  };
}
