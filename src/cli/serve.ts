import type { CommandServices } from '../../commands/define-command.ts';
import { commands } from '../../commands/index.ts';
import { createLocalChat } from '../chat/local/local-chat.ts';
import { startLocalServer } from '../chat/local/server.ts';
import { loadConfig } from '../config.ts';
import { createPruner } from '../deliveries/prune-ended.ts';
import type { Poller } from '../ingest/poll-feeds.ts';
import { createArchivePruner } from '../ingest/prune-archive.ts';
import type { Jobs } from '../jobs/jobs.ts';
import {
  createFeedAlerts,
  createHandlers,
  createNewsroomOutbox,
  createNewsroomPoller,
  openNewsroom,
  userAgent,
} from '../main.ts';
import { openModel } from '../models/open-model.ts';
import { createChannelsLost } from '../newsroom/channels-lost.ts';
import { readSecret } from '../read-secret.ts';
import { systemClock } from '../runtime/clock.ts';
import { startTick } from '../runtime/cron.ts';
import { createDiscordMetrics } from '../runtime/discord-metrics.ts';
import { createHttp } from '../runtime/http.ts';
import { createLog } from '../runtime/log.ts';
import { observeChat } from '../runtime/observe-chat.ts';
import { createSlackMetrics } from '../runtime/slack-metrics.ts';
import { startSparing } from '../runtime/spare-memory.ts';
import { systemTimer } from '../runtime/timer.ts';
import { databaseTrouble } from '../storage/sqlite/database-trouble.ts';
import { openCooperation } from './cooperation.ts';
import { lookAfter } from './look-after.ts';
import { openObservation } from './observe.ts';
import { openData } from './open-data.ts';
import { pageExtras } from './page-extras.ts';
import { parseRoles } from './roles.ts';
import { redactSecretsOf } from './secrets-of.ts';
import { startDiscord } from './start-discord.ts';
import { startSlack } from './start-slack.ts';
import { stopInTime } from './stop-in-time.ts';
import { stopSignal } from './stop-signal.ts';

export interface ServeOptions {
  readonly roles?: string;
  /** Hosts of this machine that may be read, and another address than Discord's, for tests. */
  readonly allowPrivateHosts?: readonly string[];
  readonly discordApi?: string;
}

/**
 * `kurzwelle serve`: the service, until SIGTERM or SIGINT. Unreachable feeds are reported and tried again; the service stays. With
 * `--roles` a part of it, beside other processes on the same PostgreSQL server.
 */
