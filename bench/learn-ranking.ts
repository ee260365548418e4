/**
 * Learns what the factors of the ranking count (config/ranking.json) from labelled editions:
 *
 *     node bench/learn-ranking.ts editions.jsonl days.jsonl importance.jsonl [--write]
 *
 * The files are what join-editions.mjs (of editions-dev and of bench/labels/editions-days.jsonl) and join-importance.mjs of the test data print. Of two stories of a window the one with the greater
 * weight should come first: a logistic regression over the differences of their values, each window counting the same, drawn to 0 (ridge).
 * Prints the share of the editor's weights among the first five, learned without a tenth of the editions and months, the window's own in it. Factors that no label
 * shows keep their weights, and no event makes a story less important.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { defaultRankWeights, type RankFactor, rankFactors } from '../src/briefings/ranking/rank-factors.ts';
import { composeEdition } from '../src/cli/batch/edition-task.ts';

const setByHand: ReadonlySet<RankFactor> = new Set([
  'comments',
  'novelty',
  'moved',
  'prominence',
  'interest',
  'actors',
  'freshness',
]);
const mayBeNegative: ReadonlySet<string> = new Set([
  'society',
  'roundup',
  'discusses',
  'explains',
  'portrays',
  'pastime',
]);
const ridge = 0.0005;
const steps = 1_500;
const rate = 2;
const slots = 5;
const folds = 10;
/** Another publisher's front page counts less than an editor's labels of these very windows. */
const countsOf = { edition: 1, day: 0.2 };

interface Story {
  readonly values: readonly number[];
  readonly weight: number;
  readonly event: string;
}

interface Window {
  readonly id: string;
  /** Left out together: an edition, or a month of front pages. */
  readonly group: string;
  readonly counts: number;
  readonly least: number;
  readonly articleIds: ReadonlySet<string>;
  readonly stories: readonly Story[];
}

interface Gold {
  readonly least?: number;
  readonly events: readonly {
    readonly key: string;
    readonly weight: number;
    readonly ids: readonly (string | number)[];
  }[];
}

async function readWindow(line: { readonly id: string; readonly gold: Gold }): Promise<Window> {
  const { briefing, storyOf } = await composeEdition(line);
  const events = new Map<string, { key: string; weight: number }>();
  for (const event of line.gold.events) {
    const storyIds = event.ids.flatMap((id) => storyOf.get(`dw:${id}`) ?? []).map(String);
    for (const id of storyIds) if (event.weight >= (events.get(id)?.weight ?? 0)) events.set(id, event);
  }
  const isDay = line.id.startsWith('day-');
  return {
    id: line.id,
    group: isDay ? line.id.slice(0, 'day-2026-01'.length) : line.id,
    counts: isDay ? countsOf.day : countsOf.edition,
    least: line.gold.least ?? 2,
    articleIds: new Set(storyOf.keys()),
    stories: (briefing.ranking?.stories ?? []).map(({ storyId, values }) => ({
      values: rankFactors.map((factor) => values[factor] ?? 0),
      weight: events.get(storyId)?.weight ?? 0,
      event: events.get(storyId)?.key ?? storyId,
    })),
  };
}

interface Pair {
  readonly difference: Float64Array;
  readonly counts: number;
}

const learnedFactors = rankFactors.flatMap((factor, at) => (setByHand.has(factor) ? [] : [at]));

function learn(windows: readonly Window[]): readonly number[] {
  const pairs = windows.flatMap((one) => pairsOf(one));
  const total = pairs.reduce((sum, { counts }) => sum + counts, 0);
  const weights = Float64Array.from(rankFactors, (factor) => (setByHand.has(factor) ? defaultRankWeights[factor] : 0));
  const gradient = new Float64Array(rankFactors.length);
  for (let step = 0; step < steps; step++) {
    for (const at of learnedFactors) gradient[at] = ridge * (weights[at] ?? 0);
    for (const { difference, counts } of pairs) {
      let margin = 0;
      for (let at = 0; at < difference.length; at++) margin += (difference[at] ?? 0) * (weights[at] ?? 0);
      const pull = counts / total / (1 + Math.exp(margin));
      for (const at of learnedFactors) gradient[at] = (gradient[at] ?? 0) - pull * (difference[at] ?? 0);
    }
    for (const at of learnedFactors) {
      const weight = (weights[at] ?? 0) - rate * (gradient[at] ?? 0);
      weights[at] = mayBeNegative.has(rankFactors[at] ?? '') ? weight : Math.max(0, weight);
    }
  }
  return [...weights].map((weight) => Math.round(weight * 100) / 100);
}

