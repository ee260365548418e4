import { giveWay } from '../take-turns.ts';

export interface TurnOptions {
  /** Goes before what waits and is not: somebody has no sign yet that they were heard, or waits for a form that opens within three seconds only. */
  readonly isUrgent?: boolean;
}

/** Work that waits for its turn. */
export interface Turns {
  /** Resolves when the work is done, or rejects as it does. */
  run(work: () => Promise<void>, options?: TurnOptions): Promise<void>;
  /** Does it at once, and still counts it as work in hand. */
  now(work: () => Promise<void>): Promise<void>;
  /** When nothing is left to do. */
  idle(): Promise<void>;
}

/**
 * Lets commands run one after the other, with the network in between: an answer is computed without a pause, and a row of them would keep
 * the platform waiting for the acknowledgement of the last one. `most` may wait for the platform at the same time.
 */
export function createTurns({ most = 8 }: { readonly most?: number } = {}): Turns {
  const urgent: (() => void)[] = [];
  const waiting: (() => void)[] = [];
  const inHand = new Set<Promise<void>>();
  let running = 0;

  async function count(work: () => Promise<void>): Promise<void> {
    const task = work();
    inHand.add(task);
    try {
      await task;
    } finally {
      inHand.delete(task);
    }
  }

  async function inPlace(work: () => Promise<void>, { isUrgent = false }: TurnOptions): Promise<void> {
    // A place that is given back goes to whom waits longest.
    if (running < most) running += 1;
    else await new Promise<void>((resolve) => (isUrgent ? urgent : waiting).push(resolve));
    try {
      await giveWay();
      await work();
    } finally {
      const next = urgent.shift() ?? waiting.shift();
      if (next) next();
      else running -= 1;
    }
  }

  return {
    run: (work, options = {}) => count(() => inPlace(work, options)),
    now: count,
    async idle() {
      while (inHand.size > 0) await Promise.allSettled(inHand);
    },
  };
}
