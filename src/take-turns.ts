/** So long an answer or a briefing may keep everybody else waiting: commands of others must be acknowledged in time. */
const longestTurnMs = 12;

const waiting: (() => void)[] = [];

/**
 * Lets everybody else have their turn. Of those who wait only one goes on in each round of the event loop, whoever they are: what came over the
 * network meanwhile is heard between any two of them. (Plain `setImmediate` would run all who wait in the same round.)
 */
export function giveWay(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) setImmediate(nextTurn);
  });
}

function nextTurn(): void {
  waiting.shift()?.();
  if (waiting.length > 0) setImmediate(nextTurn);
}

/** Work with places at which others may have their turn: each `yield` is one. */
export type Pausing<T> = Generator<undefined, T>;

/** Does all of it without a pause. */
export function atOnce<T>(work: Pausing<T>): T {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

/** Lets others have their turn at its places, as often as it takes. */
export async function withPauses<T>(work: Pausing<T>): Promise<T> {
  let begun = performance.now();
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value;
    if (performance.now() - begun < longestTurnMs) continue;
    await giveWay();
    begun = performance.now();
  }
}

/** Does the work for each in order, and lets others have their turn between. */
export function inTurns<T, R>(items: Iterable<T>, work: (item: T) => R): Promise<R[]> {
  return withPauses(eachOf(items, work));
}

function* eachOf<T, R>(items: Iterable<T>, work: (item: T) => R): Pausing<R[]> {
  const results: R[] = [];
  for (const item of items) {
    results.push(work(item));
    yield;
  }
  return results;
}
