import { parseHere } from '../../src/ingest/document-parser.ts';
import { createHttp } from '../../src/runtime/http.ts';
import { userAgent } from '../../src/services/http-settings.ts';
import type { Newsroom } from '../../src/services/newsroom.ts';
import { createNewsroomPoller } from '../../src/services/poller.ts';

/** Polls the configured feeds of a site on this machine, and stops. */
export async function readFeedsOnce(newsroom: Newsroom, siteUrl: string): Promise<void> {
  const { config, storage } = newsroom;
  const http = createHttp({ userAgent: userAgent(config), allowPrivateHosts: [new URL(siteUrl).host] });
  await storage.feeds.register(config.feeds.list);
  const poller = createNewsroomPoller(newsroom, { http, documents: parseHere });
  await poller.pollDue();
  await poller.stop();
  await http.stop();
}
