import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Locks } from '../../src/runtime/locks.ts';

/** What every implementation of `Locks` promises, within one process. */
export function locksContract(open: () => Promise<Locks>): void {
  let locks: Locks;
  beforeEach(async () => {
    locks = await open();
  });
  afterEach(() => locks.stop());

  test('what is held is not given twice, other names are', async () => {
    const hold = await locks.take('gateway');
    expect(hold?.lost.aborted).toBe(false);
    expect(await locks.take('gateway')).toBeUndefined();
    expect(await locks.take('planning')).toBeDefined();
  });

  test('what was released can be taken again', async () => {
    await (await locks.take('gateway'))?.release();
    expect(await locks.take('gateway')).toBeDefined();
  });
}
