import { channelUse, doubled, globalUse, outOfOrder, servedAfter } from '../tests/deliveries/read-fan-out.ts';
import { type FanOutOptions, type FanOutResult, runFanOut } from '../tests/deliveries/run-fan-out.ts';

/**
 * Ten thousand deliveries due at one minute, in virtual time over the real newsroom, against a platform that enforces Discord's limits
 * and one that enforces Slack's; both limit routes, break and fall silent at random. `node bench/fan-out.ts discord|slack`
 */
const faults = { limited: 0.02, broken: 0.01, silent: 0.005 };
const runs = {
  discord: {
    platform: 'discord',
    pace: { platform: { messages: 50, perMs: 1_000 }, channel: { messages: 5, perMs: 5_000 } },
    limits: {
      globalRate: { messages: 50, perMs: 1_000 },
      channelRate: { messages: 5, perMs: 5_000 },
      nonceMs: 300_000,
      faults,
    },
    // One workspace has more channels than all others together.
    workspaces: [6_000, ...Array.from({ length: 400 }, () => 10)],
    subscriptionsPerChannel: 1,
    seed: 1,
  },
  slack: {
    platform: 'slack',
    pace: { channel: { messages: 1, perMs: 1_000 } },
    limits: { channelRate: { messages: 1, perMs: 1_000 }, faults: {} },
    workspaces: [200, ...Array.from({ length: 20 }, () => 10)],
    subscriptionsPerChannel: 25,
    seed: 1,
  },
} as const satisfies Record<string, FanOutOptions>;

const name = process.argv[2] === 'slack' ? 'slack' : 'discord';
const result = await runFanOut(runs[name]);
console.log(JSON.stringify({ platform: name, ...figuresOf(result) }, null, 2));

function figuresOf(result: FanOutResult) {
  const { posts, counts, states, seconds, articleQueries, briefings, cpuMs } = result;
  return {
    delivered: posts.length,
    doubled: doubled(result),
    outOfOrder: outOfOrder(result),
    states,
    counts,
    seconds: Math.round(seconds),
    limitUsed: (name === 'slack' ? channelUse(result, 1) : globalUse(result, 50)).toFixed(3),
    hugeWorkspaceServedAfter: Math.round(servedAfter(result, (id) => id === 'w0')),
    othersServedAfter: Math.round(servedAfter(result, (id) => id !== 'w0')),
    articleQueries,
    briefings,
    cpuMsPerDelivery: (cpuMs / posts.length).toFixed(2),
    peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}
