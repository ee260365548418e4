import { Registry } from 'prom-client';
import type { CommandServices } from '../../commands/define-command.ts';
import { commands } from '../../commands/index.ts';
import type { Chat } from '../chat/chat.ts';
import { createLocalChat } from '../chat/local/local-chat.ts';
import { startLocalServer } from '../chat/local/server.ts';
import { loadConfig } from '../config.ts';
import { createPruner } from '../deliveries/prune-ended.ts';
import { createArchivePruner } from '../ingest/prune-archive.ts';
import type { Poller } from '../ingest/poll-feeds.ts';
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
import { createMetrics } from '../runtime/metrics.ts';
import { createSlackMetrics } from '../runtime/slack-metrics.ts';
import { openCooperation } from './cooperation.ts';
import { openData } from './open-data.ts';
import { pageExtras } from './page-extras.ts';
import { parseRoles } from './roles.ts';
import { redactSecretsOf } from './secrets-of.ts';
import { startDiscord } from './start-discord.ts';
import { startSlack } from './start-slack.ts';
import { stopSignal } from './stop-signal.ts';

/**
 * `kurzwelle serve`: the service, until SIGTERM or SIGINT. Unreachable feeds are reported and tried again; the service stays. With
 * `--roles` a part of it, beside other processes on the same PostgreSQL server.
 */
export async function serve(
  env: Readonly<Record<string, string | undefined>>,
  options: { readonly roles?: string } = {},
): Promise<void> {
  const roles = parseRoles(options.roles);
  const config = loadConfig(env);
  const log = createLog({
    level: config.log.level,
    isTerminal: process.stderr.isTTY === true,
    redact: redactSecretsOf(env),
  });
  const data = await openData(config, env, log);
  const opened = await openModel(config.model, readSecret('KURZWELLE_MODEL_KEY', env));
  const newsroom = await openNewsroom({ config, db: data.db, clock: systemClock, log, model: opened?.model });
  await newsroom.storage.feeds.register(config.feeds.list);
  const cooperation = await openCooperation({ url: data.url, roles }, newsroom);
  const { jobs, locks, sharing } = cooperation;
  const chat = createLocalChat({
    posts: newsroom.storage.localPosts,
    clock: systemClock,
    channels: config.chat.local.channels.map((id) => ({ id })),
  });
  const handlers = createHandlers({ ...newsroom, services: sendingAtOnce(newsroom.services, jobs) });
  await chat.start(handlers);
  const chats: Chat[] = [chat];
  const { storage, clock } = newsroom;
  const remote = { config, handlers: { ...handlers, ...createChannelsLost({ storage, chats, clock, log }) }, log };
  const listens = roles.has('chat');
  const discord = await startDiscord(env, { ...remote, locks, listens });
  const registry = new Registry();
  if (discord) createDiscordMetrics(registry, discord.state);
  const slack = await startSlack(env, {
    ...remote,
    listens,
    records: newsroom.storage.slackInstallations,
    figures: createSlackMetrics(registry),
  });
  chats.push(...(discord ? [discord] : []), ...(slack ? [slack] : []));
  const http = createHttp({ userAgent: userAgent(config) });
  const metrics = createMetrics(registry);
  const poller = createNewsroomPoller(newsroom, {
    http,
    pagePauseMs: config.feeds.pagePauseSeconds * 1_000,
    onPolled: (_feed, result) => metrics.recordPoll(result),
    onAlert: createFeedAlerts(newsroom, chats),
    locks,
  });
  const outbox = createNewsroomOutbox(newsroom, chats, { locks, sharing: () => sharing('deliver') });
  const { page = chats.length === 1, ...address } = config.server;
  const hasPage = page && listens;
  const server = await startLocalServer({
    ...(hasPage && { chat, commands, plainTextCommand: 'ask', ...pageExtras(newsroom) }),
    status: async () => ({
      ready: true,
      ...(discord && { discord: discord.state() }),
      ...(await newsroom.services.status()),
    }),
    metrics: async () => metrics.render((await newsroom.services.status()).feeds),
    onError: (err, request) => log.error({ err, ...request }, 'request failed'),
    ...address,
  });
  log.info(
    { url: server.url, feeds: config.feeds.list.length, dataDir: config.dataDir },
    hasPage ? `Kurzwelle is running; the local page is ${server.url}` : 'Kurzwelle is running, without the local page',
  );

  const pruner = createPruner({
    storage: newsroom.storage.retention,
    days: config.retention.deliveryDays,
    clock: systemClock,
    log,
  });
  const { articleDays } = config.retention;
  const archivePruner = createArchivePruner({
    storage: newsroom.storage.archiveRetention,
    // What a feed may still list would be read again.
    days: articleDays && Math.max(articleDays, config.feeds.maxAgeDays + 1),
    clock: systemClock,
    log,
  });
  const guarded = (work: Promise<unknown>): Promise<unknown> =>
    work.catch((err: unknown) => log.error({ err }, 'a tick failed; the next one tries again'));
  await cooperation.beat();
  if (roles.has('process')) await jobs.work('poll-feed', hostsTogether, poller.pollHost);
  if (roles.has('deliver')) await jobs.work('deliver', 1, () => outbox.tick());
  // Where others have polled meanwhile, what is due has no rush.
  if (roles.has('poll') && sharing('poll') === 1) await poller.spread();
  const parts = [
    ...(roles.has('poll') ? [() => sendDueFeeds(poller, jobs)] : []),
    ...(roles.has('deliver') ? [() => outbox.tick().then(() => pruner.tick()).then(() => archivePruner.tick())] : []),
    cooperation.beat,
  ];
  // A slow feed must not hold up a briefing that is due.
  const tick = (): Promise<unknown> => Promise.all(parts.map((part) => guarded(part())));
  const cron = startTick(tick);
  void tick();
  await stopSignal();
  log.info('stopping');
  await cron.stop();
  await Promise.all([poller.stop(), outbox.stop()]);
  await cooperation.stop();
  await server.stop();
  await discord?.stop();
  await slack?.stop();
  await chat.stop();
  await http.stop();
  await newsroom.charts.stop();
  await opened?.stop();
  await data.close();
}

/** More hosts than any configuration of Deutsche Welle's feeds has. */
const hostsTogether = 16;

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
