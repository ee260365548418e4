import type { ChannelRef, Platform, PostRef } from '../chat/chat.ts';
import { ChatError, type RetryScope } from '../chat/chat-error.ts';
import type { Timer } from '../runtime/clock.ts';
import { minutesBetween } from '../subscriptions/slots.ts';
import { needsLookup, type OutboxItem } from './delivery.ts';
import type { Limiter } from './limiter.ts';

/** Requests to a platform, counted by its limiter. */
export type Paced = <Answer>(channel: ChannelRef, request: () => Promise<Answer>) => Promise<Answer>;

/** Requests that go out at once, for callers that asked the limiter before. */
export function countedBy(limiters: ReadonlyMap<Platform, Limiter>, timer: Timer): Paced {
  return async (channel, request) => {
    const answered = limiters.get(channel.platform)?.start(channel, timer.nowMs());
    let inParts = false;
    try {
      const answer = await answerInTime(request, timer);
      inParts = ((answer as Partial<PostRef> | undefined)?.parts?.length ?? 0) > 0;
      return answer;
    } finally {
      answered?.(timer.nowMs(), { inParts });
    }
  };
}

/** A wait for an answer has no known end, so it is checked this often. */
const lookAgainMs = 1_000;

/** Runs requests within the platform's limits, together with the deliveries. */
export function pacedBy(limiters: ReadonlyMap<Platform, Limiter>, timer: Timer, signal: AbortSignal): Paced {
  const counted = countedBy(limiters, timer);
  return async (channel, request) => {
    const limiter = limiters.get(channel.platform);
    for (;;) {
      const waitMs = limiter?.waitMs(channel, timer.nowMs()) ?? 0;
      // Asked and counted at once: who waits beside us sees it counted.
      if (waitMs <= 0) return counted(channel, request);
      await timer.wait(Math.min(waitMs, lookAgainMs), signal);
      if (signal.aborted) throw new Error('stopped while it waited for the rate limit');
    }
  };
}

/** Shorter than the lease at the start of a request: after it another process may claim the delivery. */
const answerWithinMs = 40_000;

/**
 * The answer of a platform, or after 40 seconds a ChatError that says that nobody knows: a connection that hangs for ever would hold its
 * place for ever, and enough of them everybody's.
 */
async function answerInTime<Answer>(request: () => Promise<Answer>, timer: Timer): Promise<Answer> {
  const answered = new AbortController();
  const late = timer.wait(answerWithinMs, answered.signal).then(() => {
    if (answered.signal.aborted) return new Promise<never>(() => undefined);
    throw new ChatError(`The platform has not answered for ${answerWithinMs / 1_000} s`, { kind: 'ambiguous' });
  });
  try {
    return await Promise.race([request(), late]);
  } finally {
    answered.abort();
  }
}

/** What a platform asked to wait, and what for. */
export interface Pause {
  readonly ms: number;
  readonly scope: RetryScope;
}

/** `requeue`: wait and keep the claim. `release`: return it to the table for this long; a `pause` applies to other deliveries too. */
export type BackOff =
  | { readonly kind: 'requeue'; readonly pause: Pause }
  | { readonly kind: 'release'; readonly waitMs: number; readonly pause?: Pause };

/** The longest pause to wait for while keeping the claim. */
export const longestQueuedPauseMs = 20_000;
const pausesPerClaim = 20;
/** Rate limiting does not count as a failure until this long after a delivery was due; then it does, so that nothing waits forever. */
const waitsAtMostMinutes = 24 * 60;

/** How to wait for a rate limit; undefined without one, or if it has lasted too long. */
export function backOffFor(error: unknown, item: OutboxItem, now: Temporal.Instant): BackOff | undefined {
  const pause = pauseOf(error);
  if (!pause) return undefined;
  // Slack limits history lookups separately from posts: these may continue.
  const isApart = needsLookup(item) && pause.scope === 'workspace';
  if (!isApart && pause.ms <= longestQueuedPauseMs)
    return ++item.pauses <= pausesPerClaim ? { kind: 'requeue', pause } : undefined;
  if (minutesBetween(item.delivery.dueAt, now) > waitsAtMostMinutes) return undefined;
  return { kind: 'release', waitMs: pause.ms, ...(isApart ? {} : { pause }) };
}

const longestWaitMs = 24 * 3_600_000;

/** An invalid wait is ignored; one of years is limited to a day. */
export function boundedWait(ms: number): number {
  return Number.isNaN(ms) ? 0 : Math.min(Math.max(0, ms), longestWaitMs);
}

function pauseOf(error: unknown): Pause | undefined {
  const { kind, retryAfterMs, retryScope } = error as Partial<ChatError>;
  if (kind !== 'retryable' || retryAfterMs === undefined) return undefined;
  return { ms: boundedWait(retryAfterMs), scope: retryScope ?? 'channel' };
}

/** 15 s, 30 s, 1 min ... at most an hour. */
export function retryDelayMs(attempts: number): number {
  return Math.min(15_000 * 2 ** Math.max(0, attempts - 1), 3_600_000);
}
