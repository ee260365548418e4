import type { Rate } from '../chat/chat.ts';
import { createRateWindow, type RateWindow } from './rate-window.ts';

/** One of a platform's limits, kept apart for each thing it is for: the platform, each workspace, or each channel. */
export interface LimitLevel {
  /** When a message may go out there; a time in the past means now. */
  readyAtMs(key: string, nowMs: number): number;
  /** The window that a request there takes a place in; undefined where nothing is limited. */
  windowOf(key: string): RateWindow | undefined;
  pause(key: string, untilMs: number): void;
  /** Drops what does not matter any more. */
  tidy(nowMs: number): void;
}

/** Makes a limit; without a rate only the pauses that the platform asks for count. `sharing`: see rate-window.ts. */
export function createLimitLevel(rate: Rate | undefined, sharing?: () => number): LimitLevel {
  const windows = new Map<string, RateWindow>();
  const pausedUntilMs = new Map<string, number>();
  return {
    readyAtMs(key, nowMs) {
      const paused = pausedUntilMs.size === 0 ? 0 : (pausedUntilMs.get(key) ?? 0);
      return Math.max(paused, windows.get(key)?.readyAtMs(nowMs) ?? 0);
    },
    windowOf(key) {
      if (!rate) return undefined;
      const window = windows.get(key) ?? createRateWindow(rate, sharing);
      windows.set(key, window);
      return window;
    },
    pause(key, untilMs) {
      pausedUntilMs.set(key, Math.max(untilMs, pausedUntilMs.get(key) ?? 0));
    },
    tidy(nowMs) {
      for (const [key, window] of windows) if (window.isIdle(nowMs)) windows.delete(key);
      for (const [key, untilMs] of pausedUntilMs) if (untilMs <= nowMs) pausedUntilMs.delete(key);
    },
  };
}
