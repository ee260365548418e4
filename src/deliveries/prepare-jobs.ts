import type { Briefing } from '../briefings/briefing.ts';
import type { Chat } from '../chat/chat.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Log } from '../runtime/log.ts';
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
    await recordFailure(error, job, options);
    return undefined;
  }
}
