import { commands } from '../../commands/index.ts';
import type { Asker } from '../chat/chat.ts';
import { createLocalChat, type LocalChat } from '../chat/local/local-chat.ts';
import { type LocalServer, startLocalServer } from '../chat/local/server.ts';
import type { Message } from '../chat/message.ts';
import { type Config, parseConfig } from '../config.ts';
import type { Feed } from '../feeds/entry.ts';
import {
  createHandlers,
  createNewsroomOutbox,
  createNewsroomPoller,
  type Newsroom,
  openNewsroom,
  userAgent,
} from '../main.ts';
import { createShiftedClock } from '../runtime/clock.ts';
import { startTick } from '../runtime/cron.ts';
import { createHttp } from '../runtime/http.ts';
import { createLog } from '../runtime/log.ts';
import { openMemoryDatabase } from '../storage/database.ts';
import { UserError } from '../user-error.ts';
import { en } from '../wording/en/index.ts';
import { dayAndMonth } from '../wording/formats.ts';
import { pageExtras } from './page-extras.ts';
import { printMessage } from './print.ts';
import { readSampleEdition } from './sample-edition/read-sample-edition.ts';
import { startSampleServer } from './sample-edition/sample-server.ts';
import { stopSignal } from './stop-signal.ts';

const zone = 'Europe/Berlin';
/** The first poll archives in silence; two mornings later the second briefing says what is new since the first. */
const firstPoll = Temporal.ZonedDateTime.from(`2022-07-17T20:00[${zone}]`);
const lastPoll = Temporal.ZonedDateTime.from(`2022-07-19T08:00[${zone}]`);
const channels = [
  { id: 'newsroom', purpose: 'Everything, daily at 08:00 in Berlin' },
  { id: 'asia-desk', purpose: 'Asia, daily at 08:00 in Seoul' },
  { id: 'deutsch', purpose: 'Alles auf Deutsch, täglich um 08:00' },
];
const sampleFeeds = [
  ['xml', 'rss-en-top', 'en', []],
  ['rdf', 'rss-en-all', 'en', []],
  ['atom', 'rss-en-asia', 'en', ['asia']],
  ['xml', 'rss-en-world', 'en', ['world']],
  ['xml', 'rss-en-eu', 'en', ['europe']],
  ['atom', 'rss-en-bus', 'en', ['business']],
  ['xml', 'rss-en-sports', 'en', ['sports']],
  ['rdf', 'rss_en_science', 'en', ['science']],
  ['xml', 'rss-en-cul', 'en', ['culture']],
  ['xml', 'rss-de-all', 'de', []],
] as const;

/** `kurzwelle demo`: a day and a half of the sample edition through the real pipeline, then a briefing here and a page to try. */
export async function demo({ once = false, port }: { readonly once?: boolean; readonly port: string }): Promise<void> {
  const wantedPort = Number(port);
  if (!Number.isInteger(wantedPort) || wantedPort < 0 || wantedPort > 65_535)
    throw new UserError(`"${port}" is no port; use a number from 0 to 65535.`);
  const startedMs = performance.now();
  say('Kurzwelle demo: the whole service over a sample edition of July 2022, in fast motion.');
  say('No network, no token. Times are those of Berlin.\n');
  const clock = createShiftedClock(firstPoll.toInstant());
  const edition = await readSampleEdition();
  const site = await startSampleServer({ edition, now: () => clock.now() });
  const config = demoConfig(site.url);
  const newsroom = await openNewsroom({
    config,
    db: await openMemoryDatabase(),
    clock,
    log: createLog({ level: 'warn', isTerminal: process.stderr.isTTY === true }),
  });
  const chat = createLocalChat({ posts: newsroom.storage.localPosts, clock, channels });
  await chat.start(createHandlers(newsroom));
  const http = createHttp({ userAgent: userAgent(config), allowPrivateHosts: [new URL(site.url).host] });
  step('Feeds', `${sampleFeeds.length}, in DW's three formats, served at ${site.url}`);

  const replayed = await replay({ newsroom, chat, clock, http });
  const took = (performance.now() - startedMs) / 1000;
  if (replayed.briefing) {
    say('\nThe briefing in #newsroom:\n');
    printMessage(replayed.briefing);
  }
  say(`\nFrom start to briefing: ${took.toFixed(1)} s, ${peakMegabytes()} MB at most.`);

  if (!once) await stay({ newsroom, chat, http, wantedPort, outbox: replayed.outbox, poller: replayed.poller });
  await chat.stop();
  await http.stop();
  await site.stop();
  await newsroom.charts.stop();
  await newsroom.storage.close();
}

interface ReplayOptions {
  readonly newsroom: Newsroom;
  readonly chat: LocalChat;
  readonly clock: ReturnType<typeof createShiftedClock>;
  readonly http: ReturnType<typeof createHttp>;
}

