import type { ClaimedCorrection, CorrectionStorage } from '../../deliveries/correction.ts';
import type { Delivery } from '../../deliveries/delivery.ts';
import type { OutboxStorage } from '../../deliveries/outbox-storage.ts';
import type { Storage } from '../storage.ts';

/** The corrector's view of storage. */
export function createCorrectionStorage(storage: Storage): CorrectionStorage {
  const { corrections, deliveries, subscriptions } = storage;
  return {
    ...corrections,
    async claim(request) {
      const claimed = await corrections.claim(request);
      const found = await Promise.all(
        claimed.map(async ({ deliveryId, ...facts }): Promise<ClaimedCorrection | undefined> => {
          const delivery = (await deliveries.find(deliveryId))?.delivery;
          const subscription = delivery && (await subscriptions.find(delivery.subscriptionId));
          return delivery && subscription ? { delivery, subscription, ...facts } : undefined;
        }),
      );
      return found.filter((one) => one !== undefined);
    },
    end: (deliveryId, end) =>
      storage.transaction(async (queries) => {
        if (end.post) await queries.deliveries.setPost(deliveryId, end.post);
        await queries.corrections.end(deliveryId, end);
      }),
  };
}

/** Increased when our rules for computing slots change. */
const slotRules = 1;

/**
 * The outbox's view of storage: each call one transaction. `zoneData`: the release of the time zone data, by which next slots were
 * computed.
 */
export function createOutboxStorage(storage: Storage, zoneData = process.versions.tz ?? ''): OutboxStorage {
  const { deliveries, subscriptions } = storage;
  return {
    toPlan: subscriptions.toPlan,
    async forgetNextDue() {
      const rules = `${zoneData}, ${slotRules}`;
      if ((await storage.serviceFacts.find('slot-rules')) === rules) return;
      await subscriptions.forgetNextDue();
      await storage.serviceFacts.save('slot-rules', rules);
    },
    release: deliveries.release,
    markRetrying: deliveries.markRetrying,
    mark: deliveries.mark,
    withdraw: deliveries.withdraw,
    recordAlerts: async (alerts) => void (await deliveries.insert(alerts)),
    markDead: deliveries.markDead,
    suspend: (channel, { by, reason, probeAt, at }, noticesOf) =>
      storage.transaction(async (queries) => {
        const suspended = await queries.subscriptions.suspend(channel, { by, reason, probeAt });
        await queries.ownerNotices.add(noticesOf(suspended), at);
        return suspended;
      }),
    notices: storage.ownerNotices,
    findSubscriptions: subscriptions.findMany,

    recordPlans: (plans) =>
      storage.transaction(async (queries) => {
        await queries.deliveries.insert(plans.flatMap((plan) => plan.deliveries));
        await queries.subscriptions.setPlanned(plans);
        // Waits for archiving in progress; what is archived from now on knows that these windows are over.
      }, 'archive'),

    async claim(request) {
      const claimed = await deliveries.claim(request);
      const ids = new Set(claimed.map(({ subscriptionId }) => subscriptionId));
      const found = new Map(
        (await subscriptions.findMany([...ids])).map((subscription) => [subscription.id, subscription]),
      );
      // A subscription removed just now took its deliveries with it.
      return claimed.flatMap((delivery) => {
        const subscription = found.get(delivery.subscriptionId);
        return subscription ? [{ delivery, subscription }] : [];
      });
    },

    prepare: deliveries.setBriefings,

    settle: (settlements) =>
      storage.transaction(async (queries) => {
        await queries.deliveries.markSent(settlements.map(({ delivery: { id }, ...sent }) => ({ ...sent, id })));
        // An alert ends no window.
        const briefings = settlements.filter(({ delivery: { storyId } }) => storyId === undefined);
        const inOrder = briefings.map(({ delivery }) => delivery).toSorted(bySubscription);
        await queries.subscriptions.endWindows(new Map(inOrder.map((one) => [one.subscriptionId, one.windowEnd])));
        for (const { delivery } of settlements.filter(({ resumes }) => resumes))
          await queries.subscriptions.resume(delivery.subscriptionId);
      }),
  };
}

/** In the order in which planning updates them, to avoid deadlocks; of several windows of one subscription the last counts. */
function bySubscription(a: Delivery, b: Delivery): number {
  return a.subscriptionId - b.subscriptionId || Temporal.Instant.compare(a.windowEnd, b.windowEnd);
}
