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

/** Does the work for each in order, and lets others have their turn between. */
export async function inTurns<T, R>(items: Iterable<T>, work: (item: T) => R): Promise<R[]> {
  const results: R[] = [];
  let begun = performance.now();
  for (const item of items) {
    results.push(work(item));
    if (performance.now() - begun < longestTurnMs) continue;
    await giveWay();
    begun = performance.now();
  }
  return results;
}
