import type { Rate } from '../chat/chat.ts';

/** "So many messages in so much time", kept in a way that no delay on the network breaks. */
export interface RateWindow {
  /** When a message may go out: a time in the past means now, Infinity not before one that is under way was answered. */
  readyAtMs(nowMs: number): number;
  take(): void;
  /** The platform answered. `roundTripMs` is the shortest time that an answer took lately. */
  giveBack(nowMs: number, roundTripMs: number): void;
  /** Whether it holds nothing that matters any more. */
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
export function createRateWindow({ messages, perMs }: Rate, sharing: () => number = () => 1): RateWindow {
  let underWay = 0;
  const freeAtMs: number[] = [];

  function forget(nowMs: number): void {
    while (freeAtMs[0] !== undefined && freeAtMs[0] <= nowMs) freeAtMs.shift();
  }

  return {
    readyAtMs(nowMs) {
      forget(nowMs);
      if (underWay + freeAtMs.length < Math.max(1, Math.floor(messages / sharing()))) return Number.NEGATIVE_INFINITY;
      return freeAtMs[0] ?? Number.POSITIVE_INFINITY;
    },
    take() {
      underWay++;
    },
    giveBack(nowMs, roundTripMs) {
      underWay--;
      const freeAt = nowMs + perMs - believedRoundTrip * roundTripMs;
      const place = freeAtMs.findLastIndex((one) => one <= freeAt);
      freeAtMs.splice(place + 1, 0, freeAt);
    },
    isIdle(nowMs) {
      forget(nowMs);
      return underWay === 0 && freeAtMs.length === 0;
    },
  };
}
