import type { Briefing } from '../briefings/briefing.ts';
import type { Chat } from '../chat/chat.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Log } from '../runtime/log.ts';
import { minutesBetween } from '../subscriptions/slots.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import type { Delivery } from './delivery.ts';
import { type Job, needsLookup } from './job.ts';
import type { OutboxStorage, Preparation } from './outbox-storage.ts';
import { recordFailure } from './record-failure.ts';
import { recordSkip, skipOf } from './skip.ts';

export interface PrepareOptions {
  readonly storage: OutboxStorage;
  readonly chats: readonly Chat[];
  /** The briefing of a subscription for a delivery's window. */
  readonly compose: (subscription: Subscription, delivery: Delivery) => Promise<Briefing>;
  /** Whether the database is why, and not what is composed. */
  readonly isOutage?: (error: unknown) => boolean;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Composes what the jobs carry and remembers it before anything goes out, so that after a crash it is known what a channel was told.
 * Gives those that are ready to go; the others have ended. One that must be looked up first goes as it is: its briefing may be posted.
 */
export async function prepareJobs(jobs: readonly Job[], options: PrepareOptions): Promise<readonly Job[]> {
  const ready: Job[] = [];
  const preparations: Preparation[] = [];
  for (const job of jobs) {
    if (needsLookup(job)) {
      ready.push(job);
      continue;
    }
    const briefing = await composeFor(job, options);
    if (!briefing) continue;
    job.briefing = briefing;
    ready.push(job);
    const { delivery, subscription } = job;
    const { windowStart } = delivery.storyId === undefined ? subscription : delivery;
    preparations.push({ deliveryId: delivery.id, briefingId: briefing.id, windowStart });
  }
  if (preparations.length > 0) await options.storage.prepare(preparations);
  return ready;
}

/** Undefined when the delivery ended here. */
async function composeFor(job: Job, options: PrepareOptions): Promise<Briefing | undefined> {
  try {
    const skip = skipOf(job, options.clock.now());
    if (skip) {
      await recordSkip(job, skip, options);
      return undefined;
    }
    const briefing = await options.compose(job.subscription, job.delivery);
    if (job.delivery.storyId === undefined || briefing.stories.length > 0) return briefing;
    await recordSkip(job, { state: 'missed', reason: 'the channel was told all of it before' }, options);
    return undefined;
  } catch (error) {
    if (isPassing(error, job, options)) await giveBack(error, job, options);
    else await recordFailure(error, job, options);
    return undefined;
  }
}

/** A database in trouble is waited for; after a day each failure is one of the delivery, so that nothing is tried for ever. */
const waitsAtMostMinutes = 24 * 60;
const waitSeconds = 60;

function isPassing(error: unknown, { delivery }: Job, { isOutage, clock }: PrepareOptions): boolean {
  return isOutage?.(error) === true && minutesBetween(delivery.dueAt, clock.now()) <= waitsAtMostMinutes;
}

async function giveBack(
  err: unknown,
  { delivery: { id } }: Job,
  { storage, clock, log }: PrepareOptions,
): Promise<void> {
  log.warn(
    { err, deliveryId: id, waitSeconds },
    'the database failed while a briefing was composed; it is composed again',
  );
  await storage.release([id], { until: clock.now().add({ seconds: waitSeconds }), mayBePosted: false });
}
