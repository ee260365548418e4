import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { planTeasers, readTeasers } from '../tests/fakes/fake-site-teasers.ts';
import { type ReplayReport, replayTeasers } from './lib/replay-teasers.ts';

// The stored DW teasers of 2026 served as the changing feed they were, and polled by the real poller with an injected clock; the service
// is down for three days in April. Run from the project root: node bench/replay-year.ts [--json] [--days 180]. Needs the stored DW
// material beside the project. Ends with code 1 when an item is lost, kept twice or without one of its headlines.

const path = fileURLToPath(new URL('../../shared/dw/corpus/teasers-en-2026.jsonl.gz', import.meta.url));
if (!existsSync(path)) throw new Error(`No stored DW material at ${path}.`);
const daysAt = process.argv.indexOf('--days');
const days = daysAt < 0 ? 180 : Number(process.argv[daysAt + 1]);
const startedAt = performance.now();
const plan = planTeasers(readTeasers(path), Temporal.Instant.from('2026-02-25T17:00:00Z'), days * 24);
const downFrom = Math.min(48, days / 3) * 24;
const report = await replayTeasers({ plan, down: { fromHour: downFrom, untilHour: downFrom + 72 } });
if (process.argv.includes('--json')) console.log(JSON.stringify(report));
else print(report);
const { lost, unseen, wrong } = report.published;
if ([lost, unseen, wrong, report.tooEarly].some((failures) => failures.length > 0)) process.exitCode = 1;

function print({ published, requests, briefings, onReturn, missedSlots, firstAfter, ...rest }: ReplayReport): void {
  const { lost, unseen, wrong, ...fates } = published;
  const stories = briefings.map((briefing) => briefing.stories).toSorted((a, b) => a - b);
  console.table({ ...fates, lost: lost.length, unseen: unseen.length, wrong: wrong.length });
  console.table(requests);
  console.log('after three days down', { ...onReturn, missedSlots, firstAfter });
  console.log(
    `${briefings.length} briefings; stories: least ${stories[0]}, median ${stories[stories.length >> 1]}, most ${stories.at(-1)}`,
  );
  console.log(
    'minutes between polls',
    rest.minutesBetweenPolls,
    `${Math.round((performance.now() - startedAt) / 1000)} s`,
  );
  for (const failure of [...lost, ...unseen, ...wrong, ...rest.tooEarly]) console.log(`FAILED: ${failure}`);
}
