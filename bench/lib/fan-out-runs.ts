import type { FanOutOptions } from '../../tests/deliveries/run-fan-out.ts';
import { seeds } from './seeds.ts';

const faults = { limited: 0.02, broken: 0.01, silent: 0.005 };

/** Discord's limit for a bot as a whole. */
export const discordRate = { messages: 50, perMs: 1_000 } as const;

/**
 * Deliveries due at one minute: on Discord each in a channel of its own, six in ten of one workspace, limited, broken and silent at
 * random; on Slack twenty-five to each channel.
 */
export function fanOutRun(platform: 'discord' | 'slack', deliveries: number): FanOutOptions {
  if (platform === 'slack') {
    return {
      platform,
      pace: { channel: { messages: 1, perMs: 1_000 } },
      limits: { channelRate: { messages: 1, perMs: 1_000 }, faults: {} },
      workspaces: [deliveries / 50, ...Array.from({ length: 20 }, () => deliveries / 1_000)],
      subscriptionsPerChannel: 25,
      seed: seeds.fanOut,
    };
  }
  return {
    platform,
    pace: { platform: discordRate, channel: { messages: 5, perMs: 5_000 } },
    limits: { globalRate: discordRate, channelRate: { messages: 5, perMs: 5_000 }, nonceMs: 300_000, faults },
    workspaces: [deliveries * 0.6, ...Array.from({ length: deliveries * 0.04 }, () => 10)],
    subscriptionsPerChannel: 1,
    seed: seeds.fanOut,
  };
}
