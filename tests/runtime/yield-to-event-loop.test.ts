import { expect, it } from 'vitest';
import {
  mapYielding,
  runSync,
  runYielding,
  type Yielding,
  yieldToEventLoop,
} from '../../src/runtime/yield-to-event-loop.ts';

it('hears the network between any two of those who gave way', async () => {
  const seen: string[] = [];
  const listen = () => {
    seen.push('network');
    if (seen.length < 10) setImmediate(listen);
  };
  const works = ['first', 'second', 'third'].map((name) => yieldToEventLoop().then(() => void seen.push(name)));
  setImmediate(listen);
  await Promise.all(works);
  expect(seen).toEqual(['first', 'network', 'second', 'network', 'third']);
});

it('keeps the order of results, and lets others go on when the work takes long', async () => {
  let heard = 0;
  const listen = setInterval(() => {
    heard += 1;
  }, 1);
  const results = await mapYielding([1, 2, 3], (number) => {
    const until = performance.now() + 15;
    while (performance.now() < until);
    return number * 2;
  });
  clearInterval(listen);
  expect(results).toEqual([2, 4, 6]);
  expect(heard).toBeGreaterThan(0);
});

function* counting(to: number): Yielding<readonly number[]> {
  const counted: number[] = [];
  for (let number = 1; number <= to; number += 1) {
    counted.push(number);
    const until = performance.now() + 15;
    while (performance.now() < until);
    yield;
  }
  return counted;
}

it('does the same work at once, or with pauses in which others go on', async () => {
  let heard = 0;
  const listen = setInterval(() => {
    heard += 1;
  }, 1);
  expect(runSync(counting(3))).toEqual([1, 2, 3]);
  expect(heard).toBe(0);
  expect(await runYielding(counting(3))).toEqual([1, 2, 3]);
  clearInterval(listen);
  expect(heard).toBeGreaterThan(0);
});
