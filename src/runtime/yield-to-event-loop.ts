/** The longest an answer or a briefing may block the event loop: other commands must be acknowledged in time. */
const longestSliceMs = 12;

const suspended: (() => void)[] = [];

/**
 * Yields to the event loop. Of all suspended work only one piece resumes in each round of the loop, so network events are handled between
 * any two pieces. (Plain `setImmediate` would resume all of them in the same round.)
 */
export function yieldToEventLoop(): Promise<void> {
  return new Promise((resolve) => {
    suspended.push(resolve);
    if (suspended.length === 1) setImmediate(resumeNext);
  });
}

function resumeNext(): void {
  suspended.shift()?.();
  if (suspended.length > 0) setImmediate(resumeNext);
}

/** Work that can be interrupted at each `yield`. */
export type Yielding<T> = Generator<undefined, T>;

/** Runs the work to its end without yielding. */
export function runSync<T>(work: Yielding<T>): T {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

/** Runs the work and yields to the event loop whenever it has run for `longestSliceMs`. */
export async function runYielding<T>(work: Yielding<T>): Promise<T> {
  let begun = performance.now();
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value;
    if (performance.now() - begun < longestSliceMs) continue;
    await yieldToEventLoop();
    begun = performance.now();
  }
}

/** Maps the items in order, and yields to the event loop between them as needed. */
export function mapYielding<T, R>(items: Iterable<T>, work: (item: T) => R): Promise<R[]> {
  return runYielding(eachResult(items, work));
}

function* eachResult<T, R>(items: Iterable<T>, work: (item: T) => R): Yielding<R[]> {
  const results: R[] = [];
  for (const item of items) {
    results.push(work(item));
    yield;
  }
  return results;
}

/**
 * Does asynchronous work on the items in order, and yields to the event loop between them as needed: SQLite answers in this thread, so
 * waiting for it lets nothing else run.
 */
export async function forEachYielding<T>(items: Iterable<T>, work: (item: T) => Promise<unknown>): Promise<void> {
  let begun = performance.now();
  for (const item of items) {
    await work(item);
    if (performance.now() - begun < longestSliceMs) continue;
    await yieldToEventLoop();
    begun = performance.now();
  }
}
