/**
 * Types our own questions (`bench/labels/questions-*.jsonl`) to the bot, as `batch answers` does, and counts what it replies:
 *
 *     node bench/score-questions.ts [teasers-2026 languages-de ...] [--show]
 *
 * Without names, those of all archives. Of what the archive answers: `sentence` shows one that we labeled, `article` another of an article
 * that holds the answer, `beside` something else, `refused` nothing. Of near misses, which the archive does not answer, `answered` shows
 * something all the same; a false premise put right is right. `--show` prints each reply that is neither right nor of the right article.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Article, sentenceAt } from '../src/articles/article.ts';
import { type AnswerOutput, createAnswersTask } from '../src/cli/batch/answer-task.ts';
import { corpusArticle } from '../src/cli/corpus-line.ts';
import { labeledLines } from './lib/labeled-archives.ts';

interface LabeledQuestion {
  readonly id: string;
  readonly q: string;
  readonly asOf: string;
  readonly after?: string;
  readonly wants: string;
  readonly answers: readonly { readonly articleId: string; readonly sentences: readonly number[] }[];
}

type Verdict = 'sentence' | 'article' | 'beside' | 'refused' | 'answered';

const labels = new URL('labels/', import.meta.url);
const isShown = process.argv.includes('--show');
const named = process.argv.slice(2).filter((name) => !name.startsWith('--'));
const all = readdirSync(labels).flatMap((file) => /^questions-(?<name>.+)\.jsonl$/u.exec(file)?.groups?.name ?? []);
const rows: Record<string, Record<string, number>> = {};
for (const name of named.length > 0 ? named : all) rows[name] = await score(name);
console.table(rows);
process.exit();

async function score(name: string): Promise<Record<string, number>> {
  const lines = labeledLines(name);
  const folder = mkdtempSync(join(tmpdir(), 'questions-'));
  const source = join(folder, `${name}.jsonl`);
  writeFileSync(source, lines.map((line) => JSON.stringify(line)).join('\n'));
  const reply = await createAnswersTask([source]);
  const articles = new Map(lines.map(corpusArticle).map((article) => [bare(article.id), article]));
  const verdicts: { readonly isNear: boolean; readonly verdict: Verdict }[] = [];
  for (const question of inOrder(readQuestions(name))) {
    const output = await reply(question);
    const verdict = verdictOf(question, output, articles);
    verdicts.push({ isNear: question.wants === 'refuse', verdict });
    if (
      isShown &&
      ['beside', 'answered', 'refused'].includes(verdict) &&
      !(question.wants === 'refuse' && verdict === 'refused')
    )
      console.log(verdict, question.id, question.q, '=>', output.statements.map(({ text }) => text).join(' | '));
  }
  rmSync(folder, { recursive: true });
  const count = (isNear: boolean, wanted?: Verdict) =>
    verdicts.filter((one) => one.isNear === isNear && (wanted === undefined || one.verdict === wanted)).length;
  return {
    answerable: count(false),
    sentence: count(false, 'sentence'),
    article: count(false, 'article'),
    beside: count(false, 'beside'),
    refused: count(false, 'refused'),
    'near misses': count(true),
    answered: count(true, 'answered'),
  };
}

function readQuestions(name: string): readonly LabeledQuestion[] {
  return readFileSync(new URL(`questions-${name}.jsonl`, labels), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): LabeledQuestion => JSON.parse(line))
    .filter(({ wants }) => wants === 'answer' || wants === 'refuse');
}

/** By day, so that the archive is built once; a follow-up is of the day of its question. */
function inOrder(questions: readonly LabeledQuestion[]): readonly LabeledQuestion[] {
  return questions.toSorted((a, b) => a.asOf.localeCompare(b.asOf));
}

function verdictOf(
  { wants, answers }: LabeledQuestion,
  { refused, correction, statements }: AnswerOutput,
  articles: ReadonlyMap<string, Article>,
): Verdict {
  const isRefused = refused || statements.length === 0;
  if (wants === 'refuse') return isRefused || correction ? 'refused' : 'answered';
  if (isRefused) return 'refused';
  const shown = new Set(statements.map(({ text }) => text));
  const cited = new Set(statements.flatMap(({ citations }) => citations.map(({ articleId }) => bare(articleId))));
  const texts = answers.flatMap(({ articleId, sentences }) => {
    const article = articles.get(bare(articleId));
    return sentences.flatMap((at) => (article && sentenceAt(article, at)?.text) ?? []);
  });
  if (texts.some((text) => shown.has(text))) return 'sentence';
  return answers.some(({ articleId }) => cited.has(bare(articleId))) ? 'article' : 'beside';
}

function bare(articleId: string): string {
  return articleId.replace(/^dw:/u, '');
}
