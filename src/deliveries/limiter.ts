import type { ChannelRef, Chat, DeliveryPace, Platform, RetryScope } from '../chat/chat.ts';
import { createLimitLevel } from './limit-level.ts';

/** When a channel may be posted to: by what its platform documents, and by what it said since. Pure over the times it is told. */
export interface Limiter {
  /** 0 when it may be posted to now, else how long that takes at least; Infinity when an answer must come first. */
  waitMs(channel: ChannelRef, nowMs: number): number;
  /** A request goes out. Call what it gives when the platform answered, or did not. */
  start(channel: ChannelRef, nowMs: number): (nowMs: number) => void;
  /** The platform asked for a pause. */
  pause(channel: ChannelRef, scope: RetryScope, untilMs: number): void;
}

/** What is remembered of places not used any more is dropped after so many requests. */
const tidyEvery = 1_000;
/** The shortest round trip is forgotten slowly, so that a network that got slower is noticed. */
const roundTripDriftMs = 0.02;

/**
 * Makes the limiter of one platform. Without a pace only the pauses it asks for count. `sharing` gives how many processes send: each has its
 * part of what the platform and a workspace allow; of a channel one sends at a time.
 */
export function createLimiter(pace: DeliveryPace = {}, sharing?: () => number): Limiter {
  const levels = {
    platform: createLimitLevel(pace.platform, sharing),
    workspace: createLimitLevel(pace.workspace, sharing),
    channel: createLimitLevel(pace.channel),
  } as const;
  let requests = 0;
  let shortestMs = Number.POSITIVE_INFINITY;

  return {
    // The widest limit first: most often it decides for everybody at once.
    waitMs(channel, nowMs) {
      for (const scope of scopes) {
        const readyAtMs = levels[scope].readyAtMs(keyOf(channel, scope), nowMs);
        if (readyAtMs > nowMs) return Math.ceil(readyAtMs - nowMs);
      }
      return 0;
    },

    start(channel, startedMs) {
      const windows = scopes.flatMap((scope) => levels[scope].windowOf(keyOf(channel, scope)) ?? []);
      for (const window of windows) window.take();
      return (nowMs) => {
        shortestMs = Math.min(nowMs - startedMs, shortestMs + roundTripDriftMs);
        for (const window of windows) window.giveBack(nowMs, shortestMs);
        if (++requests % tidyEvery === 0) for (const scope of scopes) levels[scope].tidy(nowMs);
      };
    },

    pause: (channel, scope, untilMs) => levels[scope].pause(keyOf(channel, scope), untilMs),
  };
}

/** The limiters of all chats. */
export function createLimiters(
  chats: readonly Pick<Chat, 'platform' | 'pace'>[],
  sharing?: () => number,
): ReadonlyMap<Platform, Limiter> {
  return new Map(chats.map(({ platform, pace }) => [platform, createLimiter(pace, sharing)]));
}

const scopes = ['platform', 'workspace', 'channel'] as const satisfies readonly RetryScope[];

function keyOf({ workspaceId, channelId }: ChannelRef, scope: RetryScope): string {
  if (scope === 'platform') return '';
  return scope === 'workspace' ? workspaceId : `${workspaceId}/${channelId}`;
}
