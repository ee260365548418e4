import type { ChatError, Platform } from '../chat/chat.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Log } from '../runtime/log.ts';
import type { Timer } from '../runtime/timer.ts';
import { boundedWait } from './asked-to-wait.ts';
import { type CorrectOptions, correctOne } from './correct-one.ts';
import type { ClaimedCorrection, CorrectionStorage } from './correction.ts';
import type { Limiter } from './limiter.ts';
import type { Outbox } from './outbox.ts';
import { pacedBy } from './paced-by.ts';
import { retryDelayMs } from './record-failure.ts';

export interface CorrectorOptions extends CorrectOptions {
  readonly storage: CorrectionStorage;
  readonly limiters: ReadonlyMap<Platform, Limiter>;
  /** Older posts are left as they are; 0 leaves all. */
  readonly days: number;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly log: Log;
}

/** Keeps posts true to their articles. */
export interface Corrector {
  /** Looks for revised articles and corrects what cites them, until nothing is left to do now. Called while it runs, it joins. */
  tick(): Promise<void>;
  /** Waits for what is under way; the rest stays due. */
  stop(): Promise<void>;
}

/** An outbox whose ticks also look after what it posted. */
export function withCorrections(outbox: Outbox, corrector: Corrector): Outbox {
  return {
    async tick() {
      const [sent] = await Promise.all([outbox.tick(), corrector.tick()]);
      return sent;
    },
    async stop() {
      await Promise.all([outbox.stop(), corrector.stop()]);
    },
  };
}

const leaseMs = 300_000;
const claimSize = 50;
const together = 8;
const maximumAttempts = 8;
/** A briefing composed before a revision may be sent so much later, and a clock may be set back. */
const overlapHours = 2;

/** Edits posts whose articles were revised, each revision once, whatever stops or fails in between. States as in correction.ts. */
export function createCorrector(options: CorrectorOptions): Corrector {
  const { storage, clock, timer, limiters, days, log } = options;
  const stopping = new AbortController();
  let lastNoticed: Temporal.Instant | undefined;
  let running: Promise<void> | undefined;
  const paced = pacedBy(limiters, timer, stopping.signal);
  return {
    tick() {
      running ??= run().finally(() => {
        running = undefined;
      });
      return running;
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };

  async function run(): Promise<void> {
    if (days === 0) return;
    await notice();
    while (!stopping.signal.aborted) {
      const now = clock.now();
      const claimed = await storage.claim({ now, until: now.add({ milliseconds: leaseMs }), limit: claimSize });
      if (claimed.length === 0) return;
      const waiting = [...claimed];
      await Promise.all(Array.from({ length: together }, () => workOff(waiting)));
    }
  }

  /** After a start everything of the last days is looked at, then what came since the last look. */
  async function notice(): Promise<void> {
    const now = clock.now();
    const sentSince = now.subtract({ hours: days * 24 });
    const changedSince = lastNoticed?.subtract({ hours: overlapHours }) ?? sentSince;
    await storage.notice({ now, changedSince, sentSince });
    lastNoticed = now;
  }

  async function workOff(waiting: ClaimedCorrection[]): Promise<void> {
    for (let next = waiting.shift(); next && !stopping.signal.aborted; next = waiting.shift()) await correct(next);
  }

  async function correct(claimed: ClaimedCorrection): Promise<void> {
    const { id } = claimed.delivery;
    try {
      const end = await correctOne(claimed, { ...options, paced });
      await storage.end(id, { ...end, at: clock.now() });
      log.info({ deliveryId: id, ...end, shown: end.shown?.length }, 'looked after a post whose articles were revised');
    } catch (error) {
      await recordFailure(claimed, error);
    }
  }

  async function recordFailure({ delivery: { id }, attempts }: ClaimedCorrection, err: unknown): Promise<void> {
    const reason = err instanceof Error ? err.message : String(err);
    if (attempts + 1 >= maximumAttempts) {
      await storage.end(id, { state: 'dead', at: clock.now(), reason });
      log.error({ deliveryId: id, err }, 'a correction is given up');
      return;
    }
    const { retryAfterMs } = err as Partial<ChatError>;
    const waitMs = retryAfterMs === undefined ? retryDelayMs(attempts + 1) : boundedWait(retryAfterMs);
    await storage.retry(id, clock.now().add({ milliseconds: Math.ceil(waitMs) }), reason);
    log.warn({ deliveryId: id, err, waitMs }, 'a correction will be tried again');
  }
}
