import { beforeEach, describe, expect, test } from 'vitest';
import { ChatError } from '../../src/chat/chat.ts';
import type { Message } from '../../src/chat/message.ts';
import type { Outbox } from '../../src/deliveries/outbox.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { createChannelsLost } from '../../src/services/channel-losses.ts';
import { openMemoryDatabase } from '../../src/storage/database.ts';
import { createOutboxStorage } from '../../src/storage/deliveries/outbox.ts';
import { createStorage, type Storage } from '../../src/storage/storage.ts';
import { otherReason, reason } from '../../src/wording/reason.ts';
import { eventually } from '../fakes/eventually.ts';
import { createFakePlatform, type FakePlatform } from '../fakes/fake-platform.ts';
import { PlatformChat } from '../fakes/fake-platform-chat.ts';
import { newSubscription } from '../fakes/new-subscription.ts';
import { createVirtualTime, type VirtualTime } from '../fakes/virtual-time.ts';
import { openOutbox } from './open-outbox.ts';

const createdAt = Temporal.Instant.from('2026-03-01T12:00:00Z');
const message: Message = { summary: 'News', blocks: [] };

let storage: Storage;
let time: VirtualTime;
let platform: FakePlatform;
let chat: PlatformChat;
let outbox: Outbox;

beforeEach(async () => {
  storage = createStorage(await openMemoryDatabase());
  time = createVirtualTime(createdAt);
  platform = createFakePlatform({ random: () => 1, nowMs: time.nowMs });
  chat = new PlatformChat({
    platform: 'slack',
    api: { post: async (request) => platform.post(request), find: async (...asked) => platform.find(...asked) },
  });
  outbox = openOutbox({ storage, chat, time });
  // Two subscriptions of one owner in c1, one of another in c2; both channels are of one workspace.
  await subscribe('c1', 'ann', '08:00');
  await subscribe('c1', 'ann', '09:00');
  await subscribe('c2', 'ben', '08:00');
  return () => storage.close();
});

async function subscribe(channelId: string, createdBy: string, at: string): Promise<void> {
  await storage.subscriptions.add(
    newSubscription({
      channel: { platform: 'slack', workspaceId: 'w1', channelId },
      times: [at],
      createdBy,
      createdAt,
    }),
  );
}

async function tickAt(instant: string): Promise<void> {
  time.setClock(Temporal.Instant.from(instant));
  await time.run(outbox.tick());
}

const states = async () => (await storage.subscriptions.list()).map(({ state }) => state);
const seen = () => platform.seen.map(({ channelId, deliveryId }) => `${channelId} ${deliveryId}`);

describe('a channel that is lost', () => {
  beforeEach(async () => {
    platform.refuse('c1', 'lost-channel');
    await tickAt('2026-03-02T08:00:00Z');
  });

  test('suspends all that goes there, and nothing else', async () => {
    expect(await states()).toEqual(['suspended', 'suspended', 'active']);
    expect(seen()).toEqual(['c2 3-2026-03-02T08:00']);
  });

  test('is told to its owner once, however often it is tried', async () => {
    await tickAt('2026-03-02T09:00:00Z');
    await tickAt('2026-03-03T08:00:00Z');
    expect(chat.directMessages.map(({ user }) => user)).toEqual([{ workspaceId: 'w1', userId: 'ann' }]);
    expect(JSON.stringify(chat.directMessages[0]?.message)).toContain('daily at 09:00');
  });

  test('is tried once a day, and every slot left out says why', async () => {
    const before = platform.counts.requests;
    await tickAt('2026-03-02T09:00:00Z');
    expect(platform.counts.requests).toBe(before);
    const skipped = await storage.deliveries.find('2-2026-03-02T09:00');
    expect(skipped?.delivery).toMatchObject({
      state: 'suspended',
      reason: otherReason('The platform refuses: lost-channel'),
    });
    await tickAt('2026-03-03T08:00:00Z');
    await tickAt('2026-03-03T09:00:00Z');
    // The other channel's briefing, and one try.
    expect(platform.counts.requests).toBe(before + 2);
  });

  test('goes on by itself when it works again, and its next briefing covers all that was left out', async () => {
    platform.refuse('c1', undefined);
    await tickAt('2026-03-03T08:00:00Z');
    expect(await states()).toEqual(['active', 'active', 'active']);
    const sent = await storage.deliveries.find('1-2026-03-03T08:00');
    expect(sent?.delivery.state).toBe('sent');
    expect(sent?.delivery.windowStart.toString()).toBe(createdAt.toString());
    await tickAt('2026-03-03T09:00:00Z');
    expect(seen()).toContain('c1 2-2026-03-03T09:00');
  });

  test('goes on at once when a person resumes it', async () => {
    platform.refuse('c1', undefined);
    await storage.subscriptions.setState(2, 'active', { at: time.clock.now() });
    await tickAt('2026-03-02T09:00:00Z');
    expect(seen()).toContain('c1 2-2026-03-02T09:00');
  });
});

