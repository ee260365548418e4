import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { AnswerContext } from '../src/answers/answer-archive.ts';
import { gatherCandidates } from '../src/answers/ask/candidates.ts';
import { readQuestion } from '../src/answers/ask/question.ts';
import { scoreOf, settings } from '../src/answers/ask/select-sentences.ts';
import type { Candidate } from '../src/answers/ask/signals.ts';
import { questionLanguage } from '../src/answers/question-language.ts';
import { corpusArticle } from '../src/cli/corpus-line.ts';
import { archiveOf } from '../tests/answers/small-archive.ts';
import { halfOf } from './lib/half-of.ts';

// What each threshold of the lexical selector answers and refuses: `node bench/tune-answers.ts SET.jsonl[.gz] ...`, from the project root; sets
// as `batch answers` takes them, whose lines bring their own articles. Half a chooses, half b says what the choice is worth.
// Setting by setting: `node bench/tune-answers.ts SET newness=0.2 form=0.4`.

interface Line {
  readonly id: string;
  readonly q: string;
  readonly articles: readonly { readonly language: string }[];
  readonly gold: { readonly wants: 'answer' | 'refuse'; readonly expect: readonly string[] };
}

interface Asked {
  readonly half: 'a' | 'b';
  readonly wants: 'answer' | 'refuse';
  readonly expect: readonly RegExp[];
  readonly candidates: readonly Candidate[];
}

const mostShown = 3;
const thresholds = [0.6, 0.65, 0.7, 0.75, 0.8, 0.85];

function linesOf(path: string): readonly Line[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
}

async function askedOf({ id, q, articles, gold }: Line): Promise<Asked> {
  const archive: AnswerContext = await archiveOf(articles.map(corpusArticle));
  const own = questionLanguage(q);
  const language = articles.some((article) => article.language === own) ? own : (articles[0]?.language ?? own);
  return {
    half: halfOf(id),
    wants: gold.wants,
    expect: (gold.expect ?? []).map((pattern) => new RegExp(pattern, 'iu')),
    candidates: await gatherCandidates(readQuestion(q, language), archive),
  };
}

/** Shares of right answers and right refusals. */
function sharesOf(asked: readonly Asked[], by: typeof settings): { answered: number; refused: number } {
  const share = (list: readonly Asked[], isRight: (one: Asked) => boolean) =>
    list.filter(isRight).length / Math.max(1, list.length);
  const best = (one: Asked) => one.candidates.toSorted((a, b) => scoreOf(b, by) - scoreOf(a, by)).slice(0, mostShown);
  const answers = (one: Asked) => best(one).some((candidate) => scoreOf(candidate, by) >= by.least);
  return {
    answered: share(
      asked.filter(({ wants }) => wants === 'answer'),
      (one) => {
        const shown = best(one).map(({ line }) => line.sentence.text);
        return answers(one) && one.expect.every((pattern) => shown.some((text) => pattern.test(text)));
      },
    ),
    refused: share(
      asked.filter(({ wants }) => wants === 'refuse'),
      (one) => !answers(one),
    ),
  };
}

const changed = Object.fromEntries(
  process.argv
    .slice(2)
    .filter((each) => each.includes('='))
    .map((each) => each.split('='))
    .map(([name = '', value]) => [name, Number(value)]),
);
for (const path of process.argv.slice(2).filter((each) => !each.includes('='))) {
  const byLanguage = Map.groupBy(linesOf(path), ({ articles: [first] }) => first?.language ?? '');
  for (const [language, lines] of byLanguage) {
    const asked: Asked[] = [];
    for (const line of lines) asked.push(await askedOf(line));
    const rows = thresholds.map((least) => {
      const by = { ...settings, ...changed, least };
      const [a, b] = (['a', 'b'] as const).map((half) =>
        sharesOf(
          asked.filter((one) => one.half === half),
          by,
        ),
      );
      return {
        language,
        least,
        'a answered': a?.answered,
        'a refused': a?.refused,
        'b answered': b?.answered,
        'b refused': b?.refused,
      };
    });
    console.table(rows);
  }
}
process.exit();
