import type { ChatError, RetryScope } from '../chat/chat.ts';
import { minutesBetween } from '../subscriptions/slots.ts';
import { type Job, needsLookup } from './job.ts';

/** What a platform asked to wait, and what for. */
export interface Pause {
  readonly ms: number;
  readonly scope: RetryScope;
}

/** `again`: waited for with the claim held. `later`: given back to the table for so long; a `pause` is for others, too. */
export type Waiting =
  | { readonly kind: 'again'; readonly pause: Pause }
  | { readonly kind: 'later'; readonly waitMs: number; readonly pause?: Pause };

/** Pauses up to here are waited for with the claim held. */
export const patienceMs = 20_000;
const pausesPerClaim = 20;
/** Being asked to wait is no failure for so long after a delivery was due; then it counts as one, so that nothing waits for ever. */
const waitsAtMostMinutes = 24 * 60;

/** How a platform's wish to be left alone is met; undefined where it asked for nothing, or has asked for too long. */
export function waitingFor(error: unknown, job: Job, now: Temporal.Instant): Waiting | undefined {
  const pause = pauseOf(error);
  if (!pause) return undefined;
  // Slack counts looks into its history apart from posts: these may go on.
  const isApart = needsLookup(job) && pause.scope === 'workspace';
  if (!isApart && pause.ms <= patienceMs) return ++job.pauses <= pausesPerClaim ? { kind: 'again', pause } : undefined;
  if (minutesBetween(job.delivery.dueAt, now) > waitsAtMostMinutes) return undefined;
  return { kind: 'later', waitMs: pause.ms, ...(isApart ? {} : { pause }) };
}

const longestWaitMs = 24 * 3_600_000;

/** What is no time to wait is none; whoever names years is asked again tomorrow. */
export function boundedWait(ms: number): number {
  return Number.isNaN(ms) ? 0 : Math.min(Math.max(0, ms), longestWaitMs);
}

function pauseOf(error: unknown): Pause | undefined {
  const { kind, retryAfterMs, retryScope } = error as Partial<ChatError>;
  if (kind !== 'retryable' || retryAfterMs === undefined) return undefined;
  return { ms: boundedWait(retryAfterMs), scope: retryScope ?? 'channel' };
}
