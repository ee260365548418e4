import type { Platform } from '../chat/chat.ts';
import type { Timer } from '../runtime/clock.ts';
import type { Locks } from '../runtime/locks.ts';
import type { DeliverOptions } from './deliver-item.ts';
import type { Delivery } from './delivery.ts';
import { createDeliveryRun, type DeliveryRun } from './delivery-run.ts';
import { createLimiters, type Limiter } from './limiter.ts';
import { sendOwnerNotices } from './owner-notices.ts';
import { planDue } from './plan-due.ts';
import { createSingleRun } from './single-run.ts';

export interface OutboxOptions extends DeliverOptions {
  readonly timer: Timer;
  /** Shared with whatever else sends to these chats. */
  readonly limiters?: ReadonlyMap<Platform, Limiter>;
  /** Where other processes deliver from the same tables: one of them plans at a time. */
  readonly locks?: Pick<Locks, 'take'>;
  /** The alerts that are due, see plan-alerts.ts. Without it there are briefings alone. */
  readonly planAlerts?: (now: Temporal.Instant) => Promise<readonly Delivery[]>;
}

/** Sends due deliveries; see delivery.ts for the states. */
export interface Outbox {
  /**
   * Plans what came due and delivers until nothing is left to do now. Called while it runs, it plans again and joins. Gives how many
   * were sent.
   */
  tick(): Promise<number>;
  /** Waits for work in progress; the rest stays due. */
  stop(): Promise<void>;
}

const planAgainMs = 200;

/**
 * Delivers briefings: each (subscription, slot) once, whatever stops, restarts or fails in between, and as fast as the platforms let
 * us. States as in delivery.ts.
 */
export function createOutbox(options: OutboxOptions): Outbox {
  const { storage, clock, log, limiters = createLimiters(options.chats) } = options;
  const single = createSingleRun(deliverAll);
  let current: DeliveryRun | undefined;
  let isPlanDue = false;
  let hasPlanned = false;
  let nextPlanMs = Number.NEGATIVE_INFINITY;
  return {
    tick() {
      isPlanDue = true;
      current?.wake();
      return single.tick();
    },
    stop: single.stop,
  };

  async function deliverAll(): Promise<number> {
    const run = createDeliveryRun({ ...options, limiters, signal: single.signal });
    current = run;
    try {
      while (!single.signal.aborted) {
        if (isPlanDue && options.timer.nowMs() >= nextPlanMs) await planAlone();
        run.claimMore();
        run.startReady();
        if (run.isDone() && !isPlanDue) break;
        await run.rest();
      }
    } finally {
      current = undefined;
      await run.end();
    }
    if (!single.signal.aborted) await sendOwnerNotices(options);
    return run.sent();
  }

  /** While another process plans, this one sends what is already planned, and checks again. */
  async function planAlone(): Promise<void> {
    const hold = options.locks ? await options.locks.take('plan') : { release: async () => undefined };
    if (!hold) {
      nextPlanMs = options.timer.nowMs() + planAgainMs;
      void options.timer.wait(planAgainMs, single.signal).then(() => current?.wake());
      return;
    }
    try {
      await plan();
    } finally {
      await hold.release();
    }
  }

  async function plan(): Promise<void> {
    isPlanDue = false;
    const looksBack = !hasPlanned;
    if (looksBack) await storage.forgetNextDue();
    await planDue({ storage, now: clock.now(), looksBack, log });
    hasPlanned = true;
    await raiseAlerts();
  }

  /** Briefings go out whether or not alerts can be planned. */
  async function raiseAlerts(): Promise<void> {
    try {
      const alerts = (await options.planAlerts?.(clock.now())) ?? [];
      if (alerts.length > 0) await storage.recordAlerts(alerts);
    } catch (err) {
      log.error({ err }, 'alerts were not planned; the next tick tries again');
    }
  }
}
