import { doubled, globalUse } from '../../tests/deliveries/read-fan-out.ts';
import { runFanOut } from '../../tests/deliveries/run-fan-out.ts';
import { discordRate, fanOutRun } from '../lib/fan-out-runs.ts';
import type { Step } from '../lib/figure.ts';

/** Briefings that are all due at one minute, on SQLite in virtual time; beside what Discord takes from one bot. */
export const fanOut: Step = async ({ quick }) => {
  const deliveries = quick ? 1_000 : 10_000;
  const result = await runFanOut(fanOutRun('discord', deliveries));
  const { posts, cpuMs } = result;
  if (doubled(result) > 0 || posts.length !== deliveries)
    throw new Error(`Of ${deliveries} deliveries ${posts.length} were seen, ${doubled(result)} twice.`);
  const limit = { what: "Discord's limit", value: discordRate.messages };
  return [
    {
      step: 'fan-out',
      what: `${deliveries} posts, SQLite`,
      value: globalUse(result, discordRate.messages) * discordRate.messages,
      unit: 'posts/s',
      yardstick: limit,
    },
    {
      step: 'fan-out',
      what: 'a post, SQLite',
      value: cpuMs / posts.length,
      unit: 'CPU ms',
      yardstick: { what: 'the limit leaves', value: discordRate.perMs / discordRate.messages },
    },
  ];
};
