import PQueue from 'p-queue';
import { yieldToEventLoop } from '../runtime/yield-to-event-loop.ts';

export interface QueueOptions {
  /** Goes ahead of work that is not: the user has seen no acknowledgement yet, or waits for a form that must open within three seconds. */
  readonly isUrgent?: boolean;
}

/** A queue of work on commands. */
export interface CommandQueue {
  /** Queues the work; resolves when it is done, or rejects as it does. */
  run(work: () => Promise<void>, options?: QueueOptions): Promise<void>;
  /** Starts the work at once, without queuing; `idle` waits for it too. */
  now(work: () => Promise<void>): Promise<void>;
  /** Resolves when no work is left. */
  idle(): Promise<void>;
}

/**
 * Runs commands one after the other and handles network events in between: an answer is computed without a pause, and several in a row
 * would delay the acknowledgement of the last one. At most `most` commands run at the same time, most of them waiting for the platform.
 */
export function createCommandQueue({ most = 8 }: { readonly most?: number } = {}): CommandQueue {
  const queue = new PQueue({ concurrency: most });
  /** What does not queue, but is waited for. */
  const apart = new PQueue();
  return {
    run: (work, { isUrgent = false } = {}) =>
      queue.add(
        async () => {
          await yieldToEventLoop();
          await work();
        },
        { priority: isUrgent ? 1 : 0 },
      ),
    now: (work) => apart.add(work),
    async idle() {
      while (queue.size + queue.pending + apart.pending > 0) await Promise.all([queue.onIdle(), apart.onIdle()]);
    },
  };
}
