import { commands } from '../../commands/index.ts';
import type { ChannelRef } from '../../src/chat/chat.ts';
import { createDiscordChat } from '../../src/chat/discord/discord-chat.ts';
import { createLocalChat } from '../../src/chat/local/local-chat.ts';
import { startLocalServer } from '../../src/chat/local/server.ts';
import { createSlackChat } from '../../src/chat/slack/slack-chat.ts';
import { readSampleEdition } from '../../src/cli/demo/sample-edition/read-sample-edition.ts';
import { startSampleServer } from '../../src/cli/demo/sample-edition/sample-server.ts';
import { parseConfig } from '../../src/config/config.ts';
import type { Feed } from '../../src/feeds/entry.ts';
import { createDocumentPool } from '../../src/ingest/document-parser.ts';
import { pageExtras } from '../../src/lifecycle/start-server.ts';
import { createHttp } from '../../src/runtime/http.ts';
import { createLog } from '../../src/runtime/log.ts';
import { watchUnexpectedErrors } from '../../src/runtime/unexpected-errors.ts';
import { createHandlers } from '../../src/services/handlers.ts';
import { openNewsroom } from '../../src/services/newsroom.ts';
import { createNewsroomPoller } from '../../src/services/poller.ts';
import { openMemoryDatabase } from '../../src/storage/database.ts';
import { FakeClock } from '../../tests/fakes/fake-clock.ts';

/** Where the attacked service connects to, and what it protects. */
export interface HostileOrder {
  readonly attackerHost: string;
  readonly slack: {
    readonly apiUrl: string;
    readonly botToken: string;
    readonly secret: string;
    readonly port: number;
  };
  readonly discord: { readonly api: string; readonly token: string };
  /** Channels whose subscriptions nobody may read or change. */
  readonly victims: readonly ChannelRef[];
}

/** Answers about the service since the question before. */
export interface Observed {
  readonly usedMs: number;
  /** Most main-thread CPU between two beats of a timer, ms. */
  readonly heldMs: number;
  readonly crashes: readonly string[];
  readonly errors: readonly string[];
}

export type Question =
  | { readonly kind: 'observe' }
  | { readonly kind: 'victims' }
  | { readonly kind: 'poll'; readonly id: string; readonly url: string };

export interface PolledFeed {
  readonly trouble: string | null;
  readonly entries: number;
  /** Entries whose outcome was recorded, by that outcome. */
  readonly outcomes: Readonly<Record<string, number>>;
}

const beatMs = 5;

process.once('message', (order: HostileOrder) => void serve(order));

/** The service as `serve` puts it together, over the sample edition, with each chat; it runs until the parent disconnects. */
async function serve({ attackerHost, slack, discord, victims }: HostileOrder): Promise<void> {
  const watch = watchThread();
  const clock = new FakeClock('2022-07-19T07:00:00Z');
  const site = await startSampleServer({ edition: await readSampleEdition(), now: () => clock.now() });
  const defaults = parseConfig('', 'bench');
  const list: Feed[] = [newFeed('sample', `${site.url}/rdf/rss-en-all`)];
  const config = { ...defaults, feeds: { ...defaults.feeds, list } };
  const log = createLog({ level: 'error', isTerminal: false, destination: { write: watch.note } });
  const db = await openMemoryDatabase();
  const newsroom = await openNewsroom({ config, db, clock, log });
  const { storage } = newsroom;
  const handlers = createHandlers(newsroom);
  const http = createHttp({ userAgent: 'Kurzwelle bench', allowPrivateHosts: [new URL(site.url).host, attackerHost] });
  const documents = createDocumentPool();
  const poller = createNewsroomPoller(newsroom, { http, documents });
  await storage.feeds.register(list);
  await poller.pollDue();

  const local = createLocalChat({ posts: storage.localPosts, clock, channels: [{ id: 'newsroom' }] });
  const { botToken, secret, port, apiUrl: slackApiUrl } = slack;
  const transport = { kind: 'http', signingSecret: secret, host: '127.0.0.1', port } as const;
  const chats = [
    local,
    createSlackChat({ botToken, transport, commands, slackApiUrl, log, sleep: async () => {} }),
    createDiscordChat({ ...discord, commands, log }),
  ];
  for (const chat of chats) await chat.start(handlers);
  const server = await startLocalServer({
    chat: local,
    commands,
    plainTextCommand: 'ask',
    port: 0,
    ...pageExtras(newsroom),
    status: async () => ({ ready: true }),
    onError: (err, request) => log.error({ err, ...request }, 'request failed'),
  });

  async function poll(id: string, url: string): Promise<PolledFeed> {
    const feed = newFeed(id, url);
    list.push(feed);
    await storage.feeds.register([feed]);
    await poller.pollDue();
    const state = await storage.feeds.state(id);
    const rows = await db.selectFrom('entries').select('state').where('feed_id', '=', id).execute();
    const outcomes: Record<string, number> = {};
    for (const row of rows) outcomes[row.state] = (outcomes[row.state] ?? 0) + 1;
    if (!state?.last_polled_at) throw new Error(`Nothing is recorded of ${id}`);
    return { trouble: state.trouble, entries: state.entry_count, outcomes };
  }

  async function answer(question: Question): Promise<unknown> {
    if (question.kind === 'observe') return watch.take();
    if (question.kind === 'poll') return poll(question.id, question.url);
    const { subscriptions, channels } = storage;
    const states = victims.map(async (victim) => [await subscriptions.ofChannel(victim), await channels.find(victim)]);
    return JSON.stringify(await Promise.all(states));
  }

  process.on('message', ({ number, question }: { readonly number: number; readonly question: Question }) => {
    answer(question).then(
      (value) => process.send?.({ number, value }),
      (error: unknown) => process.send?.({ number, error: String(error) }),
    );
  });
  process.once('disconnect', () => process.exit());
  process.send?.({ url: server.url });
}

function newFeed(id: string, url: string): Feed {
  return { id, url, name: id, language: 'en', topics: ['asia'], namespace: id };
}

/** CPU of this thread between beats, and what nobody caught. */
function watchThread() {
  const crashes: string[] = [];
  const errors: string[] = [];
  let [heldMs, usedMs, before] = [0, 0, process.threadCpuUsage()];
  const beat = () => {
    const { user, system } = process.threadCpuUsage(before);
    before = process.threadCpuUsage();
    const spentMs = (user + system) / 1_000;
    heldMs = Math.max(heldMs, spentMs);
    usedMs += spentMs;
  };
  setInterval(beat, beatMs);
  // As `serve` does: what a library throws on a packet is logged, and ends nothing.
  const { fatal } = watchUnexpectedErrors({
    log: { error: (facts: unknown) => void errors.push(String((facts as { err?: unknown }).err)) },
    count: () => undefined,
  });
  void fatal.then(() => crashes.push('an error after which the service stops'));
  return {
    note: (line: string) => void errors.push(line),
    take(): Observed {
      beat();
      const seen = { heldMs, usedMs, crashes: crashes.splice(0), errors: errors.splice(0) };
      [heldMs, usedMs] = [0, 0];
      return seen;
    },
  };
}
