import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { readSentences } from '../src/answers/article-sentences.ts';
import { coverQuestion } from '../src/answers/ask/cover-question.ts';
import { corpusArticle } from '../src/cli/corpus-line.ts';
import { baseLanguage, termsOf } from '../src/text/terms.ts';

/*
 * Chooses the threshold from which a sentence that covers a question answers it (`answersFrom` in src/answers/ask/cover-question.ts):
 *
 *   node bench/tune-coverage.ts QUESTIONS.jsonl.gz ...
 *
 * Lines are those of `batch answers`, each with its articles and `gold`. For each language the threshold is chosen on all other languages,
 * as the lowest at which these refuse rightly as often as wanted, and what it gives in the language left out is printed; at last, the
 * threshold over all.
 */

const refusedWanted = 0.98;
const steps = Array.from({ length: 71 }, (_, index) => 0.2 + index / 100);

interface Judged {
  readonly language: string;
  readonly score: number;
  readonly isAnswerable: boolean;
  /** The chosen sentences hold what the key expects. */
  readonly isRight: boolean;
}

interface QuestionLine {
  readonly q: string;
  readonly articles: readonly unknown[];
  readonly gold: { readonly wants: string; readonly expect?: readonly string[] };
}

function judge({ q, articles: values, gold }: QuestionLine): Judged {
  const articles = values.map(corpusArticle);
  const language = baseLanguage(articles[0]?.language ?? 'en');
  const { score, sentences } = coverQuestion([...new Set(termsOf(q, language))], articles.map(readSentences));
  const text = sentences.map(({ sentence }) => sentence.text).join('\n');
  return {
    language,
    score,
    isAnswerable: gold.wants === 'answer',
    isRight: (gold.expect ?? []).every((pattern) => new RegExp(pattern, 'iu').test(text)),
  };
}

function sharesAt(lines: readonly Judged[], from: number): { readonly answered: number; readonly refused: number } {
  const share = (of: readonly Judged[], fits: (line: Judged) => boolean) => of.filter(fits).length / of.length;
  return {
    answered: share(
      lines.filter(({ isAnswerable }) => isAnswerable),
      ({ score, isRight }) => score >= from && isRight,
    ),
    refused: share(
      lines.filter(({ isAnswerable }) => !isAnswerable),
      ({ score }) => score < from,
    ),
  };
}

/** The lowest that refuses as often as wanted; 1 if none does. */
function thresholdFor(lines: readonly Judged[]): number {
  return steps.find((from) => sharesAt(lines, from).refused >= refusedWanted) ?? 1;
}

function print(name: string, lines: readonly Judged[], from: number): void {
  const { answered, refused } = sharesAt(lines, from);
  console.log(`${name}\tfrom ${from.toFixed(2)}\tanswered ${answered.toFixed(2)}\trefused ${refused.toFixed(2)}`);
}

const judged = process.argv.slice(2).flatMap((path) =>
  gunzipSync(readFileSync(path))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => judge(JSON.parse(line))),
);
for (const [language, own] of Map.groupBy(judged, (line) => line.language))
  print(language, own, thresholdFor(judged.filter((line) => line.language !== language)));
print('all', judged, thresholdFor(judged));
