import { setTimeout } from 'node:timers/promises';

/** Waiting, passed in like the clock. Its count is steady: setting the system's time does not move it. */
export interface Timer {
  nowMs(): number;
  /** Waits for the time, or until the signal, whichever comes first. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

export const systemTimer: Timer = {
  nowMs: () => performance.now(),
  async wait(ms, signal) {
    await setTimeout(ms, undefined, { signal }).catch(() => undefined);
  },
};
