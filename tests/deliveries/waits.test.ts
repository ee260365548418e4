import { beforeEach, describe, expect, test } from 'vitest';
import { type ChannelRef, ChatError, type PostOptions, type PostRef } from '../../src/chat/chat.ts';
import type { Message } from '../../src/chat/message.ts';
import type { Outbox } from '../../src/deliveries/outbox.ts';
import { planDue } from '../../src/deliveries/plan-due.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { openMemoryDatabase } from '../../src/storage/database.ts';
import { createOutboxStorage } from '../../src/storage/deliveries/outbox.ts';
import { createStorage, type Storage } from '../../src/storage/storage.ts';
import { newSubscription } from '../fakes/new-subscription.ts';
import { createVirtualTime, type VirtualTime } from '../fakes/virtual-time.ts';
import { openOutbox } from './open-outbox.ts';

const start = Temporal.Instant.from('2026-03-02T07:00:00Z');
const hourMs = 3_600_000;

let storage: Storage;
let time: VirtualTime;
let chat: WaitingChat;
let outbox: Outbox;

beforeEach(async () => {
  storage = createStorage(await openMemoryDatabase());
  time = createVirtualTime(start);
  chat = new WaitingChat();
  outbox = openOutbox({ storage, chat, time });
  return () => storage.close();
});

async function subscribe(workspaceId: string, channels: number, at: string): Promise<void> {
  await storage.transaction(async ({ subscriptions }) => {
    for (let number = 0; number < channels; number++)
      await subscriptions.add(
        newSubscription({
          channel: { platform: 'slack', workspaceId, channelId: `${workspaceId}-${at}-${number}` },
          times: [at],
          createdAt: start,
        }),
      );
  });
}

/** Time goes on for clock and timer. */
function pass(ms: number): Promise<void> {
  return time.run(time.wait(ms, new AbortController().signal));
}

async function tickAt(local: string): Promise<void> {
  time.setClock(Temporal.Instant.from(`2026-03-${local}:00Z`));
  await time.run(outbox.tick());
}

/** A platform that lets a workspace wait, and counts looks into its history apart from posts, as Slack does. */
class WaitingChat {
  readonly platform = 'slack';
  readonly posts = new Map<string, number>();
  readonly refused = { posts: 0, lookups: 0 };
  /** How long posts to these workspaces are to wait. */
  readonly waitsMs = new Map<string, number>();
  /** How many lookups it still answers. */
  lookups = Number.POSITIVE_INFINITY;

  async start(): Promise<void> {}
  async stop(): Promise<void> {}
  async edit(post: PostRef): Promise<PostRef> {
    return post;
  }
  async remove(): Promise<void> {}

  async post(channel: ChannelRef, _message: Message, { deliveryId = '' }: PostOptions = {}): Promise<PostRef> {
    const waitMs = this.waitsMs.get(channel.workspaceId);
    if (waitMs !== undefined) {
      this.refused.posts++;
      throw askedToWait(waitMs);
    }
    this.posts.set(deliveryId, (this.posts.get(deliveryId) ?? 0) + 1);
    return { ...channel, messageId: deliveryId };
  }

  async findDelivery(channel: ChannelRef, deliveryId: string): Promise<PostRef | undefined> {
    if (this.lookups-- <= 0) {
      this.refused.lookups++;
      throw askedToWait(60_000);
    }
    return this.posts.has(deliveryId) ? { ...channel, messageId: deliveryId } : undefined;
  }

  /** Posts that stand in a workspace. */
  in(workspaceId: string, ids: ReadonlyMap<string, string>): number {
    return [...this.posts.keys()].filter((id) => ids.get(id) === workspaceId).length;
  }
}

function askedToWait(retryAfterMs: number): ChatError {
  return new ChatError('Slack asks to wait', { kind: 'retryable', retryAfterMs, retryScope: 'workspace' });
}

async function workspaceOf(): Promise<ReadonlyMap<string, string>> {
  const channels = new Map((await storage.subscriptions.list()).map(({ id, channel }) => [id, channel.workspaceId]));
  const deliveries = await storage.deliveries.list({ limit: 10_000 });
  return new Map(deliveries.map(({ id, subscriptionId }) => [id, channels.get(subscriptionId) ?? '']));
}

describe('a workspace of 2,000 channels that is to wait for an hour', () => {
  beforeEach(async () => {
    await subscribe('huge', 2_000, '08:00');
    await subscribe('small', 20, '08:00');
    await subscribe('later', 20, '08:05');
    chat.waitsMs.set('huge', hourMs);
    await tickAt('02T08:00');
  });

  test('is left alone after few refusals, and holds nobody else up', async () => {
    expect(chat.in('small', await workspaceOf())).toBe(20);
    // As many as were on their way when the first was refused.
    expect(chat.refused.posts).toBeLessThanOrEqual(64);
    await tickAt('02T08:05');
    expect(chat.in('later', await workspaceOf())).toBe(20);
    expect(chat.refused.posts).toBeLessThanOrEqual(64);
  });

  test('is served when the hour is over, each channel once, and no wait has counted as a failed try', async () => {
    chat.waitsMs.clear();
    await pass(hourMs);
    await time.run(outbox.tick());
    expect(chat.in('huge', await workspaceOf())).toBe(2_000);
    expect([...chat.posts.values()].every((times) => times === 1)).toBe(true);
    const sent = await storage.deliveries.list({ state: 'sent', limit: 10_000 });
    expect(sent.filter(({ attempts }) => attempts > 0)).toEqual([]);
  });
});

