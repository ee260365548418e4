/**
 * Learns what the factors of a story's further sentences count (src/briefings/statements/weigh-sentence.ts): from sentences that we labelled,
 * from labelled editions, half `a`, and from editors' highlights of other articles:
 *
 *     node bench/learn-sentences.ts editions.jsonl summaries.jsonl articles-en-2023.jsonl.gz
 *
 * A logistic regression, drawn to 0 (ridge), on whether an editor would choose a sentence among those that may follow the opening. Prints
 * how many of these the first 300 characters hold, learned without the own tenth.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Article } from '../src/articles/article.ts';
import { newsOf } from '../src/briefings/news/story-news.ts';
import { findOpener } from '../src/briefings/statements/choose-statements.ts';
import { createFillers } from '../src/briefings/statements/find-fillers.ts';
import {
  createWeighing,
  type FactorValues,
  type SentenceFactor,
  sentenceFactors,
  worthOf,
} from '../src/briefings/statements/weigh-sentence.ts';
import { articlesField } from '../src/cli/batch/article-tasks.ts';
import { termsOf } from '../src/text/terms.ts';
import { asScored } from './lib/as-scored.ts';
import { halfOf } from './lib/half-of.ts';

const ridge = 0.01;
const steps = 600;
const rate = 0.5;
const folds = 10;
const room = 300;
/** What all cases of a kind count together. */
const counts = { labels: 1, editions: 1, highlights: 0.2 };
const kinds = ['labels', 'editions', 'highlights'] as const;
const sameFrom = 0.45;
const labels = new URL('labels/sentences.jsonl', import.meta.url);
/** Of each labelled article so many sentences were read. */
const sentencesLabelled = 16;

interface Case {
  readonly kind: (typeof kinds)[number];
  readonly fold: number;
  readonly values: readonly FactorValues[];
  readonly characters: readonly number[];
  readonly isGood: readonly boolean[];
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

for (const kind of kinds) {
  const own = cases.filter((one) => one.kind === kind);
  const without = Array.from({ length: folds }, (_, fold) => learn(cases.filter((one) => one.fold !== fold)));
  const mean = (weightsOf: (one: Case) => FactorValues) =>
    (own.reduce((sum, one) => sum + goodIn(one, weightsOf(one)), 0) / own.length).toFixed(3);
  const all = learn(cases);
  console.log(
    `${kind} ${own.length}: left out ${mean(({ fold }) => without[fold] ?? all)}, own ${mean(() => all)},`,
    `substance alone ${mean(() => factors((factor) => (factor === 'substance' ? 1 : factor === 'bias' ? -4 : 0)))}`,
  );
}
console.log(JSON.stringify(learn(cases)));

function caseOf(
  article: Article,
  kind: Case['kind'],
  fold: number,
  isGood: (text: string, index: number) => boolean,
): Case[] {
  const fresh = newsOf(article, []);
  const opener = findOpener([fresh], []);
  if (!opener) return [];
  const draft = { main: article, fresh: [fresh], misprints: [], chosen: [opener], opener };
  const valuesOf = createWeighing(article, [opener.sentence.text]);
  const candidates = createFillers(fresh, draft)().flatMap(([first, second]) =>
    second || (kind === 'labels' && first.index >= sentencesLabelled) ? [] : first,
  );
  const good = candidates.map(({ text, index }) => isGood(text, index));
  if (!good.includes(true) || !good.includes(false)) return [];
  return [
    {
      kind,
      fold: fold % folds,
      values: candidates.map(valuesOf),
      characters: candidates.map(({ text }) => text.length),
      isGood: good,
    },
  ];
}

function labelledCases(): Case[] {
  const stored = new Map(linesOf(gunzipSync(readFileSync(corpus)).toString()).map((one) => [String(one.id), one]));
  return linesOf(readFileSync(labels, 'utf8')).flatMap(({ id, first, next }, at) => {
    const [article] = articlesField.parse([stored.get(id)]);
    return article ? caseOf(article, 'labels', at, (_, index) => [...first, ...next].includes(index)) : [];
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
  return gold.events.flatMap((event) => {
    const wanted = [...(event.facts ?? []), ...(event.also ?? [])].map((one) => new RegExp(one, 'iu'));
    return event.ids.flatMap((articleId) => {
      const article = byId.get(`dw:${articleId}`);
      return article ? caseOf(article, 'editions', at, (text) => wanted.some((one) => one.test(asScored(text)))) : [];
    });
  });
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
  return caseOf(article, 'highlights', at, (one) => {
    const own = terms(one);
    return wanted.some((other) => (2 * own.intersection(other).size) / (own.size + other.size) >= sameFrom);
  });
}

function learn(from: readonly Case[]): FactorValues {
  const examples = from.flatMap(({ kind, values, isGood }) => {
    const each = counts[kind] / from.filter((one) => one.kind === kind).length / values.length;
    return values.map((value, at) => ({ value, each, isGood: isGood[at] === true }));
  });
  let weights = factors(() => 0);
  for (let step = 0; step < steps; step++) {
    const gradient = new Map(
      sentenceFactors.map((factor) => [factor, factor === 'bias' ? 0 : ridge * weights[factor]]),
    );
    for (const { value, each, isGood } of examples) {
      const sum = sentenceFactors.reduce((all, factor) => all + weights[factor] * value[factor], 0);
      const miss = each * (1 / (1 + Math.exp(-sum)) - (isGood ? 1 : 0));
      for (const factor of sentenceFactors) gradient.set(factor, (gradient.get(factor) ?? 0) + miss * value[factor]);
    }
    weights = factors((factor) => weights[factor] - rate * (gradient.get(factor) ?? 0));
  }
  return factors((factor) => Math.round(weights[factor] * 100) / 100);
}

function factors(of: (factor: SentenceFactor) => number): FactorValues {
  return Object.fromEntries(sentenceFactors.map((factor) => [factor, of(factor)])) as Record<SentenceFactor, number>;
}

/** Good sentences in the room of two, best first by their characters. */
function goodIn({ values, characters, isGood }: Case, weights: FactorValues): number {
  const ranked = values
    .map((value, at) => ({ at, worth: worthOf(value, characters[at] ?? 0, weights) }))
    .toSorted((a, b) => b.worth - a.worth);
  let left = room;
  let good = 0;
  for (const { at } of ranked) {
    if ((characters[at] ?? 0) > left) continue;
    left -= characters[at] ?? 0;
    if (isGood[at]) good += 1;
  }
  return good;
}
