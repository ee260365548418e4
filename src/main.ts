import { loadConfig } from './config/config.ts';
import { readSecret } from './config/environment.ts';
import { createLiveConfig } from './config/live-config.ts';
import { createDocumentPool } from './ingest/document-parser.ts';
import { joinCluster, parseRoles } from './lifecycle/cluster-membership.ts';
import { createTick } from './lifecycle/create-tick.ts';
import { setUpOnFirstRun } from './lifecycle/first-run.ts';
import { createHealthMonitor } from './lifecycle/health-monitor.ts';
import { openObservation } from './lifecycle/observe.ts';
import { redactSecretsOf } from './lifecycle/secrets-of.ts';
import { handleHangup, stopInTime, stopPolling, stopSignal } from './lifecycle/shutdown.ts';
import { startChats } from './lifecycle/start-chats.ts';
import { startServer } from './lifecycle/start-server.ts';
import { openModel } from './models/open-model.ts';
import { systemClock } from './runtime/clock.ts';
import { startTick } from './runtime/cron.ts';
import { foldRepeats } from './runtime/fold-repeats.ts';
import { createHttp } from './runtime/http.ts';
import { createLog } from './runtime/log.ts';
import { createRobots } from './runtime/robots.ts';
import { startSparing } from './runtime/spare-memory.ts';
import { type UnexpectedErrors, watchUnexpectedErrors } from './runtime/unexpected-errors.ts';
import { createFeedEditor } from './services/feed-editor.ts';
import { createHandlers, sendingAtOnce } from './services/handlers.ts';
import { httpSettings, userAgent } from './services/http-settings.ts';
import { openNewsroom } from './services/newsroom.ts';
import { openData } from './services/open-data.ts';
import { createFeedAlerts } from './services/operator-alerts.ts';
import { createNewsroomOutbox } from './services/outbox.ts';
import { createNewsroomPoller } from './services/poller.ts';
import { createReload } from './services/reload.ts';
import { configurationPath } from './services/setup/set-up.ts';
import type { DamageNotice } from './storage/damage.ts';
import { isDatabaseOutage } from './storage/database-trouble.ts';

export interface ServeOptions {
  readonly roles?: string;
  /** Hosts of this machine that may be read, and another address than Discord's, for tests. */
  readonly allowPrivateHosts?: readonly string[];
  readonly discordApi?: string;
  /** Another thread for documents, for tests. */
  readonly documentWorker?: URL;
}

/** More hosts than any configuration of Deutsche Welle's feeds has. */
const hostsTogether = 16;

/** So long the start waits for the check of the pages: enough for some 400 MB. A larger archive is checked beside the service. */
const checkForMs = 2_000;

/**
 * `kurzwelle serve`: the service, until SIGTERM or SIGINT; on a first run it is set up in a browser. Unreachable feeds are reported and tried again; the service stays. With
 * `--roles` a part of it, beside other processes on the same PostgreSQL server.
 */
