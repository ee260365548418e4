import { planSite } from '../tests/fakes/fake-site-plan.ts';
import type { Measurement } from './lib/measure-service.ts';
import { runService } from './lib/run-service.ts';
import { runSoak, type SoakReport } from './lib/run-soak.ts';

// 150 feeds on ten hosts of loopback that change, fail, slow down, move and lie: a simulated week with an injected clock. Then what
// ingest costs, on pages of DW's size. Run from the project root: node bench/soak.ts [--json] [--feeds 150] [--days 7] [--seed soak].
// Ends with code 1 when an entry is lost or kept twice, or a host is asked more than allowed.

const option = (name: string, otherwise: string): string => {
  const index = process.argv.indexOf(`--${name}`);
  return (index < 0 ? undefined : process.argv[index + 1]) ?? otherwise;
};
const start = Temporal.Instant.from('2026-03-02T00:00:00Z');
const seed = option('seed', 'soak');
const soak = await runSoak({
  seed,
  start,
  hours: Number(option('days', '7')) * 24,
  feeds: Number(option('feeds', '150')),
});
const cost = await measureCost();

if (process.argv.includes('--json')) console.log(JSON.stringify({ soak, cost }));
else print(soak, cost);
if (failuresOf(soak).length > 0) process.exitCode = 1;

async function measureCost(): Promise<Measurement> {
  const plan = planSite({
    seed,
    start,
    hours: 700,
    quietHours: 400,
    feeds: 4,
    feedsPerPublisher: 1,
    articlesPerDay: 24,
    backlog: 150,
    troubles: false,
  });
  return (await runService<Measurement>('measure-service.ts', { plan, pageKilobytes: 200 })).result;
}

function print(report: SoakReport, measured: Measurement): void {
  const { lost, unseen, wrong, ...counts } = report.published;
  console.log(
    `${report.feeds} feeds, ${report.hours} simulated hours in ${report.wallSeconds} s (CPU ${Math.round(report.cpuMs / 1000)} s)`,
  );
  console.table(counts);
  console.table(report.requests);
  console.log(
    `not modified: ${Math.round(report.notModifiedShare * 100)} % of the polls of healthy feeds; at most ${report.mostAtOnce} request at once on a host`,
  );
  console.log(`pages asked for again within their Retry-After: ${report.pagesAskedEarly}`);
  console.log('minutes between polls after a good answer', report.minutesBetweenPolls);
  console.table(report.memory);
  console.table(measured);
  for (const failure of failuresOf(report)) console.log(`FAILED: ${failure}`);
}

function failuresOf({ published, problems, tooEarly, tooLate, mostAtOnce }: SoakReport): readonly string[] {
  return [
    ...published.lost.map((id) => `${id} is lost`),
    ...published.unseen.map((id) => `${id} was not seen`),
    ...published.wrong.map((what) => `wrong revisions: ${what}`),
    ...problems,
    ...tooEarly.map((what) => `asked too early: ${what}`),
    ...tooLate.map((what) => `asked too late: ${what}`),
    ...(mostAtOnce > 1 ? [`${mostAtOnce} requests at once on one host`] : []),
  ];
}
