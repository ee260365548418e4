import type { CommandQueue, QueueOptions } from '../command-queue.ts';

/** A place in the command queue: taken once, and released when the work is done. */
export interface QueuePlace {
  /** Resolves when the place comes up. */
  take(options?: QueueOptions): Promise<void>;
  giveBack(): void;
}

/** For work that must send something before its place comes up: an interaction is acknowledged while its answer still waits. */
export function createQueuePlace(queue: Pick<CommandQueue, 'run'>): QueuePlace {
  const turn = Promise.withResolvers<void>();
  const done = Promise.withResolvers<void>();
  let isTaken = false;
  return {
    take(options) {
      if (!isTaken) {
        isTaken = true;
        void queue.run(() => {
          turn.resolve();
          return done.promise;
        }, options);
      }
      return turn.promise;
    },
    giveBack: done.resolve,
  };
}
