import { vi } from 'vitest';

/** More than anything takes on a busy machine, less than a test may. */
const patience = { timeout: 20_000, interval: 10 };

/** Looks again and again until the check throws no more, and gives what it gives; how long that takes is not what is tested. */
export function eventually<Result>(check: () => Result | Promise<Result>): Promise<Result> {
  return vi.waitFor(check, patience);
}
