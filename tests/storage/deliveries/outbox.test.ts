import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Delivery } from '../../../src/deliveries/delivery.ts';
import type { OutboxStorage } from '../../../src/deliveries/outbox-storage.ts';
import { createOutboxStorage } from '../../../src/storage/deliveries/outbox.ts';
import { createStorage, type Storage } from '../../../src/storage/storage.ts';
import type { Subscription } from '../../../src/subscriptions/subscription.ts';
import { otherReason, reason } from '../../../src/wording/reason.ts';
import { newSubscription } from '../../fakes/new-subscription.ts';
import { openTestDatabase } from '../../fakes/test-database.ts';

const start = Temporal.Instant.from('2026-05-06T08:00:00Z');
const after = (hours: number): Temporal.Instant => start.add({ hours });
let storage: Storage;
let outbox: OutboxStorage;

beforeEach(async () => {
  storage = createStorage(await openTestDatabase());
  outbox = createOutboxStorage(storage);
});
afterEach(() => storage.close());

function subscribe(channelId: string): Promise<Subscription> {
  return storage.subscriptions.add(
    newSubscription({
      channel: { platform: 'slack', workspaceId: 'T1', channelId },
      createdAt: start,
    }),
  );
}

function deliveryOf({ id }: Subscription, hours: number, some: Partial<Delivery> = {}): Delivery {
  return {
    id: `${id}-${hours}`,
    subscriptionId: id,
    slot: after(hours).toString(),
    dueAt: after(hours),
    windowStart: start,
    windowEnd: after(hours),
    state: 'due',
    attempts: 0,
    isLate: false,
    ...some,
  };
}

const settled = (delivery: Delivery, { channel }: Subscription, resumes = false) => ({
  delivery,
  post: { ...channel, messageId: `m-${delivery.id}` },
  sentAt: delivery.dueAt,
  resumes,
});

test('what many deliveries carry, and that they were sent, is recorded for each', async () => {
  const [one, two, other] = [await subscribe('C1'), await subscribe('C2'), await subscribe('C3')];
  const [first, second, waiting] = [deliveryOf(one, 1), deliveryOf(two, 2), deliveryOf(other, 3)];
  await storage.deliveries.insert([first, second, waiting]);
  await outbox.prepare([
    { deliveryId: first.id, briefingId: 'b1', windowStart: after(-1) },
    { deliveryId: second.id, briefingId: 'b2', windowStart: after(-2) },
  ]);
  await outbox.settle([settled(first, one), settled(second, two)]);
  const list = await storage.deliveries.list({ limit: 9 });
  expect(list.map(({ id, state, briefingId }) => [id, state, briefingId])).toEqual([
    [waiting.id, 'due', undefined],
    [second.id, 'sent', 'b2'],
    [first.id, 'sent', 'b1'],
  ]);
  expect(list[2]).toMatchObject({ windowStart: after(-1), sentAt: after(1), post: { messageId: `m-${first.id}` } });
  const windows = (await storage.subscriptions.list()).map(({ windowStart }) => windowStart.toString());
  expect(windows).toEqual([after(1), after(2), start].map(String));
});

test('an alert ends no window, an older briefing sent later moves none back, and the last of several counts', async () => {
  const [alerted, caughtUp] = [await subscribe('C1'), await subscribe('C2')];
  const alert = deliveryOf(alerted, 5, { storyId: 7 });
  const [late, latest] = [deliveryOf(caughtUp, 3), deliveryOf(caughtUp, 9)];
  await storage.deliveries.insert([late, latest]);
  await outbox.settle([settled(alert, alerted), settled(latest, caughtUp), settled(late, caughtUp)]);
  await outbox.settle([settled(late, caughtUp)]);
  const windows = (await storage.subscriptions.list()).map(({ windowStart }) => windowStart.toString());
  expect(windows).toEqual([start, after(9)].map(String));
});

test('a channel that works again goes on with everything, the others stay as they are', async () => {
  const [back, gone] = [await subscribe('C1'), await subscribe('C2')];
  for (const { channel } of [back, gone])
    await outbox.suspend(
      channel,
      { by: 'channel', reason: reason('channelArchived'), probeAt: after(1), at: after(0) },
      () => [],
    );
  const [sent, other] = [deliveryOf(back, 2), deliveryOf(gone, 2)];
  await storage.deliveries.insert([sent, other]);
  await outbox.settle([settled(sent, back, true)]);
  expect((await storage.subscriptions.list()).map(({ state }) => state)).toEqual(['active', 'suspended']);
});

test('how far many were planned is kept for each, with one that is never due', async () => {
  const [one, two, three] = [await subscribe('C1'), await subscribe('C2'), await subscribe('C3')];
  await subscribe('C4');
  await outbox.recordPlans([
    { subscriptionId: one.id, deliveries: [deliveryOf(one, 1)], until: after(1), nextDueAt: after(24) },
    { subscriptionId: two.id, deliveries: [], until: after(2), nextDueAt: after(48) },
    { subscriptionId: three.id, deliveries: [], until: after(3) },
  ]);
  const toPlan = async (hours: number) => (await outbox.toPlan(after(hours), 9)).map(({ id }) => id);
  expect(await toPlan(3)).toEqual([4]);
  expect(await toPlan(24)).toEqual([1, 4]);
  expect(await toPlan(100_000)).toEqual([1, 2, 4]);
  expect((await outbox.toPlan(after(24), 1))[0]).toMatchObject({ plannedUntil: after(1), schedule: one.schedule });
  expect(await storage.deliveries.counts()).toEqual({ due: 1 });
});

test('a claim that was made before the clock was set back a day does not hold for that day', async () => {
  const one = await subscribe('C1');
  await storage.deliveries.insert([deliveryOf(one, 1)]);
  const claimAt = (hours: number) =>
    outbox.claim({ now: after(hours), until: after(hours).add({ minutes: 2 }), limit: 9 });
  expect(await claimAt(26)).toHaveLength(1);
  expect(await claimAt(26)).toHaveLength(0);
  expect(await claimAt(2)).toHaveLength(1);
  expect(await claimAt(2)).toHaveLength(0);
});

test('what was sent stays sent, whatever a process says that had lost its claim', async () => {
  const one = await subscribe('C1');
  const delivery = deliveryOf(one, 1);
  await storage.deliveries.insert([delivery]);
  await outbox.settle([settled(delivery, one)]);
  await outbox.markRetrying(delivery.id, after(2), otherReason('No answer in time'));
  await outbox.mark(delivery.id, 'missed', reason('notInTime'));
  await outbox.markDead(delivery.id, otherReason('No answer in time'), undefined);
  expect(await storage.deliveries.list({ limit: 9 })).toMatchObject([{ state: 'sent', attempts: 0 }]);
});
