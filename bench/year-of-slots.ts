import { auditYear } from '../tests/deliveries/audit-year.ts';
import { runYear } from '../tests/deliveries/run-year.ts';

/**
 * A year of 1,000 subscriptions in ten zones with an injected clock: late, doubled and missing ticks, downtime, jumps of an hour, a
 * chat that fails. `node bench/year-of-slots.ts [subscriptions] [days] [seed]`; exits with 1 when anything was lost or doubled.
 */
const [subscriptions = 1_000, days = 365, seed = 1] = process.argv.slice(2).map(Number);
const startedMs = performance.now();
const result = await runYear({ subscriptions, days, seed });
const { states, slots, faults } = auditYear(result);
const faultCounts = Object.fromEntries(Object.entries(faults).map(([name, list]) => [name, list.length]));
console.log(
  JSON.stringify(
    {
      subscriptions,
      days,
      slots,
      states,
      faults: faultCounts,
      ticks: result.ticks,
      restarts: result.restarts,
      jumps: result.jumps,
      seconds: Math.round((performance.now() - startedMs) / 1000),
      cpuSeconds: Math.round(process.cpuUsage().user / 1e6),
      peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
    },
    null,
    2,
  ),
);
process.exitCode = Object.values(faultCounts).some((count) => count > 0) ? 1 : 0;
