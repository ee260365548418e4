import { expect, it } from 'vitest';
import { createCommandQueue } from '../../src/chat/command-queue.ts';

it('lets the network in between two works, in the order they came', async () => {
  const turns = createCommandQueue();
  const seen: string[] = [];
  const first = turns.run(async () => void seen.push('first'));
  const second = turns.run(async () => void seen.push('second'));
  setImmediate(() => seen.push('network'));
  await Promise.all([first, second]);
  expect(seen).toEqual(['first', 'network', 'second']);
});

it('lets no more than so many wait at the same time, and is idle when all are done', async () => {
  const turns = createCommandQueue({ most: 2 });
  const gates = Array.from({ length: 4 }, () => Promise.withResolvers<void>());
  let running = 0;
  let most = 0;
  for (const { promise } of gates) {
    void turns.run(async () => {
      running += 1;
      most = Math.max(most, running);
      await promise;
      running -= 1;
    });
  }
  for (const { resolve } of gates) {
    for (let turn = 0; turn < 4; turn += 1) await new Promise((next) => setImmediate(next));
    resolve();
  }
  await turns.idle();
  expect({ running, most }).toEqual({ running: 0, most: 2 });
});

it('goes on after work that fails', async () => {
  const turns = createCommandQueue({ most: 1 });
  await expect(turns.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(turns.run(async () => {})).resolves.toBeUndefined();
});

it('lets what is urgent go before what waits, but not before what is urgent and came earlier', async () => {
  const turns = createCommandQueue({ most: 1 });
  const seen: string[] = [];
  const work = (name: string) => async () => void seen.push(name);
  await Promise.all([
    turns.run(work('at once')),
    turns.run(work('command')),
    turns.run(work('button'), { isUrgent: true }),
    turns.run(work('further button'), { isUrgent: true }),
  ]);
  expect(seen).toEqual(['at once', 'button', 'further button', 'command']);
});