export async function serve(
  env: Readonly<Record<string, string | undefined>>,
  options: ServeOptions = {},
): Promise<void> {
  const roles = parseRoles(options.roles);
  const config = loadConfig(env);
  const redact = redactSecretsOf(env);
  const log = createLog({ level: config.log.level, isTerminal: process.stderr.isTTY === true, redact });
  const data = await openData(config, env, log);
  const observation = await openObservation(env, { log, redact });
  const { registry, metrics, trace } = observation;
  const opened = await openModel(config.model, readSecret('KURZWELLE_MODEL_KEY', env));
  const newsroom = await openNewsroom({ config, db: data.db, clock: systemClock, log, model: opened?.model, trace });
  await newsroom.storage.feeds.register(config.feeds.list);
  const cooperation = await openCooperation({ url: data.url, roles }, newsroom);
  const { jobs, locks, sharing } = cooperation;
  const { storage, clock } = newsroom;
  const observed = { metrics, trace, now: () => clock.now() };
  const chat = createLocalChat({
    posts: storage.localPosts,
    clock,
    channels: config.chat.local.channels.map((id) => ({ id })),
  });
  const handlers = createHandlers({ ...newsroom, services: sendingAtOnce(newsroom.services, jobs) }, observed);
  await chat.start(handlers);
  const chats = [observeChat(chat, observed)];
  const remote = { config, handlers: { ...handlers, ...createChannelsLost({ storage, chats, clock, log }) }, log };
  const listens = roles.has('chat');
  const { discordApi: api } = options;
  const discord = await startDiscord(env, { ...remote, locks, listens, ...(api !== undefined && { api }) });
  if (discord) createDiscordMetrics(registry, discord.state);
  const figures = createSlackMetrics(registry);
  const slack = await startSlack(env, { ...remote, listens, records: storage.slackInstallations, figures });
  for (const started of [discord, slack]) if (started) chats.push(observeChat(started, observed));
  const { allowPrivateHosts = [] } = options;
  const http = createHttp({ userAgent: userAgent(config), allowPrivateHosts });
  const poller = createNewsroomPoller(newsroom, {
    http,
    pagePauseMs: config.feeds.pagePauseSeconds * 1_000,
    onPolled: (_feed, result) => metrics.recordPoll(result),
    onAlert: createFeedAlerts(newsroom, chats),
    locks,
  });
  const outbox = createNewsroomOutbox(newsroom, chats, {
    locks,
    sharing: () => sharing('deliver'),
    onDelivered: ({ dueAt }) => metrics.recordDelivered(dueAt.until(clock.now()).total('seconds')),
  });
  const care = lookAfter({
    newsroom,
    chats,
    discord: listens ? discord : undefined,
    isLocal: data.url === undefined,
    redact,
  });
  const { page: hasPage = chats.length === 1, ...address } = config.server;
  const server = await startLocalServer({
    ...(hasPage && { chat, commands, plainTextCommand: 'ask', ...pageExtras(newsroom) }),
    async status() {
      const readiness = await care.readiness();
      // What is asked of a database in trouble would only fail, too.
      const status = readiness.ready ? await newsroom.services.status() : {};
      return { ...readiness, ...(discord && { discord: discord.state() }), ...status };
    },
    async metrics() {
      const [status, stories, disk, { reasons }] = await Promise.all([
        newsroom.services.status(),
        storage.stories.count(),
        care.disk(),
        care.readiness(),
      ]);
      return metrics.render({ ...status, stories, unready: reasons, ...(disk && { disk }) });
    },
    onError: (err, request) => log.error({ err, ...request }, 'request failed'),
    ...address,
  });
  log.info(
    { url: server.url, feeds: config.feeds.list.length, dataDir: config.dataDir },
    hasPage ? `Kurzwelle is running; the local page is ${server.url}` : 'Kurzwelle is running, without the local page',
  );

  const pruner = createPruner({ storage: storage.retention, days: config.retention.deliveryDays, clock, log });
  const { articleDays } = config.retention;
  const archivePruner = createArchivePruner({
    storage: newsroom.storage.archiveRetention,
    // What a feed may still list would be read again.
    days: articleDays && Math.max(articleDays, config.feeds.maxAgeDays + 1),
    clock,
    log,
  });
  await cooperation.beat();
  if (roles.has('process')) await jobs.work('poll-feed', hostsTogether, poller.pollHost);
  if (roles.has('deliver')) await jobs.work('deliver', 1, () => outbox.tick());
  // Where others have polled meanwhile, what is due has no rush.
  if (roles.has('poll') && sharing('poll') === 1) await poller.spread();
  const watchAlone = async (): Promise<void> => {
    const hold = await locks.take('watch');
    await (hold && care.tick().finally(() => hold.release()));
  };
  const parts = [
    ...(roles.has('poll') ? [() => sendDueFeeds(poller, jobs)] : []),
    ...(roles.has('deliver')
      ? [
          () =>
            outbox
              .tick()
              .then(() => pruner.tick())
              .then(() => archivePruner.tick()),
          watchAlone,
        ]
      : []),
    cooperation.beat,
  ];
  // A slow feed must not hold up a briefing that is due.
  const tick = async (): Promise<void> => {
    const ends = await Promise.allSettled(parts.map((part) => part()));
    const errors = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : []));
    for (const err of errors) {
      const what = databaseTrouble(err)?.text;
      log.error({ err }, what ?? 'a tick failed; the next one tries again');
    }
    care.ticked(errors[0]);
  };
  const cron = startTick(tick);
  void tick();
  const sparing = startSparing();
  await stopSignal();
  log.info('stopping');
  care.stopping();
  await stopInTime(
    [
      { name: 'ticks', stop: () => cron.stop() },
      { name: 'feeds and deliveries', stop: () => Promise.all([stopPolling(poller, http), outbox.stop()]) },
      { name: 'jobs', stop: () => cooperation.stop() },
      { name: 'server', stop: () => server.stop() },
      { name: 'Discord', stop: () => discord?.stop() },
      { name: 'Slack', stop: () => slack?.stop() },
      { name: 'local chat', stop: () => chat.stop() },
      { name: 'charts', stop: () => newsroom.charts.stop() },
      { name: 'model', stop: () => opened?.stop() },
      { name: 'traces', stop: () => observation.stop() },
      { name: 'memory', stop: () => sparing.stop() },
    ],
    { log },
  );
  await data.close();
  // A request that nobody waits for any more would keep the process.
  setTimeout(() => process.exit(), 200).unref();
}

/** More hosts than any configuration of Deutsche Welle's feeds has. */
const hostsTogether = 16;
/** So long a page that is being read may take when the service stops. */
const lastPageMs = 3_000;

/** Entries in hand are archived; a host that takes longer is cut off and asked anew by the next start. */
async function stopPolling(poller: Poller, http: { stop(): Promise<void> }): Promise<void> {
  const ended = new AbortController();
  const polled = poller.stop().finally(() => ended.abort());
  await Promise.race([polled, systemTimer.wait(lastPageMs, ended.signal)]);
  await http.stop();
  await polled;
}

async function sendDueFeeds(poller: Poller, jobs: Jobs): Promise<void> {
  await poller.alertOperator();
  for (const host of await poller.dueHosts()) await jobs.send('poll-feed', host);
}

/** What a person asks to be sent now is not left to the next tick. */
function sendingAtOnce(services: CommandServices, jobs: Jobs): CommandServices {
  const { briefings } = services;
  return {
    ...services,
    briefings: {
      ...briefings,
      async sendNow(subscription) {
        const answer = await briefings.sendNow(subscription);
        if (answer.kind === 'planned') await jobs.send('deliver', 'now');
        return answer;
      },
    },
  };
}
