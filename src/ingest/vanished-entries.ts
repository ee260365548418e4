import { fetchPage, type PageFetchOptions } from '../articles/fetch-page.ts';
import type { Entry, Feed } from '../feeds/entry.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Log } from '../runtime/log.ts';
import type { Storage } from '../storage/storage.ts';
import { withdrawPublished } from './recall.ts';

export interface VanishedOptions extends PageFetchOptions {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly log: Log;
}

/** Pages asked for in one poll: a feed that its editors fill by hand drops entries every hour. */
const mostPages = 3;

/**
 * Withdraws articles that posts quote and their publisher took off its site. An entry that a feed listed with its last poll, and does not list now
 * although it lists older ones, left before its time: its page is asked for once, and where that is gone as well (404, 410), so is the article. What
 * nobody was posted is left alone: feeds that editors fill by hand drop twenty entries a day, and each page would be asked for twice.
 */
export async function checkVanished(
  feed: Feed,
  entries: readonly Entry[],
  polledAt: Temporal.Instant,
  { storage, clock, log, ...http }: VanishedOptions,
): Promise<void> {
  const dates = entries.flatMap(({ publishedAt }) => publishedAt ?? []).toSorted(Temporal.Instant.compare);
  const [oldest] = dates;
  if (!oldest) return;
  const vanished = await storage.feeds.vanished(feed.id, {
    listed: new Set(entries.map(({ id }) => id)),
    before: polledAt,
    newerThan: oldest,
    limit: mostPages,
  });
  for (const { article_id: id, url, kind } of vanished) {
    const fetched = await fetchPage({ url, kind }, http);
    const status = fetched.kind === 'failed' ? fetched.error.status : undefined;
    if (status !== 404 && status !== 410) continue;
    if (!(await withdrawPublished(id, { storage, clock }))) continue;
    await storage.feeds.markWithdrawn(id, `its page is gone (${status}), and feed ${feed.id} lists it no more`);
    log.warn({ feedId: feed.id, articleId: id, status }, 'an article was withdrawn by its publisher');
  }
}
