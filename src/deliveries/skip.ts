import type { Log } from '../runtime/log.ts';
import type { Job } from './job.ts';
import type { OutboxStorage } from './outbox-storage.ts';
import { isPastGrace } from './plan-due.ts';

export interface Skip {
  readonly state: 'suspended' | 'missed';
  readonly reason: string;
}

/** Why a claimed delivery must not be sent after all; undefined when it may be. */
export function skipOf({ delivery, subscription }: Job, now: Temporal.Instant): Skip | undefined {
  const { state, reason, probeAt, windowStart } = subscription;
  if (state === 'paused') return { state: 'missed', reason: 'the subscription is paused' };
  const mayProbe = delivery.isByHand || !probeAt || Temporal.Instant.compare(now, probeAt) >= 0;
  if (state === 'suspended' && !mayProbe)
    return { state: 'suspended', reason: reason ?? 'the subscription is suspended' };
  if (Temporal.Instant.compare(windowStart, delivery.windowEnd) >= 0)
    return { state: 'missed', reason: 'a later briefing was delivered first and told its news' };
  // One that failed is tried to the end of its tries; this is for one that a process left behind.
  const wasTried = delivery.isByHand || delivery.retryAt !== undefined;
  if (!wasTried && isPastGrace(subscription, delivery, now))
    return { state: 'missed', reason: 'it could not be delivered in time' };
  return undefined;
}

/** Ends a delivery that is not sent, with the reason. */
export async function recordSkip(
  { delivery }: Job,
  { state, reason }: Skip,
  { storage, log }: { readonly storage: Pick<OutboxStorage, 'mark'>; readonly log: Log },
): Promise<void> {
  await storage.mark(delivery.id, state, reason);
  log.info({ deliveryId: delivery.id, reason }, 'delivery skipped');
}
