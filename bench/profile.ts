import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { profileCpu } from './lib/cpu-profile.ts';
import { profiledSteps } from './lib/profiled-steps.ts';
import { ownWork, type WorkKind, workKinds } from './lib/work-kinds.ts';

// What each step spends its CPU on, by V8's profiler: on the work it is for (parsing, matching, sending, SQL), or on what serves it.
// Exits with 1 where the latter is more than half. Run from the project root: node bench/profile.ts [beginning of a step's name]

const kinds: readonly WorkKind[] = [
  'parsing',
  'matching',
  'sending',
  'SQL',
  'database code',
  'network',
  'garbage',
  'other',
];
const [wanted = ''] = process.argv.slice(2);
const folder = join(tmpdir(), 'kurzwelle-bench');

console.log(`| step | own work, % | ${kinds.join(' | ')} |\n|${' --- |'.repeat(kinds.length + 2)}`);
for (const [name, prepare] of Object.entries(profiledSteps)) {
  if (!name.startsWith(wanted)) continue;
  const { work, stop } = await prepare(folder);
  const spent = workKinds(await profileCpu(work));
  await stop?.();
  const total = [...spent.values()].reduce((sum, ms) => sum + ms, 0);
  const percent = (kind: WorkKind) => (100 * (spent.get(kind) ?? 0)) / total;
  const own = [...ownWork].reduce((sum, kind) => sum + percent(kind), 0);
  console.log(`| ${[name, Math.round(own), ...kinds.map((kind) => Math.round(percent(kind)))].join(' | ')} |`);
  if (own < 50) process.exitCode = 1;
}
