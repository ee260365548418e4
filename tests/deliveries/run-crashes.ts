import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { openDatabase } from '../../src/storage/database.ts';
import { createStorage, type Queries } from '../../src/storage/storage.ts';
import { createFakePlatform } from '../fakes/fake-platform.ts';
import { startPlatformServer } from '../fakes/fake-platform-server.ts';
import { newSubscription } from '../fakes/new-subscription.ts';
import { createRandom } from '../fakes/random.ts';
import { makeTestArticle } from '../fixtures/make-test-article.ts';

export interface CrashOptions {
  /** Discord knows a delivery again by its nonce, Slack by a look into the channel's history. */
  readonly platform: 'discord' | 'slack';
  readonly kills: number;
  /** How often, from 0 to 1, the platform falls silent after posting. */
  readonly silent: number;
  readonly duePerStart: number;
  readonly seed: number;
}

export interface CrashResult {
  readonly due: number;
  /** Of these, alerts. */
  readonly alerts: number;
  readonly states: Readonly<Record<string, number>>;
  readonly lost: readonly string[];
  readonly seenTwice: readonly string[];
  /** How often the platform gave a post back that stood there already, or was asked for one. */
  readonly repeated: number;
  readonly lookups: number;
  readonly idleKills: number;
}

const firstStart = Temporal.Instant.from('2026-03-02T00:00:00Z');
/** Longer than a lease, so that each start takes over what the killed process before had claimed. */
const minutesBetweenStarts = 3;

/** Alerts come with every second of them, and a kill costs requests: with fewer the work would pile up until its time is over. */
const requestsPerDue = 6;

/** Lets a process deliver and kills it with SIGKILL at random moments; then lets one finish and compares its record with what was seen. */
export async function runCrashes(options: CrashOptions): Promise<CrashResult> {
  const random = createRandom(options.seed);
  const dataDir = mkdtempSync(join(tmpdir(), 'kurzwelle-crash-'));
  await subscribe(dataDir, options);
  const platform = createFakePlatform({
    random,
    nowMs: () => performance.now(),
    nonceMs: options.platform === 'discord' ? 600_000 : 0,
    faults: { silent: options.silent },
  });
  const server = await startPlatformServer(platform, { answerMs: () => random() * 15 });
  let idleKills = 0;
  for (let start = 0; start < options.kills; start++) {
    const child = startChild(dataDir, server.url, options, start);
    const isIdle = watchIdle(child);
    await once(child.stdout ?? child, 'data');
    // By what the process has done, not by time: a busy machine must not kill it before it begins, nor an idle one after it ended.
    const enough = platform.counts.requests + Math.floor(random() * options.duePerStart * requestsPerDue);
    while (platform.counts.requests < enough && !isIdle()) await setTimeout(1);
    await setTimeout(random() * 20);
    if (isIdle()) idleKills++;
    await kill(child);
  }
  await finish(dataDir, server.url, options);
  await server.stop();
  const deliveries = await readDeliveries(dataDir);
  rmSync(dataDir, { recursive: true });
  const seen = Map.groupBy(platform.seen, ({ deliveryId }) => deliveryId);
  return {
    due: deliveries.length,
    alerts: deliveries.filter(({ storyId }) => storyId !== undefined).length,
    states: Object.fromEntries(
      Map.groupBy(deliveries, ({ state }) => state)
        .entries()
        .map(([state, list]) => [state, list.length]),
    ),
    lost: deliveries.filter(({ id }) => !seen.has(id)).map(({ id }) => id),
    seenTwice: [...seen].filter(([, posts]) => posts.length > 1).map(([id]) => id),
    repeated: platform.counts.repeated,
    lookups: platform.counts.lookups,
    idleKills,
  };
}

/**
 * At each start some subscriptions come due, each in a channel of its own and once in the whole run; and a story breaks, of which every
 * second of them is to be alerted too.
 */
async function subscribe(dataDir: string, { platform, kills, duePerStart }: CrashOptions): Promise<void> {
  const storage = createStorage(await openDatabase(dataDir));
  await storage.transaction(async ({ subscriptions, articles, stories }) => {
    for (let start = 0; start < kills; start++) await breakStory(start, { articles, stories });
    for (let number = 0; number < kills * duePerStart; number++) {
      const dueAt = clockOf(Math.floor(number / duePerStart));
      const time = dueAt.toZonedDateTimeISO('UTC').toPlainTime().toString({ smallestUnit: 'minute' });
      await subscriptions.add(
        newSubscription({
          channel: { platform, workspaceId: `w${number % 7}`, channelId: `c${number}` },
          interest: `story:${Math.floor(number / duePerStart) + 1}`,
          as: number % 2 === 0 ? 'both' : 'digest',
          times: [time],
          createdAt: firstStart.subtract({ minutes: 1 }),
          windowStart: firstStart.subtract({ hours: 24 }),
        }),
      );
    }
  });
  await storage.close();
}

/** Three articles out just before a start, as a story of their own. */
async function breakStory(start: number, { articles, stories }: Pick<Queries, 'articles' | 'stories'>): Promise<void> {
  const archivedAt = clockOf(start).subtract({ seconds: 1 });
  let storyId: number | undefined;
  for (let part = 1; part <= 3; part++) {
    const at = archivedAt.subtract({ minutes: part }).toString();
    const article = makeTestArticle({ id: `dw:${start}-${part}`, headline: `Story ${start}`, paragraphs: [], at });
    await articles.save(article, { archivedAt, isSeed: false });
    if (storyId === undefined) storyId = await stories.open(article);
    else await stories.join(storyId, article);
  }
}

function clockOf(start: number): Temporal.Instant {
  return firstStart.add({ minutes: start * minutesBetweenStarts });
}

function startChild(dataDir: string, url: string, { platform }: CrashOptions, start: number): ChildProcess {
  const script = join(import.meta.dirname, 'crash-child.ts');
  const child = spawn(process.execPath, [script, dataDir, url, platform, clockOf(start).toString()], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return child;
}

function watchIdle(child: ChildProcess): () => boolean {
  let isIdle = false;
  child.stdout?.on('data', (said: Buffer) => {
    isIdle ||= said.toString().includes('idle');
  });
  return () => isIdle;
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

/** Starts that are left alone until they are idle: what failed last waits for its next try, which is one of a few. */
async function finish(dataDir: string, url: string, options: CrashOptions): Promise<void> {
  const ended = ['sent', 'missed', 'dead'];
  for (let more = 0; more < 8; more++) {
    const child = startChild(dataDir, url, options, options.kills + more);
    const isIdle = watchIdle(child);
    while (!isIdle()) await setTimeout(20);
    await kill(child);
    if ((await readDeliveries(dataDir)).every(({ state }) => ended.includes(state))) return;
  }
}

async function readDeliveries(dataDir: string) {
  const storage = createStorage(await openDatabase(dataDir));
  const deliveries = await storage.deliveries.list({ limit: 1_000_000 });
  await storage.close();
  return deliveries;
}
