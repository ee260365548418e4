/**
 * Learns what the factors of a story's further sentences count (src/briefings/statements/weigh-sentence.ts) from labelled editions, half `a`, and
 * from editors' highlights of other articles:
 *
 *     node bench/learn-sentences.ts editions.jsonl summaries.jsonl
 *
 * Of two sentences of an article that could follow its opening, the one that an editor's second facts name should come first: a logistic
 * regression over the differences of their values, drawn to 0 (ridge). Prints how often the first two have one, learned without the own edition.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Article } from '../src/articles/article.ts';
import { newsOf } from '../src/briefings/news/story-news.ts';
import { findFillers } from '../src/briefings/statements/find-fillers.ts';
import { findOpener } from '../src/briefings/statements/find-opener.ts';
import { sentenceFactors, weighSentences } from '../src/briefings/statements/weigh-sentence.ts';
import { articlesField } from '../src/cli/batch/article-tasks.ts';
import { termsOf } from '../src/text/terms.ts';
import { asScored } from './lib/as-scored.ts';

const ridge = 0.01;
const steps = 400;
const rate = 0.5;
const novelty = 1.3;
/** The highlights of other articles count together as much as this share of the editions. */
const countsOfHighlights = 0.2;
const sameFrom = 0.45;

interface Case {
  readonly group: string;
  readonly isEdition: boolean;
  readonly candidates: readonly { readonly values: readonly number[]; readonly isGood: boolean }[];
}

function caseOf(article: Article, group: string, isEdition: boolean, isGood: (text: string) => boolean): Case[] {
  const fresh = [newsOf(article, [])];
  const opener = findOpener(fresh, []);
  if (!opener || !fresh[0]) return [];
  const draft = { main: article, fresh, misprints: [], chosen: [opener], opener };
  const said = [opener.sentence.text];
  const candidates = weighSentences(article, findFillers(fresh[0], draft)(novelty), said).map(
    ({ sentence, values }) => ({
      values: sentenceFactors.map((factor) => values[factor]),
      isGood: isGood(sentence.text),
    }),
  );
  return candidates.some((one) => one.isGood) && candidates.some((one) => !one.isGood)
    ? [{ group, isEdition, candidates }]
    : [];
}

function readEdition(line: string): Case[] {
  const { id, gold, articles } = JSON.parse(line);
  if ((createHash('sha256').update(String(id)).digest()[0] ?? 0) % 2 !== 0) return [];
  const byId = new Map(articlesField.parse(articles).map((one) => [one.id, one]));
  return gold.events.flatMap((event: { ids: string[]; also?: string[]; weight: number }) => {
    const wanted = (event.also ?? []).map((one) => new RegExp(one, 'iu'));
    return event.ids.flatMap((articleId) => {
      const article = byId.get(`dw:${articleId}`);
      return article ? caseOf(article, id, true, (text) => wanted.some((one) => one.test(asScored(text)))) : [];
    });
  });
}

function readHighlights(line: string): Case[] {
  const { id, title, text, gold } = JSON.parse(line);
  const [article] = articlesField.parse([
    { id, url: 'https://example.org/', title: title ?? '', publishedAt: '2015-01-01', text },
  ]);
  if (!article) return [];
  const terms = (one: string) => new Set(termsOf(one, 'en'));
  const wanted: Set<string>[] = gold.summary.map(terms);
  return caseOf(article, id, false, (one) => {
    const own = terms(one);
    return wanted.some((other) => (2 * own.intersection(other).size) / (own.size + other.size) >= sameFrom);
  });
}

function learn(cases: readonly Case[]): readonly number[] {
  const counts = { edition: 0, other: 0 };
  for (const { isEdition } of cases) counts[isEdition ? 'edition' : 'other']++;
  const pairs = cases.flatMap(({ candidates, isEdition }) => {
    const good = candidates.filter(({ isGood }) => isGood);
    const rest = candidates.filter(({ isGood }) => !isGood);
    const each = (isEdition ? 1 / counts.edition : countsOfHighlights / counts.other) / (good.length * rest.length);
    return good.flatMap((one) =>
      rest.map((other) => ({ each, difference: one.values.map((value, at) => value - (other.values[at] ?? 0)) })),
    );
  });
  const weights = sentenceFactors.map(() => 0);
  for (let step = 0; step < steps; step++) {
    const gradient = weights.map((weight) => ridge * weight);
    for (const { difference, each } of pairs) {
      const pull = each / (1 + Math.exp(difference.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0)));
      for (let at = 0; at < gradient.length; at++) gradient[at] = (gradient[at] ?? 0) - pull * (difference[at] ?? 0);
    }
    for (let at = 0; at < weights.length; at++) weights[at] = (weights[at] ?? 0) - rate * (gradient[at] ?? 0);
  }
  return weights.map((weight) => Math.round(weight * 100) / 100);
}

function hitsOf({ candidates }: Case, weights: readonly number[]): number {
  const score = ({ values }: Case['candidates'][number]) =>
    values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);
  return candidates
    .toSorted((a, b) => score(b) - score(a))
    .slice(0, 2)
    .filter(({ isGood }) => isGood).length;
}

const [editions = '', highlights = ''] = process.argv.slice(2);
const linesOf = (file: string) => readFileSync(file, 'utf8').trim().split('\n');
const cases = [...linesOf(editions).flatMap(readEdition), ...linesOf(highlights).flatMap(readHighlights)];
const substanceOnly = sentenceFactors.map((factor) => (factor === 'substance' ? 1 : 0));
for (const isEdition of [true, false]) {
  const own = cases.filter((one) => one.isEdition === isEdition);
  const mean = (weightsOf: (one: Case) => readonly number[]) =>
    (own.reduce((sum, one) => sum + hitsOf(one, weightsOf(one)), 0) / own.length).toFixed(3);
  const groups = isEdition ? [...new Set(own.map(({ group }) => group))] : [];
  const without = new Map(groups.map((group) => [group, learn(cases.filter((one) => one.group !== group))]));
  const all = learn(cases);
  console.log(
    isEdition ? 'editions' : 'highlights',
    own.length,
    'left out',
    mean(({ group }) => without.get(group) ?? all),
    'own',
    mean(() => all),
    'substance alone',
    mean(() => substanceOnly),
  );
}
console.log(JSON.stringify(Object.fromEntries(sentenceFactors.map((factor, at) => [factor, learn(cases)[at]]))));
