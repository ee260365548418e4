import { channelUse, doubled, globalUse, outOfOrder, servedAfter } from '../tests/deliveries/read-fan-out.ts';
import { type FanOutResult, runFanOut } from '../tests/deliveries/run-fan-out.ts';
import { fanOutRun } from './lib/fan-out-runs.ts';

/**
 * Ten thousand deliveries due at one minute, in virtual time over the real newsroom, against a platform that enforces Discord's limits
 * and one that enforces Slack's; both limit routes, break and fall silent at random. `node bench/fan-out.ts discord|slack`
 */
const name = process.argv[2] === 'slack' ? 'slack' : 'discord';
const result = await runFanOut(fanOutRun(name, 10_000));
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
