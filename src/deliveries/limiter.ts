import type { ChannelRef, Chat, DeliveryPace, Platform, Rate, RetryScope } from '../chat/chat.ts';

/** When a channel may be posted to: by the platform's documented limits, and by its responses. Pure: times are arguments. */
export interface Limiter {
  /** 0 if it may be posted to now, else the minimum wait; Infinity if an answer must arrive first. */
  waitMs(channel: ChannelRef, nowMs: number): number;
  /**
   * Records a request. Call the returned function when the platform has answered, or failed to. `inParts`: it was of several messages, one
   * after the other at the channel's pace, so that the time it took is no round trip.
   */
  start(channel: ChannelRef, nowMs: number): (nowMs: number, answer?: { readonly inParts: boolean }) => void;
  /** Records a pause requested by the platform. */
  pause(channel: ChannelRef, scope: RetryScope, untilMs: number): void;
}

/** Data about unused slots is dropped after this many requests. */
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
      return (nowMs, { inParts } = { inParts: false }) => {
        if (!inParts) shortestMs = Math.min(nowMs - startedMs, shortestMs + roundTripDriftMs);
        const roundTripMs = Number.isFinite(shortestMs) ? shortestMs : 0;
        for (const window of windows) window.giveBack(nowMs, roundTripMs);
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

/** One of a platform's limits, kept apart for each thing it is for: the platform, each workspace, or each channel. */
export interface LimitLevel {
  /** When a message may go out there; a time in the past means now. */
  readyAtMs(key: string, nowMs: number): number;
  /** The window that a request there takes a place in; undefined where nothing is limited. */
  windowOf(key: string): RateWindow | undefined;
  pause(key: string, untilMs: number): void;
  /** Drops expired entries. */
  tidy(nowMs: number): void;
}

/** Makes a limit; without a rate only pauses requested by the platform apply. `sharing`: the number of processes that share the rate. */
function createLimitLevel(rate: Rate | undefined, sharing?: () => number): LimitLevel {
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

/** A limit of so many messages per time, enforced in a way that no network delay can break. */
export interface RateWindow {
  /** When a message may go out: a time in the past means now, Infinity not before one that is under way was answered. */
  readyAtMs(nowMs: number): number;
  take(): void;
  /** The platform answered. `roundTripMs` is the shortest time that an answer took lately. */
  giveBack(nowMs: number, roundTripMs: number): void;
  /** Whether it contains no unexpired entries. */
  isIdle(nowMs: number): boolean;
}

/** How much of the shortest round trip is believed: the way there and the way back may each have been quicker on their own. */
const believedRoundTrip = 0.75;

/**
 * There are as many places as messages in the period. A message holds its place until a period after its answer, less the time that
 * the answer and the next request are on their way. So two messages in one place are counted by the platform at least a period apart,
 * however unsteady the network: it never sees one too many in any period, fixed or sliding. `sharing`: processes that send within the same
 * limit, each its part.
 */
function createRateWindow({ messages, perMs }: Rate, sharing: () => number = () => 1): RateWindow {
  let inFlight = 0;
  const freeAtMs: number[] = [];

  function forget(nowMs: number): void {
    while (freeAtMs[0] !== undefined && freeAtMs[0] <= nowMs) freeAtMs.shift();
  }

  return {
    readyAtMs(nowMs) {
      forget(nowMs);
      if (inFlight + freeAtMs.length < Math.max(1, Math.floor(messages / sharing()))) return Number.NEGATIVE_INFINITY;
      return freeAtMs[0] ?? Number.POSITIVE_INFINITY;
    },
    take() {
      inFlight++;
    },
    giveBack(nowMs, roundTripMs) {
      inFlight--;
      const freeAt = nowMs + perMs - believedRoundTrip * roundTripMs;
      const place = freeAtMs.findLastIndex((one) => one <= freeAt);
      freeAtMs.splice(place + 1, 0, freeAt);
    },
    isIdle(nowMs) {
      forget(nowMs);
      return inFlight === 0 && freeAtMs.length === 0;
    },
  };
}
