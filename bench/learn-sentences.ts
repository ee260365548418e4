/**
 * Learns what the factors of a story's sentences count (src/briefings/statements/weigh-sentence.ts): from sentences that we labelled, from
 * labelled editions, half `a`, and from editors' highlights of other articles:
 *
 *     node bench/learn-sentences.ts editions.jsonl summaries.jsonl CORPUS
 *
 * `opening` is a choice among the sentences that may open a story, `further` a logistic regression on whether an editor would show one below
 * the opening; both drawn to 0 (ridge). Prints what they choose, learned without the own tenth.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Article, Sentence } from '../src/articles/article.ts';
import { newsOf } from '../src/briefings/news/story-news.ts';
import { possibleOpenings } from '../src/briefings/statements/choose-statements.ts';
import { cutLong } from '../src/briefings/statements/cut-teaser.ts';
import { createFillers } from '../src/briefings/statements/find-fillers.ts';
import {
  bestOpening,
  createWeighing,
  type Factor,
  type FactorValues,
  type FactorWeights,
  furtherFactors,
  leastLikelihood,
  likelihoodOf,
  openingFactors,
  sumOf,
  worthOf,
} from '../src/briefings/statements/weigh-sentence.ts';
import { articlesField } from '../src/cli/batch/article-tasks.ts';
import { termsOf } from '../src/text/terms.ts';
import { asScored } from './lib/as-scored.ts';
import { halfOf } from './lib/half-of.ts';

const ridge = 0.01;
const steps = 600;
const rate = { opening: 1, further: 0.5 };
const folds = 10;
/** Below an opening a story has room for so many further sentences and characters. */
const furtherShown = 2;
const room = 240;
/** What all cases of a kind count together. */
const counts = { texts: 1, teasers: 1, editions: 1, highlights: 0.2 };
type Kind = keyof typeof counts;
const kinds = Object.keys(counts) as Kind[];
const sameFrom = 0.45;
/** Of each labelled article so many sentences were read. */
const sentencesLabelled = 16;

/** What an editor would show of an article; `isFiller`: would not, or only says the title again. */
interface Verdict {
  readonly first?: number | undefined;
  isFirst(sentence: Sentence): boolean;
  isGood(sentence: Sentence): boolean;
  isFiller?(sentence: Sentence): boolean;
}

interface Candidate {
  readonly values: FactorValues;
  readonly characters: number;
  readonly isGood: boolean;
  readonly isFiller: boolean;
}

interface Case {
  readonly of: 'opening' | 'further';
  readonly kind: Kind;
  readonly fold: number;
  readonly candidates: readonly Candidate[];
}

const [editions = '', highlights = '', corpus = ''] = process.argv.slice(2);
const linesOf = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
const cases = [
  ...labelledCases(),
  ...linesOf(readFileSync(editions, 'utf8')).flatMap(editionCases),
  ...linesOf(readFileSync(highlights, 'utf8')).flatMap(highlightCases),
];

for (const [of, learn, show] of [
  ['opening', learnOpening, showOpenings],
  ['further', learnFurther, showFurther],
] as const) {
  const own = cases.filter((one) => one.of === of);
  const without = Array.from({ length: folds }, (_, fold) => learn(own.filter((one) => one.fold !== fold)));
  for (const kind of kinds) {
    const leftOut = own.filter((one) => one.kind === kind).map((one) => show(one, without[one.fold] ?? {}));
    if (leftOut.length > 0) console.log(of, kind, JSON.stringify(sumsOf(leftOut)));
  }
  console.log(of, JSON.stringify(learn(own)));
}

