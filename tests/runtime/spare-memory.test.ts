import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Timer } from '../../src/runtime/clock.ts';
import { startSparing } from '../../src/runtime/spare-memory.ts';

const megabyte = 2 ** 20;

/** A process whose looks come one by one: in each the heap is so large, and so much CPU was used since the one before. */
async function look(steps: readonly { readonly heapMb: number; readonly cpuMs: number }[], keptMb: number) {
  let step = -1;
  let heapMb = 0;
  let cpuMs = 0;
  const collectedAt: number[] = [];
  const done = Promise.withResolvers<void>();
  const timer: Timer = {
    nowMs: () => Math.max(step, 0) * 5_000,
    async wait(_ms, signal) {
      await setImmediate();
      const next = steps[++step];
      if (next === undefined) {
        done.resolve();
        await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
        return;
      }
      heapMb = next.heapMb;
      cpuMs += next.cpuMs;
    },
  };
  const sparing = startSparing({
    timer,
    usage: () => ({ heapBytes: heapMb * megabyte, cpuMs }),
    collect() {
      collectedAt.push(step);
      heapMb = keptMb;
    },
  });
  await done.promise;
  await sparing.stop();
  return collectedAt;
}

test('gives back what the start left behind, as soon as nothing is being done', async () => {
  const start = [
    { heapMb: 60, cpuMs: 0 },
    { heapMb: 80, cpuMs: 3_000 },
    { heapMb: 80, cpuMs: 20 },
  ];
  expect(await look(start, 40)).toEqual([2]);
});

test('collects again only once the heap has grown, and never during work', async () => {
  const idle = (heapMb: number) => ({ heapMb, cpuMs: 10 });
  const busy = (heapMb: number) => ({ heapMb, cpuMs: 2_000 });
  expect(await look([busy(80), idle(80), idle(41), idle(47), busy(150), busy(150), idle(150), idle(42)], 40)).toEqual([
    1, 6,
  ]);
});

test('does nothing where Node offers no collection', async () => {
  const looked: number[] = [];
  const sparing = startSparing({
    timer: { nowMs: () => 0, wait: async (ms) => void looked.push(ms) },
    usage: () => ({ heapBytes: 0, cpuMs: 0 }),
    collect: undefined,
  });
  await setImmediate();
  await sparing.stop();
  expect(looked).toEqual([]);
});