test('deliveries of a killed process wait for their lookups, each is seen once, and new ones go out meanwhile', async () => {
  await subscribe('huge', 700, '08:00');
  await tickAt('02T07:30');
  await dieWith('02T08:00');
  await subscribe('huge', 20, '08:03');
  chat.lookups = 50;
  await tickAt('02T08:03');
  const sent = await storage.deliveries.list({ state: 'sent', limit: 999 });
  expect(sent.filter(({ slot }) => slot === '2026-03-02T08:03')).toHaveLength(20);
  for (let minute = 1; minute <= 14; minute++) {
    chat.lookups = 50;
    await pass(60_000);
    await time.run(outbox.tick());
  }
  expect(await storage.deliveries.counts()).toEqual({ sent: 720 });
  expect(chat.posts.size).toBe(720);
  expect([...chat.posts.values()].every((times) => times === 1)).toBe(true);
  expect(chat.refused.lookups).toBeGreaterThan(0);
});

/** Claims and prepares all that is due then, and posts half of it. */
async function dieWith(local: string): Promise<void> {
  const now = Temporal.Instant.from(`2026-03-${local}:00Z`);
  const dying = createOutboxStorage(storage);
  await planDue({ storage: dying, now, looksBack: false, log: silentLog });
  const claimed = await dying.claim({ now, until: now.add({ minutes: 2 }), limit: 1_000 });
  await dying.prepare(
    claimed.map(({ delivery: { id, windowStart } }) => ({ deliveryId: id, briefingId: id, windowStart })),
  );
  for (const { delivery, subscription } of claimed.filter((_, index) => index % 2 === 0))
    await chat.post(subscription.channel, { summary: 'News', blocks: [] }, { deliveryId: delivery.id });
}

test('a platform that asks to wait for ever is given up after a day and some more tries', async () => {
  await subscribe('huge', 1, '08:00');
  chat.waitsMs.set('huge', hourMs);
  await tickAt('02T08:00');
  const states: (string | undefined)[] = [];
  for (let hour = 1; hour <= 40; hour++) {
    await pass(hourMs);
    await time.run(outbox.tick());
    states.push((await storage.deliveries.find('1-2026-03-02T08:00'))?.delivery.state);
  }
  expect(states.slice(0, 24)).toEqual(Array(24).fill('retrying'));
  expect(states.at(-1)).toBe('dead');
});

describe('a platform that never answers', () => {
  test('holds nobody else up, is asked again, and is given up in the end', async () => {
    await subscribe('stuck', 80, '08:00');
    await subscribe('well', 3, '08:00');
    const hangs: Promise<PostRef> = new Promise(() => undefined);
    const post = chat.post.bind(chat);
    chat.post = (channel, ...rest) => (channel.workspaceId === 'stuck' ? hangs : post(channel, ...rest));
    await tickAt('02T08:00');
    for (let minute = 0; minute < 5; minute++) await pass(60_000).then(() => time.run(outbox.tick()));
    expect((await storage.deliveries.counts()).sent).toBe(3);
    for (let minute = 0; minute < 120; minute++) await pass(60_000).then(() => time.run(outbox.tick()));
    expect(await storage.deliveries.counts()).toEqual({ sent: 3, dead: 80 });
  });

  test('does not keep the service from stopping', async () => {
    await subscribe('stuck', 2, '08:00');
    chat.post = () => new Promise(() => undefined);
    time.setClock(Temporal.Instant.from('2026-03-02T08:00:00Z'));
    const ticking = outbox.tick();
    await pass(1_000);
    const beforeMs = time.nowMs();
    await time.run(outbox.stop());
    expect(time.nowMs() - beforeMs).toBeLessThan(10_000);
    await ticking;
    expect(await storage.deliveries.counts()).toEqual({ retrying: 2 });
  });
});

test.each([
  ['ten years', 10 * 365 * 24 * hourMs],
  ['no number', Number.NaN],
  ['less than nothing', -5],
  ['for ever', Number.POSITIVE_INFINITY],
])('a platform that asks to wait %s is asked again within a day', async (_what, waitMs) => {
  await subscribe('odd', 1, '08:00');
  chat.waitsMs.set('odd', waitMs);
  await tickAt('02T08:00');
  chat.waitsMs.delete('odd');
  for (let times = 0; times < 26; times++) await pass(hourMs).then(() => time.run(outbox.tick()));
  expect((await storage.deliveries.list({ state: 'sent', limit: 9 })).length).toBeGreaterThan(0);
});