async function replay({ newsroom, chat, clock, http }: ReplayOptions) {
  const totals = { polls: 0, stored: 0 };
  const poller = createNewsroomPoller(newsroom, {
    http,
    onPolled(feed, result) {
      totals.polls++;
      if (result.kind === 'failed') say(`  ${feed.id}: ${result.problem}`);
      if (result.kind === 'read') totals.stored += result.stored;
    },
  });
  let briefing: Message | undefined;
  const outbox = createNewsroomOutbox(newsroom, [chat], {
    onDelivered(delivery, subscription, message) {
      const [title, , ...counts] = message.summary.split(' · ').slice(0, 4);
      const told = counts.length > 0 ? counts.join(' · ') : 'nothing new';
      step('Posted', `${dayTime(delivery.dueAt)}  ${nameOf(subscription.channel)}${title} · ${told}`);
      if (subscription.channel.channelId === 'newsroom') briefing = message;
    },
  });
  await newsroom.storage.feeds.register(newsroom.config.feeds.list);
  await poller.pollDue();
  step('First read', `${dayTime(firstPoll.toInstant())}  ${totals.stored} articles archived, nothing posted of them`);
  await subscribeChannels(newsroom, chat);
  const first = { ...totals };
  for (
    let now = firstPoll.add({ hours: 1 });
    Temporal.ZonedDateTime.compare(now, lastPoll) <= 0;
    now = now.add({ hours: 1 })
  ) {
    // Shortly before the hour, as a service that polls every quarter would have; the slots are at the hour.
    clock.jumpTo(now.subtract({ minutes: 5 }).toInstant());
    await poller.pollDue();
    clock.jumpTo(now.toInstant());
    await outbox.tick();
  }
  step('Since then', `${totals.stored - first.stored} articles new or revised, in ${totals.polls - first.polls} polls`);
  const [stories, multiple] = await countStories(newsroom);
  step('Stories', `${stories}, ${multiple} of them told by several articles`);
  return { briefing, outbox, poller };
}

async function subscribeChannels({ services }: Newsroom, chat: LocalChat): Promise<void> {
  const asker = (channelId: string): Asker => {
    const channel = chat.channel(channelId);
    if (!channel) throw new Error(`No channel ${channelId} in the demo`);
    return { channel, userId: 'demo', userName: 'Demo', mayManage: true, locale: 'en' };
  };
  await services.subscriptions.add(asker('newsroom'), { interest: 'everything', times: '08:00', zone });
  await services.subscriptions.add(asker('asia-desk'), { interest: 'asia', times: '08:00', zone: 'Asia/Seoul' });
  await services.subscriptions.add(asker('deutsch'), { interest: 'everything', times: '08:00', zone, language: 'de' });
  for (const [index, { id, purpose }] of channels.entries())
    step(index === 0 ? 'Channels' : '', `${nameOf({ channelId: id })}${purpose}`);
}

async function countStories({ archive }: Newsroom): Promise<readonly [number, number]> {
  const stories = await archive.listStories({ limit: 1_000 });
  return [stories.length, stories.filter(({ articleCount }) => articleCount > 1).length];
}

interface StayOptions {
  readonly newsroom: Newsroom;
  readonly chat: LocalChat;
  readonly http: ReturnType<typeof createHttp>;
  readonly wantedPort: number;
  readonly outbox: ReturnType<typeof createNewsroomOutbox>;
  readonly poller: ReturnType<typeof createNewsroomPoller>;
}

async function stay({ newsroom, chat, wantedPort, outbox, poller }: StayOptions): Promise<void> {
  const server = await startPage(newsroom, chat, wantedPort);
  const tick = async (): Promise<void> => {
    await poller.pollDue();
    await outbox.tick();
  };
  const work = () => tick().catch((err: unknown) => newsroom.log.error({ err }, 'a tick failed'));
  // The demo's minutes begin at any second of the real ones.
  const cron = startTick(work, { everySeconds: 5 });
  say(`
Read and ask on the local page: ${server.url}
It is 19 July 2022 there. Try:
  /who Park Jin
  /background South Korea Japan talks
  /ask When does the Supreme Court decide?
  /story flood
  /brief sports since:3d
  /subscribe asia times:${clockTime(newsroom.clock.now().toZonedDateTimeISO(zone).add({ minutes: 2 }))} zone:Berlin     (posts in two minutes)
Ctrl-C ends.`);
  await stopSignal();
  await cron.stop();
  await Promise.all([poller.stop(), outbox.stop()]);
  await server.stop();
}

/** On the wanted port, or on any free one where that is taken. */
async function startPage(newsroom: Newsroom, chat: LocalChat, port: number): Promise<LocalServer> {
  const options = {
    chat,
    commands,
    plainTextCommand: 'ask',
    ...pageExtras(newsroom),
    status: async () => ({ ready: true, ...(await newsroom.services.status()) }),
    onError: (err: unknown) => newsroom.log.error({ err }, 'request failed'),
  };
  try {
    return await startLocalServer({ ...options, port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    say(`Port ${port} is taken; another is used.`);
    return startLocalServer({ ...options, port: 0 });
  }
}

function demoConfig(siteUrl: string): Config {
  const list = sampleFeeds.map(
    ([form, id, language, topics]): Feed => ({
      id,
      name: id,
      url: `${siteUrl}/${form}/${id}`,
      language,
      topics,
      namespace: 'dw',
      ...(id === 'rss-en-top' ? { isTop: true } : {}),
    }),
  );
  const defaults = parseConfig('', 'the demo');
  // The replay asks all feeds each time.
  const feeds = { ...defaults.feeds, list, slowestMinutes: defaults.feeds.everyMinutes };
  return { ...defaults, feeds, briefings: { ...defaults.briefings, zone } };
}

function peakMegabytes(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}

/** `18 July 08:00`, by the clock of the demo's zone. */
function dayTime(at: Temporal.Instant): string {
  const time = at.toZonedDateTimeISO(zone);
  return `${dayAndMonth(time.toPlainDate(), en)} ${clockTime(time)}`;
}

/** As wide as the longest, so that what follows stands in a column. */
function nameOf({ channelId }: { readonly channelId: string }): string {
  return `#${channelId}`.padEnd(Math.max(...channels.map(({ id }) => id.length)) + 3);
}

function clockTime(time: Temporal.ZonedDateTime): string {
  return time.toPlainTime().toString({ smallestUnit: 'minute' });
}

function step(label: string, text: string): void {
  say(`${label.padEnd(11)} ${text}`);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