describe('the notice to its owner', () => {
  const notices = () =>
    chat.directMessages.map(({ user, message: notice }) => `${user.userId} ${JSON.stringify(notice.blocks)}`);

  test('names the channel', async () => {
    platform.refuse('c1', 'lost-channel');
    await tickAt('2026-03-02T08:00:00Z');
    expect(notices()).toEqual([expect.stringContaining('"kind":"channel","id":"c1"')]);
  });

  test('waits as long as the platform asks, over a restart, and comes once', async () => {
    platform.refuse('c1', 'lost-channel');
    platform.refuse('c2', 'missing-permission');
    chat.refusals.push(new ChatError('Too many', { kind: 'retryable', retryAfterMs: 90_000, retryScope: 'workspace' }));
    chat.refusals.push(new ChatError('No answer', { kind: 'ambiguous' }));
    await tickAt('2026-03-02T08:00:00Z');
    expect(notices()).toEqual([]);
    outbox = openOutbox({ storage, chat, time });
    await tickAt('2026-03-02T08:01:00Z');
    expect(notices()).toHaveLength(1);
    await tickAt('2026-03-02T08:02:00Z');
    await tickAt('2026-03-02T08:03:00Z');
    await tickAt('2026-03-02T20:00:00Z');
    expect(
      notices()
        .map((one) => one.slice(0, 3))
        .toSorted(),
    ).toEqual(['ann', 'ben']);
  });

  test('does not come where the channel works again meanwhile', async () => {
    platform.refuse('c1', 'lost-channel');
    chat.refusals.push(new ChatError('Too many', { kind: 'retryable', retryAfterMs: 90_000 }));
    await tickAt('2026-03-02T08:00:00Z');
    await storage.subscriptions.resumeIn({ platform: 'slack', workspaceId: 'w1', channelId: 'c1' });
    await tickAt('2026-03-02T08:02:00Z');
    expect(notices()).toEqual([]);
  });

  test('is given up for somebody who cannot be written to', async () => {
    platform.refuse('c1', 'lost-channel');
    chat.refusals.push(new ChatError('No such person', { kind: 'lost-channel' }));
    await tickAt('2026-03-02T08:00:00Z');
    await tickAt('2026-03-02T08:02:00Z');
    expect(notices()).toEqual([]);
  });

  test('comes once for a message that the platform does not take', async () => {
    platform.refuse('c1', 'rejected');
    await tickAt('2026-03-02T08:00:00Z');
    await tickAt('2026-03-02T08:01:00Z');
    expect(notices()).toEqual([expect.stringContaining('A briefing was refused')]);
  });
});

