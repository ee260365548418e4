import type { Platform } from '../chat/chat.ts';
import type { Timer } from '../runtime/clock.ts';
import { type DeliverOptions, deliverItem } from './deliver-item.ts';
import type { OutboxItem } from './delivery.ts';
import { createFairQueue } from './fair-queue.ts';
import { createLeases } from './leases.ts';
import type { Limiter } from './limiter.ts';
import type { Settlement } from './outbox-storage.ts';
import { countedBy, longestQueuedPauseMs, type Pause } from './pacing.ts';
import { prepareItems } from './prepare-items.ts';

export interface DeliveryRunOptions extends DeliverOptions {
  readonly timer: Timer;
  readonly limiters: ReadonlyMap<Platform, Limiter>;
  /** Aborted when no new work may start. */
  readonly signal: AbortSignal;
}

/** From the first delivery that is due to the last: claims, waits as the platforms ask, sends many at a time. */
export interface DeliveryRun {
  /** Ends a pause. */
  wake(): void;
  /** Claims more in the background, if there is room and it is time. */
  claimMore(): void;
  /** Starts every item that need not wait. */
  startReady(): void;
  /** Waits until something may have changed. */
  rest(): Promise<void>;
  /** Whether nothing is left to do now. */
  isDone(): boolean;
  /** Waits for what is under way, but not longer than a stop may take, and gives the rest back. */
  end(): Promise<void>;
  /** How many were sent. */
  sent(): number;
}

/** Enough that the limits of many channels can be used at a time, few enough that those who come later take part soon. */
const maximumQueued = 1_000;
/** A run begins with small claims, so that a process that dies young leaves little behind until its leases are over. */
const firstClaim = 50;
const largestClaim = 250;
const claimEveryMs = 250;
/** So long the end of a run waits for answers of platforms; a stop is to be over within ten seconds. */
const handBackMs = 6_000;
const preparedTogether = 25;
const maximumInFlight = 64;