export async function serve(
  given: Readonly<Record<string, string | undefined>>,
  options: ServeOptions = {},
): Promise<void> {
  const roles = parseRoles(options.roles);
  const env = options.roles === undefined ? await setUpOnFirstRun(given, (line) => console.error(line)) : given;
  if (env === undefined) return;
  const live = createLiveConfig(loadConfig(env));
  const { config } = live;
  const redact = redactSecretsOf(env);
  const log = foldRepeats(createLog({ level: config.log.level, isTerminal: process.stderr.isTTY === true, redact }));
  const data = await openData(config, env, log, { checkForMs });
  const { damage } = data;
  const observation = await openObservation(env, { log, redact });
  const { registry, metrics, trace } = observation;
  const unexpected = watchUnexpectedErrors({ log, count: metrics.recordUnexpected, isHarmless: isDatabaseOutage });
  const opened = await openModel(config.model, readSecret('KURZWELLE_MODEL_KEY', env));
  const newsroom = await openNewsroom({
    ...{ config, db: data.db, damage, clock: systemClock, log, model: opened?.model, trace },
  });
  await unlessDamaged(damage, () => newsroom.storage.feeds.register(config.feeds.list));
  const cluster = await joinCluster({ url: data.url, roles }, newsroom);
  const { jobs, locks, sharing } = cluster;
  const { clock } = newsroom;
  const observed = { metrics, trace, now: () => clock.now() };
  const handlers = createHandlers({ ...newsroom, services: sendingAtOnce(newsroom.services, jobs) }, observed);
  const listens = roles.has('chat');
  const { discordApi, allowPrivateHosts = [] } = options;
  const isShared = data.url !== undefined;
  const chats = await startChats(env, { newsroom, handlers, observed, registry, locks, listens, isShared, discordApi });
  const { local, discord, slack } = chats;
  const http = createHttp(httpSettings(config, allowPrivateHosts));
  const documents = createDocumentPool({
    onGivenUp: metrics.recordGivenUp,
    ...(options.documentWorker && { worker: options.documentWorker }),
  });
  const poller = createNewsroomPoller(newsroom, {
    http,
    documents,
    pagePauseMs: config.feeds.pagePauseSeconds * 1_000,
    onPolled: (_feed, result) => metrics.recordPoll(result),
    onAlert: createFeedAlerts(newsroom, chats.observed),
    locks,
  });
  const healthMonitor = createHealthMonitor({
    newsroom,
    chats: chats.observed,
    discord: listens ? discord : undefined,
    isLocal: !isShared,
    redact,
  });
  const outbox = createNewsroomOutbox(newsroom, chats.observed, {
    locks,
    sharing: () => sharing('deliver'),
    onDelivered({ dueAt }) {
      metrics.recordDelivered(dueAt.until(clock.now()).total('seconds'));
      healthMonitor.delivered();
    },
  });
  const reload = createReload({ live, load: () => loadConfig(env), register: newsroom.storage.feeds.register, log });
  const onHangup = handleHangup(reload, log);
  const feeds = createFeedEditor({
    ...{ config, http, documents, reload, path: configurationPath(env) },
    robots: createRobots({ http, userAgent: userAgent(config), clock }),
  });
  const server = await startServer({ newsroom, chats, healthMonitor, metrics, feeds, env });
  const tick = createTick({ newsroom, roles, poller, outbox, cluster, healthMonitor });
  damage.onFound(({ text }) => {
    log.error({ what: text }, 'the archive is damaged: it is only read from now on, nothing is polled or delivered');
    for (const part of [stopPolling(poller, { http, documents }), outbox.stop(), jobs.stop()])
      part.catch((err: unknown) => log.error({ err }, 'a part of the service failed to stop'));
    void tick();
  });
  await cluster.beat();
  if (roles.has('process')) await jobs.work('poll-feed', hostsTogether, poller.pollHost);
  if (roles.has('deliver')) await jobs.work('deliver', 1, () => outbox.tick());
  // Where others have polled meanwhile, what is due has no rush.
  if (roles.has('poll') && sharing('poll') === 1) await unlessDamaged(damage, () => poller.spread());
  const cron = startTick(tick);
  void tick();
  const sparing = startSparing();
  await Promise.race([stopSignal(), failing(unexpected)]);
  onHangup.stop();
  log.info('stopping');
  healthMonitor.stopping();
  await stopInTime(
    [
      { name: 'ticks', stop: () => cron.stop() },
      {
        name: 'feeds and deliveries',
        stop: () => Promise.all([stopPolling(poller, { http, documents }), outbox.stop()]),
      },
      { name: 'jobs', stop: () => cluster.stop() },
      { name: 'server', stop: () => server.stop() },
      { name: 'Discord', stop: () => discord?.stop() },
      { name: 'Slack', stop: () => slack?.stop() },
      { name: 'local chat', stop: () => local.stop() },
      { name: 'charts', stop: () => newsroom.charts.stop() },
      { name: 'model', stop: () => opened?.stop() },
      { name: 'reader', stop: () => newsroom.generation?.stop?.() },
      { name: 'traces', stop: () => observation.stop() },
      { name: 'memory', stop: () => sparing.stop() },
    ],
    { log },
  );
  await data.close();
  log.stop();
  unexpected.stop();
  // A request that nobody waits for any more would keep the process.
  setTimeout(() => process.exit(), 200).unref();
}

/** Resolves when the service has to restart; a supervisor recognizes that by the exit code. */
async function failing({ fatal }: UnexpectedErrors): Promise<void> {
  await fatal;
  process.exitCode = 1;
}

/** A write of the start, which a damaged archive refuses: the service then only reads. */
async function unlessDamaged(damage: DamageNotice, write: () => Promise<void>): Promise<void> {
  try {
    if (!damage.found()) await write();
  } catch (error) {
    if (!damage.found()) throw error;
  }
}
