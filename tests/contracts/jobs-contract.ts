import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Jobs } from '../../src/jobs/jobs.ts';

/** What every implementation of `Jobs` promises. `hurry` gives jobs that wait for their next try that try at once. */
export function jobsContract(open: () => Promise<Jobs & { hurry(): Promise<unknown> }>): void {
  let jobs: Awaited<ReturnType<typeof open>>;
  beforeEach(async () => {
    jobs = await open();
  });
  afterEach(() => jobs.stop());

  test('a job is done, and can be sent again after it', async () => {
    const done: string[] = [];
    await jobs.work('poll-feed', 1, async (key) => done.push(key));
    await jobs.send('poll-feed', 'rss.example');
    await expect.poll(() => done).toEqual(['rss.example']);
    await expect
      .poll(
        async () => {
          await jobs.send('poll-feed', 'rss.example');
          return done.length;
        },
        { interval: 200 },
      )
      .toBeGreaterThan(1);
  });

  test('of one key there is one at a time, of others as many as are worked together', async () => {
    const begun: string[] = [];
    const mayEnd = Promise.withResolvers<void>();
    await jobs.work('poll-feed', 2, async (key) => {
      begun.push(key);
      await mayEnd.promise;
    });
    for (const key of ['a', 'a', 'b', 'a']) await jobs.send('poll-feed', key);
    await expect.poll(() => begun.toSorted()).toEqual(['a', 'b']);
    await jobs.send('poll-feed', 'a');
    mayEnd.resolve();
    await jobs.stop();
    expect(begun.toSorted()).toEqual(['a', 'b']);
  });

  test('one that fails is tried again', async () => {
    let tries = 0;
    await jobs.work('deliver', 1, async () => {
      tries++;
      if (tries === 1) throw new Error('the network is down');
    });
    await jobs.send('deliver', 'now');
    await expect
      .poll(async () => {
        await jobs.hurry();
        return tries;
      })
      .toBe(2);
  });

  test('stopping waits for what is in hand', async () => {
    let isDone = false;
    const begun = Promise.withResolvers<void>();
    await jobs.work('deliver', 1, async () => {
      begun.resolve();
      await new Promise((resolve) => setTimeout(resolve, 300));
      isDone = true;
    });
    await jobs.send('deliver', 'now');
    await begun.promise;
    await jobs.stop();
    expect(isDone).toBe(true);
  });
}