/** Opens a delivery run; the outbox drives it. */
export function createDeliveryRun(options: DeliveryRunOptions): DeliveryRun {
  const { storage, timer, log, limiters, signal } = options;
  const settle = batchSettlements((settlements) => storage.settle(settlements));
  const queue = createFairQueue<OutboxItem>({
    workspaceOf: ({ subscription: { channel } }) => `${channel.platform}/${channel.workspaceId}`,
    waitMs: waitOf,
  });
  const leases = createLeases(options);
  const paced = countedBy(limiters, timer);
  const { wake, restUntil } = createWakeUp(timer);
  let sent = 0;
  const inFlight = new Set<OutboxItem>();
  let claiming: Promise<void> | undefined;
  let nextClaimMs = Number.NEGATIVE_INFINITY;
  /** Whether a claim may find something: something ended since the last one, or that took all it could. */
  let mayHaveMore = true;
  let claimSize = firstClaim;
  let nextStartMs = Number.POSITIVE_INFINITY;
  signal.addEventListener('abort', wake);

  return {
    wake,

    claimMore() {
      const isRoom = queue.size + claimSize <= maximumQueued;
      const isTime = timer.nowMs() >= nextClaimMs || queue.size + inFlight.size === 0;
      if (claiming || !mayHaveMore || !isRoom || !isTime) return;
      claiming = claim()
        .catch((err: unknown) => log.error({ err }, 'claiming failed; the next tick tries again'))
        .finally(() => {
          claiming = undefined;
          wake();
        });
    },

    startReady() {
      nextStartMs = Number.POSITIVE_INFINITY;
      while (inFlight.size < maximumInFlight) {
        const next = queue.next();
        if ('waitMs' in next) {
          nextStartMs = timer.nowMs() + next.waitMs;
          return;
        }
        start(next.item);
      }
    },

    async rest() {
      const claimMs = claiming || !mayHaveMore ? Number.POSITIVE_INFINITY : Math.max(nextClaimMs, timer.nowMs() + 1);
      await restUntil(Math.min(nextStartMs, claimMs));
    },

    isDone: () => queue.size + inFlight.size === 0 && !claiming && !mayHaveMore,

    async end() {
      const overMs = timer.nowMs() + handBackMs;
      while (timer.nowMs() < overMs && (claiming || inFlight.size > 0)) await restUntil(overMs);
      signal.removeEventListener('abort', wake);
      await leases.releaseUnanswered([...inFlight]);
      await leases.release(
        queue.takeOut(() => true),
        0,
      );
    },

    sent: () => sent,
  };

  async function claim(): Promise<void> {
    mayHaveMore = false;
    nextClaimMs = timer.nowMs() + claimEveryMs;
    await releaseLongWaits();
    const claimed = await leases.claim(claimSize);
    if (claimed.length > 0) mayHaveMore = true;
    claimSize = Math.min(2 * claimSize, largestClaim);
    for (let first = 0; first < claimed.length; first += preparedTogether) {
      const items = claimed.slice(first, first + preparedTogether);
      for (const item of await prepareItems(items, options)) queue.add(item);
      wake();
      // Composing is CPU work; network events must not wait for all of it.
      await timer.wait(0, signal);
    }
  }

  function start(item: OutboxItem): void {
    if (!leases.hasTimeFor(item)) return void leases.release([item], 0);
    inFlight.add(item);
    deliverItem(item, { ...options, paced, settle })
      .then((outcome) => {
        if (outcome.kind === 'sent') sent++;
        if ('pause' in outcome) keep(outcome.pause, item);
        if (outcome.kind === 'requeue') queue.add(item);
        return outcome.kind === 'release' ? releaseWaiting(item, outcome.waitMs) : undefined;
      })
      .catch((err: unknown) =>
        log.error({ err, deliveryId: item.delivery.id }, 'the end of a delivery was not recorded'),
      )
      .finally(() => {
        inFlight.delete(item);
        mayHaveMore = true;
        wake();
      });
  }

  function keep({ ms, scope }: Pause, { subscription: { channel } }: OutboxItem): void {
    limiters.get(channel.platform)?.pause(channel, scope, timer.nowMs() + ms);
  }

  /** What a platform holds up for long is left to the table, with all that waits for the same, so that it holds no place here. */
  async function releaseWaiting(item: OutboxItem, waitMs: number): Promise<void> {
    await leases.release([item], waitMs);
    await releaseLongWaits();
  }

  async function releaseLongWaits(): Promise<void> {
    const isLong = (ms: number): boolean => ms > longestQueuedPauseMs && ms < Number.POSITIVE_INFINITY;
    const waiting = queue.takeOut((one) => isLong(waitOf(one)));
    for (const [waitMs, items] of Map.groupBy(waiting, waitOf)) await leases.release(items, waitMs);
  }

  function waitOf({ subscription: { channel } }: OutboxItem): number {
    return limiters.get(channel.platform)?.waitMs(channel, timer.nowMs()) ?? 0;
  }
}

/** A cancelable sleep. */
export interface WakeUp {
  /** Ends the current sleep, or the next one. */
  wake(): void;
  /** Sleeps until that time of the timer; Infinity: until woken. */
  restUntil(timeMs: number): Promise<void>;
}

/** Timers cannot wait longer, and would not wait at all: https://nodejs.org/api/timers.html#settimeoutcallback-delay-args */
const longestMs = 2 ** 31 - 1;

function createWakeUp(timer: Timer): WakeUp {
  let woken = Promise.withResolvers<void>();
  return {
    wake: () => woken.resolve(),
    async restUntil(timeMs) {
      if (timeMs === Number.POSITIVE_INFINITY) await woken.promise;
      else {
        const waiting = new AbortController();
        const ms = Math.min(Math.max(0, timeMs - timer.nowMs()), longestMs);
        await Promise.race([woken.promise, timer.wait(ms, waiting.signal)]);
        waiting.abort();
      }
      woken = Promise.withResolvers();
    },
  };
}

/** Batches the records of sent deliveries into few transactions: those that arrive during one wait for the next. Each caller waits for its own. */
function batchSettlements(
  settle: (settlements: readonly Settlement[]) => Promise<void>,
): (settlement: Settlement) => Promise<void> {
  let waiting: Settlement[] = [];
  let next: Promise<void> | undefined;
  let last: Promise<void> = Promise.resolve();

  function flush(): Promise<void> {
    const settlements = waiting;
    waiting = [];
    next = undefined;
    return settle(settlements);
  }

  return (settlement) => {
    waiting.push(settlement);
    if (!next) {
      next = last.then(flush);
      last = next.catch(() => undefined);
    }
    return next;
  };
}