describe('a channel that people removed the bot from', () => {
  const place = { platform: 'slack', workspaceId: 'w1', channelId: 'c1' } as const;

  beforeEach(async () => {
    const lost = createChannelsLost({
      storage: createOutboxStorage(storage),
      chats: [chat],
      clock: time.clock,
      log: silentLog,
    });
    lost.onChannelLost(place, reason('removedFromChannel'), { isRemoval: true });
    await eventually(async () => expect(await states()).toEqual(['suspended', 'suspended', 'active']));
  });

  test('is left alone for ever: no slot tries it, nor does a start, and nothing suspends it anew', async () => {
    await storage.subscriptions.resumeIn({ platform: 'slack', workspaceId: 'w1' });
    await storage.subscriptions.suspend(place, {
      by: 'channel',
      reason: reason('channelArchived'),
      probeAt: createdAt,
    });
    await tickAt('2026-03-02T08:00:00Z');
    await tickAt('2026-03-03T09:00:00Z');
    await tickAt('2026-03-09T09:00:00Z');
    expect(seen().filter((one) => one.startsWith('c1'))).toEqual([]);
    expect(await states()).toEqual(['suspended', 'suspended', 'active']);
  });

  test('goes on when the bot is invited', async () => {
    await storage.subscriptions.resumeIn(place);
    await tickAt('2026-03-02T08:00:00Z');
    expect(seen()).toContain('c1 1-2026-03-02T08:00');
  });

  test('is told to its owner, with what brings it back', async () => {
    await eventually(() => expect(chat.directMessages.map(({ user }) => user.userId)).toEqual(['ann']));
    expect(JSON.stringify(chat.directMessages[0]?.message)).toContain('invited to the channel again');
  });
});

test('a workspace that is there again resumes nothing that its channels lost by themselves', async () => {
  platform.refuse('c1', 'lost-channel');
  await tickAt('2026-03-02T08:00:00Z');
  await storage.subscriptions.resumeIn({ platform: 'slack', workspaceId: 'w1' });
  expect(await states()).toEqual(['suspended', 'suspended', 'active']);
});

test('a workspace that is lost is suspended whole by the first refusal', async () => {
  platform.refuse('w1', 'lost-workspace');
  await tickAt('2026-03-02T08:00:00Z');
  expect(await states()).toEqual(['suspended', 'suspended', 'suspended']);
  expect(chat.directMessages.map(({ user }) => user.userId)).toEqual(['ann', 'ben']);
});

describe('a message that the platform would not take', () => {
  beforeEach(async () => {
    platform.refuse('c1', 'rejected');
    await tickAt('2026-03-02T08:00:00Z');
  });

  test('is a dead letter with what was to be posted, and is not tried again', async () => {
    const dead = await storage.deliveries.find('1-2026-03-02T08:00');
    expect(dead?.delivery).toMatchObject({ state: 'dead', reason: otherReason('The platform refuses: rejected') });
    expect(dead?.payload).toEqual(message);
    const before = platform.counts.requests;
    await tickAt('2026-03-02T08:30:00Z');
    expect(platform.counts.requests).toBe(before);
  });

  test('is sent when the operator asks for it again, whatever its age', async () => {
    platform.refuse('c1', undefined);
    await storage.deliveries.retry('1-2026-03-02T08:00', time.clock.now());
    await tickAt('2026-03-02T23:00:00Z');
    expect(seen()).toContain('c1 1-2026-03-02T08:00');
  });
});

test('an edit counts from its time on: no slot before it, none twice, windows abut', async () => {
  await tickAt('2026-03-02T08:00:00Z');
  const editedAt = Temporal.Instant.from('2026-03-02T10:00:00Z');
  const change = { interest: 'everything', as: 'digest', language: 'en', length: 'short', maxStories: 5 } as const;
  const schedule = { days: [1, 2, 3, 4, 5, 6, 7], times: ['08:00', '09:30', '11:00'], zone: 'UTC' } as const;
  await storage.subscriptions.change(3, { ...change, schedule }, editedAt);
  await tickAt('2026-03-02T10:01:00Z');
  await tickAt('2026-03-02T11:00:00Z');
  const sent = await storage.deliveries.list({ subscriptionId: 3, limit: 9 });
  expect(sent.map(({ slot, state }) => `${slot} ${state}`)).toEqual(['2026-03-02T11:00 sent', '2026-03-02T08:00 sent']);
  expect(sent[0]?.windowStart).toEqual(sent[1]?.windowEnd);
});
