import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { AnswerContext } from '../../answers/answer-archive.ts';
import { answerQuestion } from '../../answers/ask/ask.ts';
import type { Article } from '../../articles/article.ts';
import { extractPage } from '../../articles/extract-page.ts';
import { makeArticle } from '../../articles/make-article.ts';
import type { Config } from '../../config/config.ts';
import { createArchiver } from '../../ingest/archive-article.ts';
import { createGeneration } from '../../models/generation.ts';
import { createReading, type LocalReader } from '../../models/local-reader.ts';
import type { TextModel } from '../../models/text-model.ts';
import { silentLog } from '../../runtime/log.ts';
import { createArchive } from '../../storage/archive.ts';
import { openMemoryDatabase } from '../../storage/database.ts';
import { createStorage } from '../../storage/storage.ts';
import { articlePage } from '../demo/sample-edition/article-page.ts';
import { readSampleEdition } from '../demo/sample-edition/read-sample-edition.ts';
import { articlePath } from '../demo/sample-edition/sample-article.ts';

/** What a selector made of the questions. */
export interface Marks {
  /** Of those with an answer: rightly answered, and all. */
  readonly answered: number;
  readonly answerable: number;
  /** Of those without one: refused, and all. */
  readonly refused: number;
  readonly unanswerable: number;
}

/** A model measured over the sample edition, beside words alone. */
export interface ModelTest {
  readonly id: string;
  readonly model: Marks;
  readonly words: Marks;
  /** Choices that failed or came too late, so that words chose. */
  readonly failed: number;
  readonly lastProblem?: string;
  readonly secondsPerAnswer: number;
}

const questionsSchema = z.array(z.strictObject({ q: z.string(), expect: z.string().optional() }));
type Asked = z.infer<typeof questionsSchema>[number];

/** Failures in a row after which the rest is not asked: it would fail alike. */
const mostFailures = 3;

/**
 * Asks a model or a local reader twenty questions over the sample edition, as chat does, half of which nothing there answers. Stops where it
 * only fails.
 */
export async function testModel(
  model: TextModel | LocalReader,
  settings: Config['model'],
  signal: AbortSignal,
): Promise<ModelTest> {
  const text = readFileSync(new URL('questions.yaml', import.meta.url), 'utf8');
  const questions = questionsSchema.parse(parse(text));
  const storage = createStorage(await openMemoryDatabase());
  const now = () => Temporal.Now.instant();
  const parts = { settings: { ...settings, chooses: ['answers' as const] }, log: silentLog, now };
  const generation =
    'read' in model
      ? createReading({ ...parts, reader: model })
      : createGeneration({
          ...{ ...parts, model, variantsOf: async () => [] },
          texts: { find: async () => undefined, save: async () => undefined, remove: async () => undefined },
        });
  try {
    const context = await archiveSample(storage);
    const words = await marksOf(questions, context, () => undefined);
    const begun = performance.now();
    let asked = 0;
    const marks = await marksOf(questions, context, () => {
      const { chosen, byWords } = generation.status();
      if (signal.aborted || (chosen === 0 && byWords >= mostFailures)) return undefined;
      asked++;
      return generation.createAnswering?.();
    });
    const { byWords: failed, lastProblem } = generation.status();
    return {
      id: model.id,
      model: marks,
      words,
      failed: failed + questions.length - asked,
      ...(lastProblem && { lastProblem: lastProblem.text }),
      secondsPerAnswer: (performance.now() - begun) / 1_000 / Math.max(1, asked),
    };
  } finally {
    await storage.close();
  }
}

async function archiveSample(storage: ReturnType<typeof createStorage>): Promise<AnswerContext> {
  const archiver = createArchiver({ storage });
  const articles = await sampleArticles();
  for (const article of articles) await archiver.archive(article, { archivedAt: article.publishedAt, isSeed: false });
  const last = articles.at(-1)?.publishedAt ?? Temporal.Now.instant();
  return { archive: createArchive(storage), now: last.add({ hours: 1 }) };
}

/** The newest revisions, oldest first, as they are read from their pages. */
async function sampleArticles(): Promise<readonly Article[]> {
  const { articles } = await readSampleEdition();
  const newest = new Map(articles.toSorted((a, b) => a.revision - b.revision).map((one) => [one.id, one]));
  return [...newest.values()]
    .filter(({ kind }) => kind === 'a')
    .map((article) => {
      const url = `https://www.dw.com${articlePath(article)}`;
      const page = extractPage(articlePage({ article, others: [], imageBaseUrl: 'https://static.dw.com' }), url);
      const entry = { id: `dw:${article.id}`, kind: 'article', url, title: article.headline } as const;
      const listed = { ...entry, categories: [], position: 0, publishedAt: article.publishedAt };
      return makeArticle({ entry: listed, page, revision: 1, fallbackLanguage: article.language, topics: [] });
    })
    .toSorted((a, b) => Temporal.Instant.compare(a.publishedAt, b.publishedAt));
}

async function marksOf(
  questions: readonly Asked[],
  context: AnswerContext,
  answeringFor: () => Pick<AnswerContext, 'selector' | 'widening'> | undefined,
): Promise<Marks> {
  let [answered, refused] = [0, 0];
  for (const { q, expect } of questions) {
    const answer = await answerQuestion(q, { ...context, ...answeringFor() });
    const shown = answer.statements.map(({ text }) => text).join('\n');
    if (expect === undefined) refused += answer.refused || answer.correction ? 1 : 0;
    else if (new RegExp(expect, 'iu').test(shown)) answered++;
  }
  const answerable = questions.filter(({ expect }) => expect !== undefined).length;
  return { answered, answerable, refused, unanswerable: questions.length - answerable };
}

/** Share of right refusals, and of right answers, from which a model is worth its time. */
const enough = 0.8;

/** Why a model is not good enough, each in a sentence; none where it is. Less than words alone is never enough. */
export function shortcomings(
  { model, words, failed, lastProblem, secondsPerAnswer }: ModelTest,
  answerSeconds: number,
) {
  const total = model.answerable + model.unanswerable;
  const problems: string[] = [];
  if (failed > 0) problems.push(`${failed} of ${total} choices failed (${lastProblem ?? 'no time left'})`);
  if (model.refused < Math.max(words.refused, enough * model.unanswerable))
    problems.push(
      `it answers ${model.unanswerable - model.refused} of ${model.unanswerable} questions that nothing answers`,
    );
  if (model.answered < Math.max(words.answered, enough * model.answerable))
    problems.push(`it finds ${model.answered} of ${model.answerable} answers (words alone: ${words.answered})`);
  if (secondsPerAnswer > answerSeconds / 2)
    problems.push(
      `an answer takes ${secondsPerAnswer.toFixed(1)} s of the ${answerSeconds} that model.answerSeconds allows`,
    );
  return problems;
}

/** What was measured, in one line. */
export function describeTest({ id, model, words, secondsPerAnswer }: ModelTest): string {
  const marks = ({ answered, answerable, refused, unanswerable }: Marks) =>
    `${answered} of ${answerable} answered, ${refused} of ${unanswerable} rightly refused`;
  const speed = secondsPerAnswer > 0 ? (1 / secondsPerAnswer).toFixed(2) : '-';
  return `${id}: ${marks(model)}, ${speed} answers a second; words alone: ${marks(words)}`;
}
