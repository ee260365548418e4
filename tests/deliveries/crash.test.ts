import { expect, test } from 'vitest';
import { runCrashes } from './run-crashes.ts';

/** The reduced form of bench/crash-deliveries.ts. */
test.each([
  ['discord', 0],
  ['slack', 0.1],
] as const)(
  'killed while delivering to %s, nothing is lost and nothing is seen twice (silent after posting: %d)',
  async (platform, silent) => {
    const result = await runCrashes({ platform, silent, kills: 6, duePerStart: 20, seed: 5 });
    expect(result).toMatchObject({ due: 180, alerts: 60, states: { sent: 180 }, lost: [], seenTwice: [] });
    expect(result.repeated + result.lookups).toBeGreaterThan(0);
  },
);
