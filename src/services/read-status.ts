import type { ServiceStatus } from '../../commands/define-command.ts';
import type { Config } from '../config/config.ts';
import { feedStatus } from '../ingest/feed-status.ts';
import type { Storage } from '../storage/storage.ts';

/** What `/status` tells: the archive, its feeds, deliveries and subscriptions. */
export async function readStatus({
  config,
  storage,
  startedAt,
  now,
}: {
  readonly config: Config;
  readonly storage: Storage;
  readonly startedAt: Temporal.Instant;
  readonly now: Temporal.Instant;
}): Promise<ServiceStatus> {
  const [extent, states, deliveries, subscriptions] = await Promise.all([
    storage.articles.extent(),
    storage.feeds.states(),
    storage.deliveries.counts(),
    storage.subscriptions.count(),
  ]);
  const rows = new Map(states.map((row) => [row.id, row]));
  return {
    startedAt,
    articles: extent.articles,
    ...(extent.since ? { since: extent.since } : {}),
    feeds: config.feeds.list.flatMap((feed) => {
      const row = rows.get(feed.id);
      return row ? feedStatus(feed, row, now) : [];
    }),
    deliveries,
    subscriptions,
  };
}
