import { runKills } from './lib/run-kills.ts';

// kill -9 at 100 random moments of ingest and delivery, with a restart after each; then nothing may be lost, nothing there twice.
// Run from the project root: node bench/kill-ingest.ts [--json] [--kills 100] [--seed kill]. Ends with code 1 on a finding.

const option = (name: string, otherwise: string): string => {
  const index = process.argv.indexOf(`--${name}`);
  return (index < 0 ? undefined : process.argv[index + 1]) ?? otherwise;
};
const report = await runKills({ kills: Number(option('kills', '100')), seed: option('seed', 'kill') });
const { published, findings, ...counts } = report;
const { lost, unseen, wrong, ...fates } = published;
const failures = [...lost, ...unseen, ...wrong, ...findings];
if (process.argv.includes('--json')) console.log(JSON.stringify(report));
else {
  console.table({ ...counts, ...fates });
  for (const failure of failures) console.log(`FAILED: ${failure}`);
  console.log(failures.length === 0 ? 'Nothing lost, nothing twice.' : `${failures.length} findings.`);
}
if (failures.length > 0) process.exitCode = 1;
