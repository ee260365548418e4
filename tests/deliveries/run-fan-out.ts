import type { DeliveryPace, Platform } from '../../src/chat/chat.ts';
import { parseConfig } from '../../src/config/config.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { type Newsroom, openNewsroom } from '../../src/services/newsroom.ts';
import { createNewsroomOutbox } from '../../src/services/outbox.ts';
import { openMemoryDatabase } from '../../src/storage/database.ts';
import { createFakePlatform, type FakePlatformOptions, type SeenPost } from '../fakes/fake-platform.ts';
import { PlatformChat } from '../fakes/fake-platform-chat.ts';
import { newSubscription } from '../fakes/new-subscription.ts';
import { createRandom } from '../fakes/random.ts';
import { createVirtualTime } from '../fakes/virtual-time.ts';
import { makeTestArticle } from '../fixtures/make-test-article.ts';

export interface FanOutOptions {
  readonly platform: Platform;
  readonly pace: DeliveryPace;
  /** The limits that the platform enforces. */
  readonly limits: Pick<FakePlatformOptions, 'globalRate' | 'channelRate' | 'nonceMs' | 'faults'>;
  /** How many channels each workspace has. */
  readonly workspaces: readonly number[];
  readonly subscriptionsPerChannel: number;
  readonly seed: number;
}

export interface FanOutResult {
  readonly posts: readonly SeenPost[];
  readonly admittedMs: readonly number[];
  readonly counts: ReturnType<typeof createFakePlatform>['counts'];
  readonly states: Readonly<Record<string, number>>;
  /** Virtual seconds from the first request to the last post. */
  readonly seconds: number;
  readonly articleQueries: number;
  readonly briefings: number;
  readonly cpuMs: number;
}

const createdAt = Temporal.Instant.from('2026-03-01T12:00:00Z');
const dueAt = Temporal.Instant.from('2026-03-02T07:00:00Z');

/** Delivers to many channels that are all due at 08:00 in Berlin, in virtual time, over the real newsroom. */
export async function runFanOut(options: FanOutOptions): Promise<FanOutResult> {
  const time = createVirtualTime(createdAt);
  const random = createRandom(options.seed);
  const newsroom = await openNewsroom({
    config: parseConfig('briefings: { quiet: daily }', 'fan-out'),
    db: await openMemoryDatabase(),
    clock: time.clock,
    log: silentLog,
  });
  await archiveNews(newsroom);
  await subscribeAll(newsroom, options);
  const counted = countArticleQueries(newsroom);
  const platform = createFakePlatform({ ...options.limits, random, nowMs: time.nowMs });
  const network = (): Promise<void> => time.wait(20 + random() * 10, new AbortController().signal);
  const chat = new PlatformChat({
    platform: options.platform,
    pace: options.pace,
    api: {
      async post(request) {
        await network();
        const answer = platform.post(request);
        await network();
        return answer;
      },
      async find(channelId, deliveryId) {
        await network();
        return platform.find(channelId, deliveryId);
      },
    },
  });
  const outbox = createNewsroomOutbox(counted.newsroom, [chat], { timer: time });
  const cpuBefore = process.cpuUsage();
  time.setClock(dueAt);
  await time.run(tickUntilDone(outbox, newsroom, time));
  const cpu = process.cpuUsage(cpuBefore);
  const states = await newsroom.storage.deliveries.counts();
  const sent = await newsroom.storage.deliveries.list({ state: 'sent', limit: 1_000_000 });
  await newsroom.storage.close();
  return {
    posts: platform.seen,
    admittedMs: platform.admittedMs,
    counts: platform.counts,
    states,
    seconds: ((platform.seen.at(-1)?.atMs ?? 0) - (platform.seen[0]?.atMs ?? 0)) / 1000,
    articleQueries: counted.queries(),
    briefings: new Set(sent.map(({ briefingId }) => briefingId)).size,
    cpuMs: (cpu.user + cpu.system) / 1000,
  };
}

/** A tick each minute, as cron gives it, until nothing is unfinished. */
async function tickUntilDone(
  outbox: ReturnType<typeof createNewsroomOutbox>,
  { storage }: Newsroom,
  time: ReturnType<typeof createVirtualTime>,
): Promise<void> {
  for (;;) {
    const tick = outbox.tick();
    await time.wait(60_000, new AbortController().signal);
    const { due = 0, retrying = 0, claimed = 0 } = await storage.deliveries.counts();
    if (due + retrying + claimed === 0) return void (await tick);
  }
}

const places = [
  'Sarwana',
  'Ostrava Bay',
  'Tamra',
  'Lindholm',
  'Port Kessel',
  'Mirova',
  'Aldana',
  'Veyra',
  'Norholt',
  'Zemlin',
];

async function archiveNews({ archiver }: Newsroom): Promise<void> {
  for (const [index, place] of places.entries()) {
    const at = `2026-03-01T${String(13 + index).padStart(2, '0')}:30:00Z`;
    const article = makeTestArticle({
      id: `dw:${index + 1}`,
      headline: `Council of ${place} votes on the harbor`,
      lead: `The council of ${place} has voted ${index + 11} to ${index + 4} for a new harbor.`,
      paragraphs: [`The mayor of ${place} called the vote a turning point. Work begins with ${index + 2} cranes.`],
      at,
      topics: ['europe'],
    });
    await archiver.archive(article, { archivedAt: Temporal.Instant.from(at), isSeed: false });
  }
}

async function subscribeAll({ storage }: Newsroom, options: FanOutOptions): Promise<void> {
  await storage.transaction(async ({ subscriptions }) => {
    for (const [workspace, channels] of options.workspaces.entries()) {
      for (let channel = 0; channel < channels; channel++) {
        for (let one = 0; one < options.subscriptionsPerChannel; one++) {
          await subscriptions.add(
            newSubscription({
              channel: {
                platform: options.platform,
                workspaceId: `w${workspace}`,
                channelId: `w${workspace}-c${channel}`,
              },
              // Of one channel's subscriptions each is due a minute after the one before.
              times: [slotTime(one, options)],
              zone: 'Europe/Berlin',
              maxStories: 8,
              createdAt,
            }),
          );
        }
      }
    }
  });
}

function slotTime(one: number, { subscriptionsPerChannel }: FanOutOptions): string {
  const minutes = 8 * 60 - (subscriptionsPerChannel - 1 - one);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function countArticleQueries(newsroom: Newsroom): { readonly newsroom: Newsroom; queries(): number } {
  const { storage } = newsroom;
  let queries = 0;
  const list: typeof storage.articles.list = (query) => {
    queries++;
    return storage.articles.list(query);
  };
  return {
    newsroom: { ...newsroom, storage: { ...storage, articles: { ...storage.articles, list } } },
    queries: () => queries,
  };
}
