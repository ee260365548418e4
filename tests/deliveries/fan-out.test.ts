import { describe, expect, test } from 'vitest';
import { channelUse, doubled, globalUse, outOfOrder, servedAfter } from './read-fan-out.ts';
import { runFanOut } from './run-fan-out.ts';

/** The reduced form of bench/fan-out.ts. */
describe('many channels due at one minute', () => {
  test('on Discord use its global limit without exceeding it, and small workspaces do not wait for a huge one', async () => {
    const result = await runFanOut({
      platform: 'discord',
      pace: { platform: { messages: 50, perMs: 1_000 }, channel: { messages: 5, perMs: 5_000 } },
      limits: {
        globalRate: { messages: 50, perMs: 1_000 },
        channelRate: { messages: 5, perMs: 5_000 },
        nonceMs: 300_000,
        faults: { limited: 0.02, broken: 0.01, silent: 0.01 },
      },
      workspaces: [1_000, ...Array.from({ length: 50 }, () => 2)],
      subscriptionsPerChannel: 1,
      seed: 3,
    });
    expect(result.states).toEqual({ sent: 1_100 });
    expect(doubled(result)).toBe(0);
    expect(result.counts.overLimit).toBe(0);
    expect(result.counts.silent).toBeGreaterThan(0);
    expect(globalUse(result, 50)).toBeGreaterThan(0.95);
    expect(servedAfter(result, (id) => id !== 'w0')).toBeLessThan(6);
    // Equal wishes are one briefing, gathered once: its window, and the week whose dates to come the first of a week says.
    expect(result.briefings).toBe(1);
    expect(result.articleQueries).toBe(2);
  });

  test('on Slack use its second per channel, in the order of the slots', async () => {
    const result = await runFanOut({
      platform: 'slack',
      pace: { channel: { messages: 1, perMs: 1_000 } },
      limits: { channelRate: { messages: 1, perMs: 1_000 } },
      workspaces: [30, 5, 5],
      subscriptionsPerChannel: 12,
      seed: 3,
    });
    expect(result.states).toEqual({ sent: 480 });
    expect(result.counts.overLimit).toBe(0);
    expect(outOfOrder(result)).toBe(0);
    expect(channelUse(result, 1)).toBeGreaterThan(0.95);
  });

  test('keep their order also where the platform fails', async () => {
    const result = await runFanOut({
      platform: 'slack',
      pace: { channel: { messages: 1, perMs: 1_000 } },
      limits: { channelRate: { messages: 1, perMs: 1_000 }, faults: { limited: 0.05, broken: 0.05, silent: 0.05 } },
      workspaces: [20],
      subscriptionsPerChannel: 6,
      seed: 4,
    });
    expect(result.states).toEqual({ sent: 120 });
    expect(doubled(result)).toBe(0);
    expect(outOfOrder(result)).toBe(0);
  });
});
