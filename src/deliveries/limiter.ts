import type { ChannelRef, DeliveryPace, Rate, RetryScope } from '../chat/chat.ts';
import { createRateWindow, type RateWindow } from './rate-window.ts';

/** When a channel may be posted to: by what its platform documents, and by what it said since. Pure over the times it is told. */
export interface Limiter {
  /** 0 when it may be posted to now, Infinity when that takes an answer to a post under way. */
  waitMs(channel: ChannelRef, nowMs: number): number;
  /** A request goes out. Call what it gives when the platform answered, or did not. */
  start(channel: ChannelRef, nowMs: number): (nowMs: number) => void;
  /** The platform asked for a pause. */
  pause(channel: ChannelRef, scope: RetryScope, untilMs: number): void;
}

/** What is remembered of places not used any more is dropped after so many requests. */
const tidyEvery = 1_000;
/** The shortest round trip is forgotten slowly, so that a network that got slower is noticed. */
const roundTripDriftMs = 0.1;

/** Makes the limiter of one platform. Without a pace only the pauses it asks for count. */
export function createLimiter(pace: DeliveryPace = {}): Limiter {
  const windows = new Map<string, RateWindow>();
  const pausedUntilMs = new Map<string, number>();
  let requests = 0;
  let shortestMs = Number.POSITIVE_INFINITY;

  return {
    waitMs(channel, nowMs) {
      let readyAt = nowMs;
      for (const { key, rate } of placesOf(channel, pace)) {
        const window = rate && windows.get(key);
        readyAt = Math.max(readyAt, pausedUntilMs.get(key) ?? 0, window ? window.readyAtMs(nowMs) : 0);
      }
      return readyAt - nowMs;
    },

    start(channel, startedMs) {
      const taken = placesOf(channel, pace).flatMap(({ key, rate }) => (rate ? [windowOf(key, rate)] : []));
      for (const window of taken) window.take();
      return (nowMs) => {
        shortestMs = Math.min(nowMs - startedMs, shortestMs + roundTripDriftMs);
        for (const window of taken) window.giveBack(nowMs, shortestMs);
        if (++requests % tidyEvery === 0) tidy(nowMs);
      };
    },

    pause(channel, scope, untilMs) {
      const key = placesOf(channel, pace).find((place) => place.scope === scope)?.key ?? '';
      pausedUntilMs.set(key, Math.max(untilMs, pausedUntilMs.get(key) ?? 0));
    },
  };

  function windowOf(key: string, rate: Rate): RateWindow {
    const window = windows.get(key) ?? createRateWindow(rate);
    windows.set(key, window);
    return window;
  }

  function tidy(nowMs: number): void {
    for (const [key, window] of windows) if (window.isIdle(nowMs)) windows.delete(key);
    for (const [key, untilMs] of pausedUntilMs) if (untilMs <= nowMs) pausedUntilMs.delete(key);
  }
}

interface Place {
  readonly scope: RetryScope;
  readonly key: string;
  readonly rate: Rate | undefined;
}

/** The three limits that a post to this channel is under. */
function placesOf({ workspaceId, channelId }: ChannelRef, pace: DeliveryPace): readonly Place[] {
  return [
    { scope: 'platform', key: '', rate: pace.platform },
    { scope: 'workspace', key: `/${workspaceId}`, rate: pace.workspace },
    { scope: 'channel', key: `/${workspaceId}/${channelId}`, rate: pace.channel },
  ];
}
