import { expect, it, onTestFinished } from 'vitest';
import type { DeliveryState } from '../../src/deliveries/delivery.ts';
import { operatorAction } from '../../src/services/operator-actions.ts';
import { openMemoryDatabase } from '../../src/storage/database.ts';
import { createStorage } from '../../src/storage/storage.ts';
import { reason } from '../../src/wording/reason.ts';
import { newSubscription } from '../fakes/new-subscription.ts';

const now = Temporal.Instant.from('2026-03-02T12:00:00Z');
const clock = { now: () => now };
const channel = { platform: 'slack', workspaceId: 'w1', channelId: 'c1' } as const;

async function open() {
  const storage = createStorage(await openMemoryDatabase());
  onTestFinished(() => storage.close());
  const windowStart = now.subtract({ hours: 24 });
  const { id } = await storage.subscriptions.add(
    newSubscription({ channel, createdBy: 'ann', createdAt: windowStart, windowStart }),
  );
  const deliver = async (state: DeliveryState) => {
    const dueAt = now.subtract({ hours: 1 });
    const parts = { windowStart, windowEnd: dueAt, state, attempts: 3, isLate: false };
    await storage.deliveries.insert([{ id: state, subscriptionId: id, slot: state, dueAt, ...parts }]);
  };
  return {
    storage,
    subscriptionId: id,
    deliver,
    act: (action: Parameters<typeof operatorAction>[0]) => operatorAction(action, { storage, clock }),
  };
}

it('sends a delivery again, or gives it up so that the next briefing begins after it', async () => {
  const { storage, subscriptionId, deliver, act } = await open();
  await deliver('dead');
  await act({ do: 'retry', id: 'dead' });
  expect((await storage.deliveries.find('dead'))?.delivery).toMatchObject({ state: 'retrying', retryAt: now });

  await act({ do: 'drop', id: 'dead' });
  const dropped = (await storage.deliveries.find('dead'))?.delivery;
  expect(dropped).toMatchObject({ state: 'missed', reason: reason('dropped') });
  expect((await storage.subscriptions.find(subscriptionId))?.windowStart).toEqual(dropped?.windowEnd);
  // Its news went with it: nothing is left to send.
  await expect(act({ do: 'retry', id: 'dead' })).rejects.toThrow('A later briefing already included the news');
});

it('sends nothing that was sent, is being sent, or is not there', async () => {
  const { deliver, act } = await open();
  await deliver('sent');
  await deliver('claimed');
  await expect(act({ do: 'retry', id: 'sent' })).rejects.toThrow('already been sent');
  await expect(act({ do: 'drop', id: 'claimed' })).rejects.toThrow('being sent right now');
  await expect(act({ do: 'retry', id: 'gone' })).rejects.toThrow('no delivery "gone"');
});

it('has a feed asked with the next tick', async () => {
  const { storage, act } = await open();
  const feed = {
    id: 'paper',
    url: 'https://paper.example/rss',
    name: 'Paper',
    language: 'en',
    topics: [],
    namespace: 'paper',
  };
  await storage.feeds.register([feed]);
  await storage.feeds.update('paper', { next_poll_at: '2026-03-03T00:00:00.000Z' });
  await act({ do: 'poll', id: 'paper' });
  expect((await storage.feeds.states())[0]?.next_poll_at).toMatch(/^2026-03-02T12:00:00/u);
  await expect(act({ do: 'poll', id: 'other' })).rejects.toThrow('No feed "other"');
});

it('pauses and resumes a subscription, and resumes all that trouble suspended but none that a person paused', async () => {
  const { storage, subscriptionId, act } = await open();
  const stateOf = async (id: number) => (await storage.subscriptions.find(id))?.state;
  await act({ do: 'pause', id: subscriptionId });
  expect(await stateOf(subscriptionId)).toBe('paused');
  const { id: other } = await storage.subscriptions.add(
    newSubscription({ channel: { ...channel, channelId: 'c2' }, createdBy: 'ann', createdAt: now }),
  );
  await storage.subscriptions.suspend(
    { ...channel, channelId: 'c2' },
    { by: 'channel', reason: reason('removedFromServer'), probeAt: now },
  );

  await act({ do: 'resumeAll' });
  expect(await stateOf(other)).toBe('active');
  expect(await stateOf(subscriptionId)).toBe('paused');
  await act({ do: 'resume', id: subscriptionId });
  expect(await stateOf(subscriptionId)).toBe('active');
  await expect(act({ do: 'pause', id: 99 })).rejects.toThrow('no subscription 99');
});