function casesOf(article: Article, kind: Kind, at: number, verdict: Verdict): Case[] {
  const news = newsOf(article, []);
  const fresh = { ...news, sentences: news.sentences.map((one) => cutLong(one, article)) };
  const openings = possibleOpenings(fresh, []);
  const opening = openings.find(({ index }) => index === verdict.first) ?? bestOpening(article, openings);
  if (!opening) return [];
  const opener = { article, sentence: opening };
  const draft = { main: article, fresh: [fresh], misprints: [], chosen: [opener], opener };
  const fillers = createFillers(fresh, draft)().flatMap(([first, second]) =>
    second || (verdict.isFiller && first.index >= sentencesLabelled) ? [] : first,
  );
  const caseOf = (of: Case['of'], sentences: readonly Sentence[], said: readonly string[]): Case => {
    const valuesOf = createWeighing(article, said);
    const isGood = (one: Sentence) => (of === 'opening' ? verdict.isFirst(one) : verdict.isGood(one));
    const candidates = sentences.map((one) => ({
      values: valuesOf(one),
      characters: one.text.length,
      isGood: isGood(one),
      isFiller: verdict.isFiller?.(one) ?? false,
    }));
    return { of, kind, fold: at % folds, candidates };
  };
  const all = [caseOf('opening', openings, []), caseOf('further', fillers, [opening.text])];
  return all.filter(({ of, candidates }) => {
    const goods = candidates.filter(({ isGood }) => isGood).length;
    if (of === 'opening') return kind !== 'highlights' && goods > 0 && candidates.length > 1;
    return verdict.isFiller ? candidates.length > 0 : goods > 0;
  });
}

function labelledCases(): Case[] {
  const files = readdirSync(corpus).filter((name) => name.endsWith('.jsonl.gz'));
  const stored = new Map(
    files
      .flatMap((name) => linesOf(gunzipSync(readFileSync(join(corpus, name))).toString()))
      .map((one) => [String(one.id), one]),
  );
  const labels = linesOf(readFileSync(new URL('labels/sentences.jsonl', import.meta.url), 'utf8'));
  return labels.flatMap(({ id, set, first, next, fillers = [] }, at) => {
    const [article] = articlesField.parse([stored.get(id)]);
    if (!article) return [];
    return casesOf(article, set.startsWith('teasers') ? 'teasers' : 'texts', at, {
      first: first[0],
      isFirst: ({ index }) => first.includes(index),
      isGood: ({ index }) => [...first, ...next].includes(index),
      isFiller: ({ index }) => fillers.includes(index),
    });
  });
}

interface EditionLine {
  readonly id: string;
  readonly articles: readonly unknown[];
  readonly gold: {
    readonly events: readonly {
      readonly ids: readonly string[];
      readonly facts?: string[];
      readonly also?: string[];
    }[];
  };
}

function editionCases({ id, gold, articles }: EditionLine, at: number): Case[] {
  if (halfOf(id) !== 'a') return [];
  const byId = new Map(articlesField.parse(articles).map((one) => [one.id, one]));
  const wants = (patterns: readonly string[]) => {
    const all = patterns.map((one) => new RegExp(one, 'iu'));
    return (text: string) => all.some((one) => one.test(asScored(text)));
  };
  return gold.events.flatMap(({ ids, facts = [], also = [] }) =>
    ids.flatMap((articleId) => {
      const article = byId.get(`dw:${articleId}`);
      if (!article || facts.length + also.length === 0) return [];
      const untold = facts.filter((one) => !wants([one])(article.headline));
      const [isFirst, isGood] = [wants(untold.length > 0 ? untold : facts), wants([...facts, ...also])];
      return casesOf(article, 'editions', at, {
        isFirst: ({ text }) => isFirst(text),
        isGood: ({ text }) => isGood(text),
      });
    }),
  );
}

interface SummaryLine {
  readonly id: string;
  readonly title?: string;
  readonly text: string;
  readonly gold: { readonly summary: readonly string[] };
}

function highlightCases({ id, title, text, gold }: SummaryLine, at: number): Case[] {
  const [article] = articlesField.parse([
    { id, url: 'https://example.org/', title: title ?? '', publishedAt: '2015-01-01', text },
  ]);
  if (!article) return [];
  const terms = (one: string) => new Set(termsOf(one, 'en'));
  const wanted = gold.summary.map(terms);
  const isGood = (one: Sentence) => {
    const own = terms(one.text);
    return wanted.some((other) => (2 * own.intersection(other).size) / (own.size + other.size) >= sameFrom);
  };
  return casesOf(article, 'highlights', at, { isFirst: isGood, isGood });
}

