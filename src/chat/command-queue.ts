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
  const urgent: (() => void)[] = [];
  const waiting: (() => void)[] = [];
  const inHand = new Set<Promise<void>>();
  let running = 0;

  async function track(work: () => Promise<void>): Promise<void> {
    const task = work();
    inHand.add(task);
    try {
      await task;
    } finally {
      inHand.delete(task);
    }
  }

  async function runQueued(work: () => Promise<void>, { isUrgent = false }: QueueOptions): Promise<void> {
    // A free place goes to the work that has waited longest.
    if (running < most) running += 1;
    else await new Promise<void>((resolve) => (isUrgent ? urgent : waiting).push(resolve));
    try {
      await yieldToEventLoop();
      await work();
    } finally {
      const next = urgent.shift() ?? waiting.shift();
      if (next) next();
      else running -= 1;
    }
  }

  return {
    run: (work, options = {}) => track(() => runQueued(work, options)),
    now: track,
    async idle() {
      while (inHand.size > 0) await Promise.allSettled(inHand);
    },
  };
}
