import type { ChannelRef, Platform } from '../chat/chat.ts';
import type { Timer } from '../runtime/timer.ts';
import { answerInTime } from './answer-in-time.ts';
import type { Limiter } from './limiter.ts';
import type { Paced } from './take-step.ts';

/** An answer that must come first makes a wait endless; it is looked for this often. */
const longestWaitMs = 1_000;

/** Requests that wait for their place in the limits of their platform, among the deliveries. */
export function pacedBy(limiters: ReadonlyMap<Platform, Limiter>, timer: Timer, signal: AbortSignal): Paced {
  return async (channel, request) => {
    const limiter = limiters.get(channel.platform);
    await turnOf(channel, limiter);
    const answered = limiter?.start(channel, timer.nowMs());
    try {
      return await answerInTime(request, timer);
    } finally {
      answered?.(timer.nowMs());
    }
  };

  async function turnOf(channel: ChannelRef, limiter: Limiter | undefined): Promise<void> {
    for (;;) {
      const waitMs = limiter?.waitMs(channel, timer.nowMs()) ?? 0;
      if (waitMs <= 0) return;
      await timer.wait(Math.min(waitMs, longestWaitMs), signal);
      if (signal.aborted) throw new Error('stopped while it waited for its turn');
    }
  }
}
