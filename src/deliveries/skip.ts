import type { Log } from '../runtime/log.ts';
import { isQuiet } from '../subscriptions/parse-quiet.ts';
import type { Job } from './job.ts';
import type { OutboxStorage } from './outbox-storage.ts';
import { isPastGrace } from './plan-due.ts';

/** Why a delivery is not sent, though it is due, and what becomes of it. */
export interface Skip {
  /** `withdrawn`: as if it had never been planned. */
  readonly state: 'suspended' | 'missed' | 'withdrawn';
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
  if (delivery.storyId !== undefined) return skipOfAlert({ delivery, subscription }, now);
  // One that failed is tried to the end of its tries; this is for one that a process left behind.
  const wasTried = delivery.isByHand || delivery.retryAt !== undefined;
  if (!wasTried && isPastGrace(subscription, delivery, now))
    return { state: 'missed', reason: 'it could not be delivered in time' };
  return undefined;
}

/** After this an alert is no alert any more. */
const alertGraceMinutes = 60;

/** In quiet hours an alert is withdrawn, so that it may be raised after them if its story still breaks then. */
function skipOfAlert({ delivery, subscription }: Pick<Job, 'delivery' | 'subscription'>, now: Temporal.Instant) {
  const { quiet, as } = subscription;
  const missed = (reason: string): Skip => ({ state: 'missed', reason });
  if (delivery.isByHand) return undefined;
  if (as === 'digest') return missed('the subscription wants no alerts any more');
  if (quiet && isQuiet(quiet, now, quiet.zone)) {
    // One that may have been sent keeps its record: raised again it could be seen twice.
    const mayBeSent = delivery.briefingId !== undefined;
    return mayBeSent
      ? missed("the channel's quiet hours began")
      : { state: 'withdrawn' as const, reason: 'quiet hours' };
  }
  if (delivery.dueAt.until(now).total('minutes') > alertGraceMinutes)
    return missed('it could not be delivered in time');
  return undefined;
}

/** Ends a delivery that is not sent, with the reason. */
export async function recordSkip(
  { delivery }: Job,
  { state, reason }: Skip,
  { storage, log }: { readonly storage: Pick<OutboxStorage, 'mark' | 'withdraw'>; readonly log: Log },
): Promise<void> {
  if (state === 'withdrawn') await storage.withdraw(delivery.id);
  else await storage.mark(delivery.id, state, reason);
  log.info({ deliveryId: delivery.id, reason }, 'delivery skipped');
}
