import { describe, expect, test } from 'vitest';
import type { ChannelRef } from '../../src/chat/chat.ts';
import { createLimiter } from '../../src/deliveries/limiter.ts';
import { pacedBy } from '../../src/deliveries/pacing.ts';
import { createFakePlatform } from '../fakes/fake-platform.ts';
import { createRandom } from '../fakes/random.ts';
import { createVirtualTime } from '../fakes/virtual-time.ts';

const channel = (workspaceId: string, channelId: string): ChannelRef => ({
  platform: 'discord',
  workspaceId,
  channelId,
});
const one = channel('w1', 'c1');
const sibling = channel('w1', 'c2');
const stranger = channel('w2', 'c3');

describe('a documented rate', () => {
  test('of the platform holds for all channels together', () => {
    const limiter = createLimiter({ platform: { messages: 2, perMs: 1_000 } });
    const answered = [limiter.start(one, 0), limiter.start(stranger, 0)];
    expect(limiter.waitMs(sibling, 10)).toBe(Number.POSITIVE_INFINITY);
    for (const end of answered) end(0);
    expect(limiter.waitMs(sibling, 400)).toBe(600);
    expect(limiter.waitMs(sibling, 1_000)).toBe(0);
  });

  test.each([
    ['channel', [1_000, 0, 0]],
    ['workspace', [1_000, 1_000, 0]],
  ] as const)('of a %s leaves the others alone', (scope, waits) => {
    const limiter = createLimiter({ [scope]: { messages: 1, perMs: 1_000 } });
    limiter.start(one, 0)(0);
    expect([one, sibling, stranger].map((each) => limiter.waitMs(each, 0))).toEqual(waits);
  });

  test('is divided by the processes that send, as many as there are at the time', () => {
    let sharing = 1;
    const limiter = createLimiter({ platform: { messages: 4, perMs: 1_000 } }, () => sharing);
    const startWhatMay = () => {
      let started = 0;
      for (; limiter.waitMs(one, 0) === 0; started++) limiter.start(one, 0);
      return started;
    };
    sharing = 2;
    expect(startWhatMay()).toBe(2);
    sharing = 1;
    expect(startWhatMay()).toBe(2);
    sharing = 9;
    expect(limiter.waitMs(one, 0)).toBe(Number.POSITIVE_INFINITY);
  });

  test('counts a message from its answer on, as the platform may have counted it as late as that', () => {
    const limiter = createLimiter({ channel: { messages: 1, perMs: 1_000 } });
    limiter.start(one, 0)(100);
    limiter.start(stranger, 0)(300);
    expect(limiter.waitMs(stranger, 300)).toBeGreaterThan(900);
  });

  test('is never exceeded at the platform, however unsteady the network, and is used well', async () => {
    const time = createVirtualTime(Temporal.Instant.from('2026-03-01T08:00:00Z'));
    const random = createRandom(7);
    const globalRate = { messages: 50, perMs: 1_000 };
    const limiter = createLimiter({ platform: globalRate });
    const platform = createFakePlatform({ globalRate, random, nowMs: time.nowMs });
    const signal = new AbortController().signal;

    async function sender(id: number): Promise<void> {
      for (let sent = 0; sent < 30; ) {
        const wait = limiter.waitMs(one, time.nowMs());
        if (wait > 0) {
          await time.wait(Math.min(wait, 5), signal);
          continue;
        }
        const answered = limiter.start(one, time.nowMs());
        await time.wait(5 + random() * 60, signal);
        platform.post({ workspaceId: 'w1', channelId: 'c1', deliveryId: `${id}-${sent++}` });
        await time.wait(5 + random() * 60, signal);
        answered(time.nowMs());
      }
    }
    await time.run(Promise.all(Array.from({ length: 64 }, (_, id) => sender(id))));

    expect(platform.counts.overLimit).toBe(0);
    const seconds = ((platform.admittedMs.at(-1) ?? 0) - (platform.admittedMs[0] ?? 0)) / 1000;
    expect(platform.seen.length / seconds).toBeGreaterThan(45);
  });
});

test('keeps a workspace and its channels to their rates where every post is of several messages', async () => {
  const time = createVirtualTime(Temporal.Instant.from('2026-03-01T08:00:00Z'));
  const random = createRandom(7);
  const pace = { workspace: { messages: 5, perMs: 1_000 }, channel: { messages: 1, perMs: 1_000 } };
  const limiters = new Map([['slack' as const, createLimiter(pace)]]);
  const signal = new AbortController().signal;
  const paced = pacedBy(limiters, time, signal);
  const countedMs: number[] = [];
  const send = async () => {
    await time.wait(5 + random() * 30, signal);
    countedMs.push(time.nowMs());
    await time.wait(5 + random() * 30, signal);
  };
  /** As Slack's adapter posts: what follows is a second behind what it follows. */
  const post = async () => {
    await send();
    await time.wait(1_000, signal);
    await send();
    return { parts: ['2'] };
  };
  const posts = Array.from({ length: 200 }, (_, id) =>
    paced({ platform: 'slack', workspaceId: 'w1', channelId: `c${id}` }, post),
  );
  await time.run(Promise.all(posts));

  const inAnySecond = countedMs.map((from) => countedMs.filter((at) => at >= from && at < from + 1_000).length);
  expect(countedMs).toHaveLength(400);
  expect(Math.max(...inAnySecond)).toBeLessThanOrEqual(5);
  const seconds = (Math.max(...countedMs) - Math.min(...countedMs)) / 1_000;
  expect(400 / seconds).toBeGreaterThan(4.5);
});

describe('a pause that the platform asks for', () => {
  test.each([
    ['channel', [500, 0, 0]],
    ['workspace', [500, 500, 0]],
    ['platform', [500, 500, 500]],
  ] as const)('for the %s', (scope, waits) => {
    const limiter = createLimiter();
    limiter.pause(one, scope, 1_500);
    expect([one, sibling, stranger].map((each) => limiter.waitMs(each, 1_000))).toEqual(waits);
    expect(limiter.waitMs(one, 1_500)).toBe(0);
  });

  test('is not shortened by a later, shorter one', () => {
    const limiter = createLimiter();
    limiter.pause(one, 'channel', 5_000);
    limiter.pause(one, 'channel', 2_000);
    expect(limiter.waitMs(one, 2_000)).toBe(3_000);
  });
});
