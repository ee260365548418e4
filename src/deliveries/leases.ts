import type { Clock } from '../runtime/clock.ts';
import type { Log } from '../runtime/log.ts';
import { needsLookup, type OutboxItem } from './delivery.ts';
import type { ClaimedDelivery, OutboxStorage } from './outbox-storage.ts';

interface LeaseOptions {
  readonly storage: Pick<OutboxStorage, 'claim' | 'release'>;
  readonly clock: Clock;
  readonly log: Log;
}

/** Claims on deliveries, which end by themselves with the process that made them. */
export interface Leases {
  claim(limit: number): Promise<readonly OutboxItem[]>;
  /** Whether there is time to begin with an item. */
  hasTimeFor(item: OutboxItem): boolean;
  /** Released to the table, to be claimed by any process after this time. */
  release(items: readonly OutboxItem[], waitMs: number): Promise<void>;
  /** The same at once, of those whose platform has not answered: it may have posted, so whoever claims these looks before posting. */
  releaseUnanswered(items: readonly OutboxItem[]): Promise<void>;
}

/** The length of a lease; after it, the claiming process is presumed dead. */
const leaseMs = 120_000;
/** Nothing is begun that may not end within its lease. */
const leaseReserveMs = 45_000;

/** Makes and releases claims. */
export function createLeases({ storage, clock, log }: LeaseOptions): Leases {
  async function releaseUntil(items: readonly OutboxItem[], waitMs: number, mayBePosted: boolean): Promise<void> {
    const ids = items.map(({ delivery }) => delivery.id);
    const until = clock.now().add({ milliseconds: Math.ceil(waitMs) });
    await storage
      .release(ids, { until, mayBePosted })
      .catch((err: unknown) => log.error({ err, ids }, 'claims were not given back'));
  }

  return {
    async claim(limit) {
      const now = clock.now();
      return (await storage.claim({ now, until: now.add({ milliseconds: leaseMs }), limit })).map(toItem);
    },

    hasTimeFor: ({ delivery: { claimedUntil } }) =>
      claimedUntil !== undefined && clock.now().until(claimedUntil).total('milliseconds') >= leaseReserveMs,

    async release(items, waitMs) {
      for (const [mayBePosted, some] of Map.groupBy(items, needsLookup)) await releaseUntil(some, waitMs, mayBePosted);
    },

    async releaseUnanswered(items) {
      if (items.length === 0) return;
      const ids = items.map(({ delivery }) => delivery.id);
      log.warn({ ids }, 'deliveries without an answer are handed back; the next start looks whether they were posted');
      await releaseUntil(items, 0, true);
    },
  };
}

function toItem({ delivery, subscription }: ClaimedDelivery): OutboxItem {
  return { delivery, subscription, isLookedUp: false, pauses: 0 };
}
