import { ChatError } from '../chat.ts';
import { limits } from './limits.ts';

/** Keeps to how often one workspace lets us call each method. */
export interface MethodPace {
  /** Counts a call; throws a retryable ChatError, without asking Slack, where it would be refused. */
  take(method: string): void;
  /** Slack refused the method for so long. */
  close(method: string, milliseconds: number): void;
}

const minuteMs = 60_000;

/**
 * Slack counts by method and workspace, and answers 429 with the time to wait; until then we do not ask again. What comes in bulk
 * keeps to its tier beforehand; what a person waits for is tried, for Slack lets bursts pass.
 */
export function createMethodPace(nowMs: () => number = () => performance.now()): MethodPace {
  const openAt = new Map<string, number>();
  const called = new Map<string, readonly number[]>();

  return {
    take(method) {
      const now = nowMs();
      const recent = (called.get(method) ?? []).filter((at) => at > now - minuteMs);
      const waitMs = Math.max((openAt.get(method) ?? 0) - now, waitForTier(method, recent, now));
      if (waitMs > 0) throw askedToWait(waitMs);
      if (Object.hasOwn(limits.perMinute, method)) called.set(method, [...recent, now]);
    },
    close(method, milliseconds) {
      openAt.set(method, nowMs() + milliseconds);
    },
  };
}

/** What Slack, or we ourselves in its place, say to who asks too often. */
export function askedToWait(retryAfterMs: number, cause?: unknown): ChatError {
  const facts = { kind: 'retryable', retryAfterMs: Math.ceil(retryAfterMs), retryScope: 'workspace', cause } as const;
  return new ChatError('Slack asks to wait', facts);
}

function waitForTier(method: string, recent: readonly number[], now: number): number {
  const { [method]: most }: Readonly<Record<string, number>> = limits.perMinute;
  if (most === undefined || recent.length < most) return 0;
  return (recent[recent.length - most] ?? now) + minuteMs - now;
}
