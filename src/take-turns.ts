import { setImmediate } from 'node:timers/promises';

/** So long an answer or a briefing may keep everybody else waiting: commands of others must be acknowledged in time. */
const longestTurnMs = 12;

/** Does the work for each in order, and lets others have their turn between. */
export async function inTurns<T, R>(items: Iterable<T>, work: (item: T) => R): Promise<R[]> {
  const results: R[] = [];
  let begun = performance.now();
  for (const item of items) {
    results.push(work(item));
    if (performance.now() - begun < longestTurnMs) continue;
    await setImmediate();
    begun = performance.now();
  }
  return results;
}

/** Lets everybody else have their turn. */
export async function giveWay(): Promise<void> {
  await setImmediate();
}