const pairsKnown = new Map<Window, readonly Pair[]>();

function pairsOf(window: Window): readonly Pair[] {
  const known = pairsKnown.get(window);
  if (known) return known;
  const { stories, counts } = window;
  const pairs = stories.flatMap((one) =>
    stories
      .filter((other) => one.weight > other.weight)
      .map((other) => ({
        difference: Float64Array.from(one.values, (value, at) => value - (other.values[at] ?? 0)),
        counts: one.weight - other.weight,
      })),
  );
  const total = pairs.reduce((sum, pair) => sum + pair.counts, 0);
  const weighed = pairs.map((pair) => ({ ...pair, counts: (counts * pair.counts) / total }));
  pairsKnown.set(window, weighed);
  return weighed;
}

/** The share of the best five events' weights that the first five events have. */
function leadOf({ stories, least }: Window, weights: readonly number[]): number {
  const scored = stories.map((story) => ({
    ...story,
    score: story.values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0),
  }));
  const first = [...new Map(scored.toSorted((a, b) => a.score - b.score).map((one) => [one.event, one])).values()];
  const shown = first.toSorted((a, b) => b.score - a.score).slice(0, slots);
  const best = [...new Map(stories.map((one) => [one.event, one])).values()];
  return gainOf(shown, least) / (gainOf(best, least) || 1);
}

function gainOf(stories: readonly Story[], least: number): number {
  const weights = stories.map(({ weight }) => weight).filter((weight) => weight >= least);
  return weights
    .toSorted((a, b) => b - a)
    .slice(0, slots)
    .reduce((sum, weight) => sum + weight, 0);
}

const files = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const windows: Window[] = [];
for (const file of files)
  for (const line of readFileSync(file, 'utf8').trim().split('\n')) windows.push(await readWindow(JSON.parse(line)));

const groups = [...new Set(windows.map(({ group }) => group))];
const withoutOwn = new Map(
  groups.slice(0, folds).flatMap((_, fold) => {
    const out = groups.filter((_, at) => at % folds === fold);
    const own = windows.filter(({ group }) => out.includes(group));
    // The sets overlap: what is left out is learned from nowhere.
    const learned = learn(
      windows.filter((one) => own.every(({ articleIds }) => articleIds.isDisjointFrom(one.articleIds))),
    );
    return out.map((group) => [group, learned] as const);
  }),
);
const shipped = rankFactors.map((factor) => defaultRankWeights[factor]);
const kindOf = ({ id }: Window) => (id.startsWith('day-') ? 'front pages' : id.startsWith('l-') ? 'days' : 'editions');
for (const [kind, own] of Map.groupBy(windows, kindOf)) {
  const mean = (weightsOf: (one: Window) => readonly number[]) =>
    (own.reduce((sum, one) => sum + leadOf(one, weightsOf(one)), 0) / own.length).toFixed(3);
  console.log(
    `${kind}: ${mean(({ group }) => withoutOwn.get(group) ?? [])} left out, ${mean(() => shipped)} as shipped`,
  );
}
const weights = learn(windows);
const table = Object.fromEntries(rankFactors.map((factor, at) => [factor, weights[at]]));
console.log(JSON.stringify(table, null, 2));
if (process.argv.includes('--write'))
  writeFileSync(new URL('../config/ranking.json', import.meta.url), `${JSON.stringify(table, null, 2)}\n`);
