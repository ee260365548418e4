import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { openPostgresDatabase } from '../../src/storage/database.ts';
import { createStorage, type Storage } from '../../src/storage/storage.ts';
import { reasonInEnglish } from '../../src/wording/reason.ts';
import { createFakePlatform } from '../fakes/fake-platform.ts';
import { startPlatformServer } from '../fakes/fake-platform-server.ts';
import { newSubscription } from '../fakes/new-subscription.ts';
import { createRandom } from '../fakes/random.ts';

export interface ClusterOptions {
  readonly databaseUrl: string;
  /** Discord knows a delivery again by its nonce, Slack by a look into the channel's history. */
  readonly platform: 'discord' | 'slack';
  readonly instances: number;
  readonly deliveries: number;
  readonly killEveryMs: number;
  /** Up to so many requests go out between two kills, if need be with more time between them. */
  readonly requestsPerKill?: number;
  /** The platform answers nothing more until a process was killed, as often as this, so that no machine is too fast to be hit. */
  readonly leastKills?: number;
  /** The platform takes up to so long before it acts, and again before it answers; 15 unless said. */
  readonly answerMs?: number;
  /** How many times faster than the world the clock of all instances goes. */
  readonly times: number;
  readonly seed: number;
  /** Takes the database away for a while, once half is sent. */
  readonly interrupt?: () => Promise<void>;
  readonly limitMs: number;
}

export interface ClusterResult {
  readonly seconds: number;
  /** From the first post to the last. */
  readonly postingSeconds: number;
  readonly kills: number;
  readonly states: Readonly<Record<string, number>>;
  /** Why those that were not sent were not, with how many each. */
  readonly reasons: Readonly<Record<string, number>>;
  readonly lost: number;
  readonly seenTwice: number;
  /** How often the platform gave a post back that stood there already, or was asked for one. */
  readonly repeated: number;
  readonly lookups: number;
}

/**
 * Several processes deliver one burst from one database; one of them at random, of those that run, is killed with SIGKILL every so often and started
 * again, until everything has ended. Then the record is compared with what the platform saw.
 */
export async function runCluster(options: ClusterOptions): Promise<ClusterResult> {
  const random = createRandom(options.seed);
  const start = Temporal.Now.instant();
  const storage = createStorage(await openPostgresDatabase(options.databaseUrl, { poolSize: 2 }));
  await subscribe(storage, options, start);
  const platform = createFakePlatform({
    random,
    nowMs: () => performance.now(),
    nonceMs: options.platform === 'discord' ? 600_000 : 0,
  });
  let kills = 0;
  let enough = 1;
  let nextKill = Promise.withResolvers<void>();
  const server = await startPlatformServer(platform, {
    answerMs: () => random() * (options.answerMs ?? 15),
    hold: () =>
      kills < (options.leastKills ?? 0) && platform.counts.requests >= enough ? nextKill.promise : undefined,
  });
  const startOne = () => startChild(options, server.url, start);
  const children = Array.from({ length: options.instances }, startOne);
  const until = performance.now() + options.limitMs;
  let interrupted: Promise<void> | undefined;
  while (performance.now() < until) {
    await setTimeout(options.killEveryMs);
    if (platform.seen.length > options.deliveries / 2) interrupted ??= options.interrupt?.();
    if (await haveAllEnded(storage, options.deliveries)) break;
    if (options.requestsPerKill === undefined) continue;
    // By what they have done, not by time alone: a busy machine must not kill them all before they begin.
    if (platform.counts.requests < enough) continue;
    const ready = children.filter(({ isReady }) => isReady());
    const victim = ready[Math.floor(random() * ready.length)];
    if (!victim) continue;
    await victim.kill();
    kills++;
    nextKill.resolve();
    nextKill = Promise.withResolvers();
    enough = platform.counts.requests + Math.floor(random() * options.requestsPerKill);
    children[children.indexOf(victim)] = startOne();
  }
  await interrupted;
  for (const child of children) await child.kill();
  const deliveries = await storage.deliveries.list({ limit: 1_000_000 });
  await storage.close();
  await server.stop();
  const seen = Map.groupBy(platform.seen, ({ deliveryId }) => deliveryId);
  const unsent = deliveries.filter(({ state }) => state !== 'sent');
  return {
    seconds: Math.round(Temporal.Now.instant().since(start).total('seconds')),
    postingSeconds: ((platform.seen.at(-1)?.atMs ?? 0) - (platform.seen[0]?.atMs ?? 0)) / 1_000,
    kills,
    states: countBy(deliveries, ({ state }) => state),
    reasons: countBy(unsent, ({ reason }) => (reason ? reasonInEnglish(reason) : 'none')),
    lost: options.deliveries - seen.size,
    seenTwice: [...seen.values()].filter((posts) => posts.length > 1).length,
    repeated: platform.counts.repeated,
    lookups: platform.counts.lookups,
  };
}

function countBy<T>(list: readonly T[], keyOf: (one: T) => string): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(list, keyOf)].map(([key, group]) => [key, group.length]));
}

/** All are due at the same minute, each in a channel of its own. */
async function subscribe(storage: Storage, options: ClusterOptions, start: Temporal.Instant): Promise<void> {
  const minute = start.round({ smallestUnit: 'minute', roundingMode: 'floor' });
  const time = minute.toZonedDateTimeISO('UTC').toPlainTime().toString({ smallestUnit: 'minute' });
  await storage.transaction(async ({ subscriptions }) => {
    for (let number = 0; number < options.deliveries; number++) {
      await subscriptions.add(
        newSubscription({
          channel: { platform: options.platform, workspaceId: `w${number % 7}`, channelId: `c${number}` },
          times: [time],
          createdAt: minute.subtract({ seconds: 1 }),
          windowStart: minute.subtract({ hours: 24 }),
        }),
      );
    }
  });
}

function startChild({ databaseUrl, platform, times }: ClusterOptions, platformUrl: string, start: Temporal.Instant) {
  const script = join(import.meta.dirname, 'cluster-child.ts');
  const words = [script, databaseUrl, platformUrl, platform, start.toString(), String(times)];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  let isReady = false;
  child.stdout.on('data', () => {
    isReady = true;
  });
  return {
    isReady: () => isReady,
    async kill() {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** While the database is away nothing has. */
async function haveAllEnded(storage: Storage, deliveries: number): Promise<boolean> {
  const counts = await storage.deliveries.counts().catch(() => undefined);
  const ended = ['sent', 'missed', 'dead', 'suspended'] as const;
  return counts !== undefined && ended.reduce((sum, state) => sum + (counts[state] ?? 0), 0) >= deliveries;
}
