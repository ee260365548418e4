import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lengthLimits } from '../../src/text/limits.ts';
import { type BoundedPattern, boundedPatterns } from './bounded-patterns.ts';
import { findBuilt, findLiterals, type Pattern } from './find-patterns.ts';
import { type Attack, judge, keyOf, type Verdict } from './judge-pattern.ts';

// `npm run check:patterns`: is every regular expression linear, or applied to short texts only? Verdicts are kept in verdicts.json, so that only
// new patterns are judged. `--write` keeps the new ones, `--all` judges all anew (ten minutes of CPU).

const root = join(import.meta.dirname, '../..');
const file = join(import.meta.dirname, 'verdicts.json');
/** What the event loop may be held for, in CPU. */
const mostMs = 100;

const kept: Readonly<Record<string, Verdict>> = process.argv.includes('--all')
  ? {}
  : JSON.parse(readFileSync(file, 'utf8'));
const patterns = [...findLiterals(root), ...(await findBuilt(root))];
const verdicts = new Map<string, Verdict>();
const problems: string[] = [];
const unused = new Set(boundedPatterns);
let judged = 0;
for (const pattern of patterns) {
  const key = keyOf(pattern);
  const known = verdicts.get(key) ?? kept[key];
  const verdict = known ?? judge(pattern);
  if (known === undefined) judged++;
  verdicts.set(key, verdict);
  if (verdict === 'safe') continue;
  const bound = boundedPatterns.find(({ begins }) => pattern.source.startsWith(begins));
  if (bound) unused.delete(bound);
  const problem = bound ? tooSlow(pattern, verdict, bound) : whatIsWrong(verdict);
  if (problem) problems.push(`${pattern.place}: /${pattern.source.slice(0, 120)}/ ${problem}`);
}
for (const { begins } of unused)
  problems.push(`bounded-patterns.ts: no pattern that is not linear begins with ${begins}`);
if (process.argv.includes('--write')) {
  const sorted = [...verdicts].toSorted(([one], [other]) => (one < other ? -1 : 1));
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(sorted), undefined, 2)}\n`);
}
console.log(`${verdicts.size} patterns, ${judged} judged now, ${problems.length} problems.`);
if (problems.length > 0) {
  console.error(problems.join('\n'));
  console.error(
    'Rewrite it to be linear, or list it in tests/patterns/bounded-patterns.ts with the limit of what it reads.',
  );
  process.exitCode = 1;
}

function whatIsWrong(verdict: Exclude<Verdict, 'safe'>): string {
  if (verdict === 'unknown') return 'cannot be judged';
  const attack = verdict.pumps.map(({ prefix, pump }) => `${JSON.stringify(prefix + pump)} repeated`).join(', ');
  return `is ${verdict.complexity} for ${attack}, ${JSON.stringify(verdict.suffix)} at the end`;
}

/** Tries the attack at the length that the code enforces. */
function tooSlow(pattern: Pattern, verdict: Exclude<Verdict, 'safe'>, { limit }: BoundedPattern): string | undefined {
  if (verdict === 'unknown') return 'cannot be judged';
  const text = attackOf(verdict, lengthLimits[limit]);
  const cpuMs = Math.min(...[1, 2, 3].map(() => cpuOf(pattern, text)));
  if (process.argv.includes('--times'))
    console.log(cpuMs.toFixed(1), pattern.place, pattern.source.slice(0, 60), limit);
  return cpuMs > mostMs
    ? `takes ${Math.round(cpuMs)} ms for ${text.length} characters, the limit of a ${limit}`
    : undefined;
}

function attackOf({ pumps, suffix }: Attack, length: number): string {
  const share = length / pumps.length;
  const body = pumps.map(({ prefix, pump }) => prefix + pump.repeat(Math.max(1, Math.floor(share / pump.length))));
  return `${body.join('').slice(0, length)}${suffix}`;
}

function cpuOf({ source, flags }: Pattern, text: string): number {
  const pattern = new RegExp(source, flags.replace('y', ''));
  const begun = process.cpuUsage();
  if (pattern.global) text.match(pattern);
  else pattern.exec(text);
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1_000;
}
