import type { Briefing } from '../briefings/briefing.ts';
import type { Chat } from '../chat/chat.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Log } from '../runtime/log.ts';
import { isQuiet } from '../subscriptions/parse-quiet.ts';
import { minutesBetween } from '../subscriptions/slots.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import { type Reason, reason, reasonInEnglish } from '../wording/reason.ts';
import { type Delivery, needsLookup, type OutboxItem } from './delivery.ts';
import type { OutboxStorage, Preparation } from './outbox-storage.ts';
import { isPastGrace } from './plan-due.ts';
import { recordFailure } from './record-failure.ts';

export interface PrepareOptions {
  readonly storage: OutboxStorage;
  readonly chats: readonly Chat[];
  /** The briefing of a subscription for a delivery's window. */
  readonly compose: (subscription: Subscription, delivery: Delivery) => Promise<Briefing>;
  /** Whether the database is the cause, rather than the content. */
  readonly isOutage?: (error: unknown) => boolean;
  /** Where nothing is new: one line after a week without a briefing, or each time, which is the default. */
  readonly quiet?: 'weekly' | 'daily';
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Composes what the items carry and remembers it before anything goes out, so that after a crash it is known what a channel received.
 * Gives those that are ready to go; the others have ended. One that must be looked up first goes as it is: its briefing may be posted.
 */
export async function prepareItems(
  items: readonly OutboxItem[],
  options: PrepareOptions,
): Promise<readonly OutboxItem[]> {
  const ready: OutboxItem[] = [];
  const preparations: Preparation[] = [];
  for (const item of items) {
    if (needsLookup(item)) {
      ready.push(item);
      continue;
    }
    const briefing = await composeFor(item, options);
    if (!briefing) continue;
    item.briefing = briefing;
    ready.push(item);
    const { delivery, subscription } = item;
    const { windowStart } = delivery.storyId === undefined ? subscription : delivery;
    preparations.push({ deliveryId: delivery.id, briefingId: briefing.id, windowStart });
  }
  if (preparations.length > 0) await options.storage.prepare(preparations);
  return ready;
}

/** Undefined when the delivery ended here. */
async function composeFor(item: OutboxItem, options: PrepareOptions): Promise<Briefing | undefined> {
  try {
    const skip = skipOf(item, options.clock.now());
    if (skip) {
      await recordSkip(item, skip, options);
      return undefined;
    }
    const briefing = await options.compose(item.subscription, item.delivery);
    const silence = briefing.stories.length > 0 ? undefined : silenceOf(item, options);
    if (!silence) return briefing;
    await recordSkip(item, { state: 'missed', reason: silence }, options);
    return undefined;
  } catch (error) {
    if (isPassing(error, item, options)) await giveBack(error, item, options);
    else await recordFailure(error, item, options);
    return undefined;
  }
}

/** A line at a weekly hour comes at a week's end, whatever the clocks do in it. */
const quietHours = 7 * 24 - 1;

/** Why nothing is posted where nothing is new; undefined where a line says that nothing is. The window begins with the last one posted. */
function silenceOf(
  { delivery, subscription }: OutboxItem,
  { quiet = 'daily' }: Pick<PrepareOptions, 'quiet'>,
): Reason | undefined {
  if (delivery.storyId !== undefined) return reason('allSentBefore');
  const isDue = subscription.windowStart.until(delivery.windowEnd).total('hours') >= quietHours;
  return quiet === 'daily' || isDue || delivery.isByHand ? undefined : reason('nothingNew');
}

/** Waits out database trouble; after a day each failure counts as one of the delivery, so that nothing is retried forever. */
const waitsAtMostMinutes = 24 * 60;
const waitSeconds = 60;

function isPassing(error: unknown, { delivery }: OutboxItem, { isOutage, clock }: PrepareOptions): boolean {
  return isOutage?.(error) === true && minutesBetween(delivery.dueAt, clock.now()) <= waitsAtMostMinutes;
}

async function giveBack(
  err: unknown,
  { delivery: { id } }: OutboxItem,
  { storage, clock, log }: PrepareOptions,
): Promise<void> {
  log.warn(
    { err, deliveryId: id, waitSeconds },
    'the database failed while a briefing was composed; it is composed again',
  );
  await storage.release([id], { until: clock.now().add({ seconds: waitSeconds }), mayBePosted: false });
}

/** Why a delivery is not sent, though it is due, and what becomes of it. */
export interface Skip {
  /** `withdrawn`: as if it had never been planned. */
  readonly state: 'suspended' | 'missed' | 'withdrawn';
  readonly reason: Reason;
}

/** Why a claimed delivery must not be sent after all; undefined when it may be. */
export function skipOf({ delivery, subscription }: OutboxItem, now: Temporal.Instant): Skip | undefined {
  const { state, reason: why, suspendedBy, probeAt, windowStart } = subscription;
  if (state === 'paused') return { state: 'missed', reason: reason('isPaused') };
  const isProbeDue = suspendedBy !== 'removal' && (!probeAt || Temporal.Instant.compare(now, probeAt) >= 0);
  const mayProbe = delivery.isByHand || isProbeDue;
  if (state === 'suspended' && !mayProbe) return { state: 'suspended', reason: why ?? reason('isSuspended') };
  if (Temporal.Instant.compare(windowStart, delivery.windowEnd) >= 0)
    return { state: 'missed', reason: reason('coveredLater') };
  if (delivery.storyId !== undefined) return skipOfAlert({ delivery, subscription }, now);
  // A failed one uses up its tries; this is for one that a process left behind.
  const wasTried = delivery.isByHand || delivery.retryAt !== undefined;
  if (!wasTried && isPastGrace(subscription, delivery, now)) return { state: 'missed', reason: reason('notInTime') };
  return undefined;
}

/** The age after which an alert is obsolete. */
const alertGraceMinutes = 60;

/** In quiet hours an alert is withdrawn, so that it may be raised after them if its story still breaks then. */
function skipOfAlert({ delivery, subscription }: Pick<OutboxItem, 'delivery' | 'subscription'>, now: Temporal.Instant) {
  const { quiet, as } = subscription;
  const missed = (why: Reason): Skip => ({ state: 'missed', reason: why });
  if (delivery.isByHand) return undefined;
  if (as === 'digest' || as === 'week') return missed(reason('noAlertsWanted'));
  if (quiet && isQuiet(quiet, now, quiet.zone)) {
    // One that may have been sent keeps its record: raised again, it could appear twice.
    const mayBeSent = delivery.briefingId !== undefined;
    return mayBeSent ? missed(reason('quietHours')) : { state: 'withdrawn' as const, reason: reason('quietHours') };
  }
  if (delivery.dueAt.until(now).total('minutes') > alertGraceMinutes) return missed(reason('notInTime'));
  return undefined;
}

/** Ends a delivery that is not sent, with the reason. */
export async function recordSkip(
  { delivery }: OutboxItem,
  { state, reason: why }: Skip,
  { storage, log }: { readonly storage: Pick<OutboxStorage, 'mark' | 'withdraw'>; readonly log: Log },
): Promise<void> {
  if (state === 'withdrawn') await storage.withdraw(delivery.id);
  else await storage.mark(delivery.id, state, why);
  log.info({ deliveryId: delivery.id, reason: reasonInEnglish(why) }, 'delivery skipped');
}