/** What a case counts, so that each kind has its share. */
function shareOf({ kind }: Case, from: readonly Case[]): number {
  return counts[kind] / from.filter((one) => one.kind === kind).length;
}

/** The weights that a gradient of the loss leads to from 0. */
function descend(
  factors: readonly Factor[],
  rate: number,
  missesOf: (weights: FactorWeights) => readonly { readonly values: FactorValues; readonly miss: number }[],
): FactorWeights {
  let weights: FactorWeights = Object.fromEntries(factors.map((factor) => [factor, 0]));
  const weightOf = (factor: Factor) => weights[factor] ?? 0;
  for (let step = 0; step < steps; step++) {
    const misses = missesOf(weights);
    const next = factors.map((factor) => {
      const drawn = factor === 'bias' ? 0 : ridge * weightOf(factor);
      return [
        factor,
        weightOf(factor) - rate * misses.reduce((sum, one) => sum + one.miss * one.values[factor], drawn),
      ];
    });
    weights = Object.fromEntries(next);
  }
  return Object.fromEntries(factors.map((factor) => [factor, Math.round(weightOf(factor) * 100) / 100]));
}

function learnOpening(from: readonly Case[]): FactorWeights {
  const cases = from.map((one) => ({ ...one, share: shareOf(one, from) / kinds.length }));
  return descend(openingFactors, rate.opening, (weights) =>
    cases.flatMap(({ candidates, share }) => {
      const odds = candidates.map(({ values }) => Math.exp(sumOf(values, weights)));
      const all = odds.reduce((sum, one) => sum + one, 0);
      const good = odds.reduce((sum, one, at) => sum + (candidates[at]?.isGood ? one : 0), 0);
      return candidates.map(({ values, isGood }, at) => {
        const own = odds[at] ?? 0;
        return { values, miss: share * (own / all - (isGood ? own / good : 0)) };
      });
    }),
  );
}

function learnFurther(from: readonly Case[]): FactorWeights {
  const examples = from.flatMap((one) => {
    const share = shareOf(one, from) / one.candidates.length;
    return one.candidates.map((candidate) => ({ ...candidate, share }));
  });
  return descend(furtherFactors, rate.further, (weights) =>
    examples.map(({ values, isGood, share }) => ({
      values,
      miss: share * (likelihoodOf(values, weights) - (isGood ? 1 : 0)),
    })),
  );
}

type Sums = Readonly<Record<string, number>>;

function sumsOf(all: readonly Sums[]): Sums {
  const keys = new Set(all.flatMap((one) => Object.keys(one)));
  return Object.fromEntries([...keys].map((key) => [key, all.reduce((sum, one) => sum + (one[key] ?? 0), 0)]));
}

function showOpenings({ candidates }: Case, weights: FactorWeights): Sums {
  const [best] = candidates.toSorted((a, b) => sumOf(b.values, weights) - sumOf(a.values, weights));
  return { cases: 1, good: best?.isGood ? 1 : 0, fillers: best?.isFiller ? 1 : 0 };
}

/** What fits below an opening, best first by its characters. */
function showFurther({ candidates }: Case, weights: FactorWeights): Sums {
  const likely = candidates
    .filter(({ values }) => likelihoodOf(values, weights) >= leastLikelihood)
    .map((one) => ({ ...one, worth: worthOf(one.values, one.characters, weights) }))
    .toSorted((a, b) => b.worth - a.worth);
  const shown: Candidate[] = [];
  let left = room;
  for (const one of likely) {
    if (shown.length === furtherShown || one.characters > left) continue;
    left -= one.characters;
    shown.push(one);
  }
  const isOf = (which: (one: Candidate) => boolean) => shown.filter(which).length;
  return {
    cases: 1,
    shown: shown.length,
    good: isOf(({ isGood }) => isGood),
    fillers: isOf(({ isFiller }) => isFiller),
  };
}
