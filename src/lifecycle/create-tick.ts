import type { Outbox } from '../deliveries/outbox.ts';
import { createPruner } from '../deliveries/prune-ended.ts';
import type { Poller } from '../ingest/poll-feeds.ts';
import { createArchivePruner } from '../ingest/prune-archive.ts';
import { createArchiveRereader } from '../ingest/reread-archive.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Newsroom } from '../services/newsroom.ts';
import { databaseTrouble } from '../storage/database-trouble.ts';
import type { ClusterMembership, Role } from './cluster-membership.ts';
import type { HealthMonitor } from './health-monitor.ts';

/** The parts of a service that has begun. */
export interface TickOptions {
  readonly newsroom: Newsroom;
  readonly roles: ReadonlySet<Role>;
  readonly poller: Poller;
  readonly outbox: Pick<Outbox, 'tick'>;
  readonly cluster: ClusterMembership;
  readonly healthMonitor: HealthMonitor;
}

/** What the service does each minute, by its roles: side by side, since a slow feed must not hold up a briefing that is due. */
export function createTick({
  newsroom,
  roles,
  poller,
  outbox,
  cluster,
  healthMonitor,
}: TickOptions): () => Promise<void> {
  const prune = createPruning(newsroom);
  const deliver = () => outbox.tick().then(prune);
  const watchAlone = async (): Promise<void> => {
    const hold = await cluster.locks.take('watch');
    await (hold && healthMonitor.tick().finally(() => hold.release()));
  };
  const rereader = createArchiveRereader(newsroom);
  const rereadAlone = async (): Promise<void> => {
    const hold = await cluster.locks.take('reread');
    await (hold && rereader.tick().finally(() => hold.release()));
  };
  const parts = [
    ...(roles.has('poll') ? [() => sendDueFeeds(poller, cluster.jobs), rereadAlone] : []),
    ...(roles.has('deliver') ? [deliver, watchAlone] : []),
    cluster.beat,
  ];
  return async () => {
    // A damaged archive is read-only: the health monitor reports it, and nothing else starts.
    const begun = newsroom.damage.found() ? [watchAlone] : parts;
    const ends = await Promise.allSettled(begun.map((part) => part()));
    const errors = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : []));
    for (const err of errors) {
      const what = databaseTrouble(err)?.text;
      newsroom.log.error({ err }, what ?? 'a tick failed; the next one retries');
    }
    healthMonitor.ticked(errors[0]);
  };
}

function createPruning({ config, storage, clock, log }: Newsroom): () => Promise<void> {
  const { deliveryDays, articleDays } = config.retention;
  const pruner = createPruner({ storage: storage.retention, days: deliveryDays, clock, log });
  const archivePruner = createArchivePruner({
    storage: storage.archiveRetention,
    // What a feed may still list would be read again.
    days: articleDays && Math.max(articleDays, config.feeds.maxAgeDays + 1),
    clock,
    log,
  });
  return async () => {
    await pruner.tick();
    await archivePruner.tick();
  };
}

async function sendDueFeeds(poller: Poller, jobs: Jobs): Promise<void> {
  await poller.alertOperator();
  for (const host of await poller.dueHosts()) await jobs.send('poll-feed', host);
}
