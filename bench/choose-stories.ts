/**
 * Chooses the settings of grouping on labeled collections, leaving one out at a time:
 *
 *     node bench/choose-stories.ts GOLD.jsonl ...
 *
 * The lines are those of `batch stories` with `gold.story` (stories-dev-ecb, stories-dev-headlines; the labels of DW and of `bench/labels` as
 * join-dw.mjs prints them). A set of few large stories counts by B-cubed F1, the others by F1 over pairs; small sets also by draws of four
 * fifths of them, since one link moves them by points. From the settings that ship, each parameter takes in turn the value of its grid with the best
 * mean over all sets but one; the set left out is scored with what the others chose. Ten minutes on one core.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createStoriesTask } from '../src/cli/batch/story-tasks.ts';
import { defaultStorySettings, type JoinSettings, type StorySettings } from '../src/stories/story-settings.ts';

type Kind = 'headline' | 'teaser' | 'text';
type Name = `${Kind}.${keyof JoinSettings}` | 'nameShare' | 'strangerPenalty' | 'mutualStrangerPenalty' | 'repeatShare';

/** Steps away from the value that ships. */
const grid: readonly (readonly [Name, readonly number[]])[] = [
  ['teaser.threshold', [-0.03, -0.015, 0.015, 0.03]],
  ['text.threshold', [-0.03, -0.015, 0.015, 0.03]],
  ['headline.threshold', [-0.015, 0.015]],
  ['teaser.headlineShare', [-0.08, -0.04, 0.04]],
  ['teaser.sizeEffect', [-0.06, -0.03, 0.03, 0.06]],
  ['teaser.agePerDay', [-0.01, 0.01, 0.02]],
  ['teaser.strayMargin', [-0.03, 0.03]],
  ['teaser.merge', [-0.4, -0.2]],
  ['nameShare', [-0.05, 0.05]],
  ['strangerPenalty', [-0.1, -0.05, 0.05]],
  ['mutualStrangerPenalty', [-0.15, 0.1]],
  ['repeatShare', [-0.15, 0.15]],
];
const draws = 3;
const smallSet = 300;

type Steps = Partial<Record<Name, number>>;

interface LabeledSet {
  readonly name: string;
  readonly lines: readonly { readonly id: string; readonly gold: { readonly story: string } }[];
}

const sets = process.argv.slice(2).map(readSet);
const scores = new Map<string, number>();

const rows = sets.map((left) => {
  const others = sets.filter((set) => set !== left);
  const steps = choose(others);
  return {
    'left out': left.name,
    ships: score(left, {}),
    chosen: score(left, steps),
    'by the others': describe(steps),
  };
});
console.table(rows);
const best = choose(sets);
console.table(sets.map((set) => ({ set: set.name, ships: score(set, {}), best: score(set, best) })));
console.log(`over all sets: ${describe(best)}; ${scores.size} scores`);

function choose(over: readonly LabeledSet[]): Steps {
  const meanOf = (steps: Steps): number => over.reduce((sum, set) => sum + score(set, steps), 0) / over.length;
  let best: Steps = {};
  for (const [name, values] of grid)
    for (const value of values) {
      const steps = { ...best, [name]: value };
      if (meanOf(steps) > meanOf(best)) best = steps;
    }
  return best;
}

/** Of the set and, where it is small, of draws of it; rounded, so that a chance link decides nothing. */
function score(set: LabeledSet, steps: Steps): number {
  const key = `${set.name} ${describe(steps)}`;
  let known = scores.get(key);
  if (known === undefined) {
    const settings = withSteps(steps);
    const isSmall = set.lines.length < smallSet;
    const parts = isSmall ? Array.from({ length: draws }, (_, draw) => drawFrom(set.lines, draw)) : [];
    const all = [set.lines, ...parts].map((lines) => scoreLines(lines, isSmall ? pairwiseF1 : bcubedF1, settings));
    known = Math.round((1_000 * all.reduce((sum, one) => sum + one, 0)) / all.length) / 1_000;
    scores.set(key, known);
  }
  return known;
}

function drawFrom(lines: LabeledSet['lines'], draw: number): LabeledSet['lines'] {
  return lines.filter((_, index) => (index * 7 + draw * 2) % 5 !== 0);
}

type Measure = (gold: readonly string[], found: readonly string[]) => number;

function scoreLines(lines: LabeledSet['lines'], measure: Measure, settings: Partial<StorySettings>): number {
  const task = createStoriesTask(settings);
  for (const line of lines) task.read(line);
  return measure(
    lines.map(({ gold }) => gold.story),
    task.end().map(({ story }) => story),
  );
}

function withSteps(steps: Steps): Partial<StorySettings> {
  let settings = defaultStorySettings;
  for (const [name, step] of Object.entries(steps)) {
    const [kind, part] = name.split('.') as [Kind, keyof JoinSettings | undefined];
    settings = part
      ? { ...settings, [kind]: { ...settings[kind], [part]: settings[kind][part] + step } }
      : { ...settings, [name]: (settings[name as keyof StorySettings] as number) + step };
  }
  return settings;
}

function describe(steps: Steps): string {
  return Object.entries(steps)
    .map(([name, step]) => `${name} ${step > 0 ? '+' : ''}${step}`)
    .join(', ');
}

function pairs(count: number): number {
  return (count * (count - 1)) / 2;
}

function countBy(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function pairwiseF1(gold: readonly string[], found: readonly string[]): number {
  const together = (keys: readonly string[]): number =>
    countBy(keys)
      .values()
      .reduce((sum, n) => sum + pairs(n), 0);
  const all = together(gold) + together(found);
  return all === 0 ? 1 : (2 * together(gold.map((story, index) => `${story}\t${found[index]}`))) / all;
}

function bcubedF1(gold: readonly string[], found: readonly string[]): number {
  const cells = gold.map((story, index) => `${story}\t${found[index]}`);
  const counts = countBy(cells);
  const shareOf = (keys: readonly string[]): number => {
    const sizes = countBy(keys);
    return keys.reduce((sum, key, index) => sum + (counts.get(cells[index] ?? '') ?? 0) / (sizes.get(key) ?? 1), 0);
  };
  const [precision, recall] = [shareOf(found) / gold.length, shareOf(gold) / gold.length];
  return (2 * precision * recall) / (precision + recall);
}

function readSet(path: string): LabeledSet {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const lines = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LabeledSet['lines'][number]);
  return { name: basename(path).replace(/\.jsonl(?:\.gz)?$/, ''), lines };
}
