import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createCharts } from '../src/charts/charts.ts';
import { mentionPeriods } from '../src/charts/mention-periods.ts';

/** How long a chart of mentions takes, and how long it holds up the thread that answers people. */
const count = 50;
const charts = createCharts();
const delay = monitorEventLoopDelay({ resolution: 1 });
const took: number[] = [];
const bytes: number[] = [];
delay.enable();
for (let seed = 0; seed < count; seed += 1) {
  const days = Array.from({ length: 30 }, (_, index) => ({
    day: Temporal.PlainDate.from('2026-01-01')
      .add({ days: index + seed })
      .toString(),
    mentions: 1 + ((index * (seed + 3)) % 17),
  }));
  const counted = mentionPeriods(days);
  if (!counted) throw new Error('a month of mentions is a chart');
  const started = performance.now();
  const png = await charts.draw(counted, 'en');
  took.push(performance.now() - started);
  bytes.push(png.length);
}
delay.disable();
await charts.stop();

const [first = 0, ...later] = took;
const sorted = later.toSorted((a, b) => a - b);
const at = (share: number) => Math.round(sorted[Math.ceil(sorted.length * share) - 1] ?? 0);
console.log(
  JSON.stringify({
    firstMs: Math.round(first),
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    largestKilobytes: Math.round(Math.max(...bytes) / 1000),
    answeringThreadHeldP99Ms: Math.round(delay.percentile(99) / 1e6),
    answeringThreadHeldMaxMs: Math.round(delay.max / 1e6),
  }),
);
