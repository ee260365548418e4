import { type ArticleSentence, areAlike, newestFirst } from '../article-sentences.ts';

/** The worth of a word of the question that stands in the sentence before, in the same article. */
const before = 0.6;
/** Scores are compared in steps of it; the newest of equals comes first. */
const step = 0.01;
const mostChosen = 2;
/** The second sentence covers this share of what the first does. */
const nearlyAsGood = 0.7;
/** From this score on a sentence answers, in any language: `bench/tune-coverage.ts` chose it, see bench/README.md. */
export const answersFrom = 0.43;

/** The sentences that cover a question best, and how much of it the first covers, from 0 to 1. */
export interface Coverage {
  readonly score: number;
  readonly sentences: readonly ArticleSentence[];
}

/**
 * Finds the sentences that cover the words of a question, by no knowledge of any language: each word weighs by its rarity among the
 * sentences, one that no sentence has most of all, and counts where a sentence has it, less where the one before does.
 * `terms` are read in the language of the articles, whose sentences come in reading order.
 */
export function coverQuestion(terms: readonly string[], articles: readonly (readonly ArticleSentence[])[]): Coverage {
  const all = articles.flat();
  const weights = new Map(
    terms.map((term) => {
      const holders = all.filter((line) => line.terms.has(term)).length;
      return [term, Math.log(1 + all.length / (1 + holders))] as const;
    }),
  );
  const whole = weights.values().reduce((sum, weight) => sum + weight, 0);
  if (whole === 0) return { score: 0, sentences: [] };
  const ranked = articles
    .flatMap((lines) =>
      lines.map((line, index) => ({ line, score: coveredBy(line, lines[index - 1], weights) / whole })),
    )
    .toSorted((a, b) => Math.round((b.score - a.score) / step) || newestFirst(a.line, b.line));
  const chosen: ArticleSentence[] = [];
  const best = ranked[0]?.score ?? 0;
  for (const { line, score } of ranked) {
    if (chosen.length === mostChosen || score < best * nearlyAsGood) break;
    if (!chosen.some((other) => areAlike(line, other))) chosen.push(line);
  }
  return { score: best, sentences: chosen };
}

function coveredBy(
  line: ArticleSentence,
  previous: ArticleSentence | undefined,
  weights: ReadonlyMap<string, number>,
): number {
  let covered = 0;
  for (const [term, weight] of weights) {
    if (line.terms.has(term)) covered += weight;
    else if (previous?.terms.has(term)) covered += weight * before;
  }
  return covered;
}
