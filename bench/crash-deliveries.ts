import { runCrashes } from '../tests/deliveries/run-crashes.ts';

/**
 * A process that delivers is killed at random moments, on a platform with Discord's nonce and one with Slack's history, both falling
 * silent after a part of the posts. `node bench/crash-deliveries.ts [kills] [seed]`; exits with 1 when anything was lost or doubled.
 */
const [kills = 200, seed = 1] = process.argv.slice(2).map(Number);
for (const platform of ['discord', 'slack'] as const) {
  for (const silent of [0, 0.1]) {
    const { lost, seenTwice, ...facts } = await runCrashes({ platform, kills, silent, duePerStart: 20, seed });
    console.log(JSON.stringify({ platform, silent, kills, ...facts, lost: lost.length, seenTwice: seenTwice.length }));
    if (lost.length + seenTwice.length > 0) process.exitCode = 1;
  }
}
