import type { Settlement } from './outbox-storage.ts';

/** Records what was sent in few transactions: what comes while one runs waits for the next. Each caller waits for its own. */
export function settleTogether(
  settle: (settlements: readonly Settlement[]) => Promise<void>,
): (settlement: Settlement) => Promise<void> {
  let waiting: Settlement[] = [];
  let next: Promise<void> | undefined;
  let last: Promise<void> = Promise.resolve();

  function flush(): Promise<void> {
    const settlements = waiting;
    waiting = [];
    next = undefined;
    return settle(settlements);
  }

  return (settlement) => {
    waiting.push(settlement);
    if (!next) {
      next = last.then(flush);
      last = next.catch(() => undefined);
    }
    return next;
  };
}
