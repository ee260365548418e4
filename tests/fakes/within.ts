import { setTimeout } from 'node:timers/promises';

const turnMs = 50;
const waiting = Symbol('waiting');

/**
 * What the work gives, if that comes within so many milliseconds. They are counted in turns of this very event loop: while a
 * busy machine lets this process wait, no time passes for the work nor for who waits.
 */
export async function within<Result>(ms: number, work: Promise<Result>): Promise<Result> {
  for (let waited = 0; waited < ms; waited += turnMs) {
    const result = await Promise.race([work, setTimeout(turnMs, waiting)]);
    if (result !== waiting) return result as Result;
  }
  throw new Error(`Not done within ${ms} ms`);
}
