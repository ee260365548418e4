import { expect, test } from 'vitest';
import type { Delivery } from '../../../src/deliveries/delivery.ts';
import { createStorage } from '../../../src/storage/storage.ts';
import { otherReason } from '../../../src/wording/reason.ts';
import { newSubscription } from '../../fakes/new-subscription.ts';
import { openTestDatabase } from '../../fakes/test-database.ts';

test('a subscription is a dead end until something is sent to it after the dead delivery', async () => {
  const storage = createStorage(await openTestDatabase());
  const at = Temporal.Instant.from('2026-05-06T08:00:00Z');
  const channel = { platform: 'slack', workspaceId: 'T1', channelId: 'C1' } as const;
  const subscription = await storage.subscriptions.add(
    newSubscription({
      channel,
      createdAt: at,
    }),
  );
  const plan = async (day: number): Promise<string> => {
    const dueAt = at.add({ hours: 24 * day });
    const id = `${subscription.id}-${day}`;
    const delivery: Delivery = {
      id,
      subscriptionId: subscription.id,
      slot: dueAt.toString().slice(0, 16),
      dueAt,
      windowStart: at,
      windowEnd: dueAt,
      state: 'due',
      attempts: 0,
      isLate: false,
      isByHand: false,
    };
    await storage.deliveries.insert([delivery]);
    return id;
  };
  expect(await storage.deadEnds()).toEqual([]);
  const first = await plan(1);
  await storage.deliveries.markDead(first, otherReason('The text is too long.'), undefined);
  expect(await storage.deadEnds()).toMatchObject([
    { deliveryId: first, subscriptionId: subscription.id, channel, reason: otherReason('The text is too long.') },
  ]);
  await plan(2);
  expect(await storage.deadEnds()).toHaveLength(1);
  const post = { ...channel, messageId: 'm1' };
  await storage.deliveries.markSent([{ id: `${subscription.id}-2`, post, sentAt: at.add({ hours: 48 }) }]);
  expect(await storage.deadEnds()).toEqual([]);
  await storage.close();
});
