import type { TurnOptions, Turns } from '../turns.ts';

/** A place among the work that waits for its turn: taken once, and given back when the work is done. */
export interface PlaceInLine {
  /** Resolves when it is our turn. */
  take(options?: TurnOptions): Promise<void>;
  giveBack(): void;
}

/** For work that has something to say before its turn: an interaction is acknowledged while its answer still waits. */
export function createPlaceInLine(turns: Pick<Turns, 'run'>): PlaceInLine {
  const turn = Promise.withResolvers<void>();
  const done = Promise.withResolvers<void>();
  let isTaken = false;
  return {
    take(options) {
      if (!isTaken) {
        isTaken = true;
        void turns.run(() => {
          turn.resolve();
          return done.promise;
        }, options);
      }
      return turn.promise;
    },
    giveBack: done.resolve,
  };
}
