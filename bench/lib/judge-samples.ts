import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { AskedBefore } from '../../src/answers/answer-archive.ts';
import { readSentences } from '../../src/answers/article-sentences.ts';
import { answerQuestion, antecedents } from '../../src/answers/ask/ask.ts';
import type { Question } from '../../src/answers/ask/question.ts';
import { selectByWords } from '../../src/answers/ask/select-sentences.ts';
import type { Candidate } from '../../src/answers/ask/signals.ts';
import type { Article } from '../../src/articles/article.ts';
import { corpusArticle, seenAtOfLine } from '../../src/cli/corpus-line.ts';
import { createArchiver } from '../../src/ingest/archive-article.ts';
import { createArchive } from '../../src/storage/archive.ts';
import { openMemoryDatabase } from '../../src/storage/database.ts';
import { createStorage } from '../../src/storage/storage.ts';
import { asScored } from './as-scored.ts';
import { halfOf } from './half-of.ts';
import { type LabeledArticle, readLabeledArchive } from './labeled-archives.ts';

/** A question with the candidates that the selector saw, and how right each is as an answer. */
export interface JudgeSample {
  readonly id: string;
  readonly set: string;
  /** Half `a` is learned from, half `b` counted only. */
  readonly half: 'a' | 'b';
  readonly isAnswerable: boolean;
  readonly question: Question;
  readonly candidates: readonly Candidate[];
  /** Share of what is asked for that each candidate tells; -1 for what it must not say. */
  readonly rights: readonly number[];
}

interface Line {
  readonly id: string;
  readonly set: string;
  readonly q: string;
  readonly asOf: string | undefined;
  readonly after: string | undefined;
  readonly isAnswerable: boolean;
  /** Of its own; else it asks `archive`. */
  readonly articles: readonly LabeledArticle[] | undefined;
  readonly archive: string | undefined;
  readonly rightOf: (candidate: Candidate) => number;
}

/** A line of any of the sets. */
interface RawLine {
  readonly id?: string;
  readonly q: string;
  readonly archive?: string;
  readonly asOf?: string;
  readonly after?: string | null;
  readonly wants?: string;
  readonly articles?: readonly unknown[];
  readonly gold?: { readonly wants: string; readonly expect?: readonly string[] };
  readonly expect?: readonly string[];
  readonly anyOf?: readonly (readonly string[])[];
  readonly forbid?: readonly string[];
  readonly answers?: readonly { readonly articleId: string; readonly sentences: readonly number[] }[];
  readonly command?: string;
  readonly refuse?: boolean;
  readonly ids?: readonly string[];
}

function linesOf(path: string): readonly RawLine[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): RawLine => JSON.parse(line));
}

/** Archives from which lines of questions-dev name articles. */
const namedFrom = ['articles-2023', 'articles-2025-05', 'articles-2025-07', 'articles-de-2026'];
let named: ReadonlyMap<string, LabeledArticle> | undefined;

function findNamed(id: string): LabeledArticle {
  named ??= new Map(namedFrom.flatMap(readLabeledArchive).map((one) => [one.article.id, one]));
  const found = named.get(`dw:${id}`);
  if (!found) throw new Error(`No article "${id}" in ${namedFrom.join(', ')}.`);
  return found;
}

/** The lines of a set that ask something of the archive. */
function readSet(path: string): readonly Line[] {
  const set = basename(path).replace(/\.jsonl(?:\.gz)?$/u, '');
  return linesOf(path).flatMap((line, at): Line[] => {
    const { q, asOf, archive, command, ids } = line;
    if (command !== undefined && (command !== 'ask' || !ids)) return [];
    const wants = line.gold?.wants ?? line.wants ?? (line.refuse ? 'refuse' : 'answer');
    if (wants !== 'answer' && wants !== 'refuse') return [];
    const own = line.articles?.map((value) => ({ article: corpusArticle(value), seenAt: seenAtOfLine(value) }));
    return [
      {
        id: line.id ?? `${set}-${at}`,
        set,
        q,
        asOf,
        archive,
        after: line.after ?? undefined,
        articles: own ?? ids?.map(findNamed),
        isAnswerable: wants === 'answer',
        rightOf: line.answers ? byNumbers(line.answers) : byPatterns({ ...line, ...line.gold }),
      },
    ];
  });
}

function byNumbers(answers: NonNullable<RawLine['answers']>): Line['rightOf'] {
  const right = new Set(
    answers.flatMap(({ articleId, sentences }) => sentences.map((at) => `${articleId.replace(/^dw:/u, '')} ${at}`)),
  );
  return ({ line }) => Number(right.has(`${line.article.id.replace(/^dw:/u, '')} ${line.sentence.index}`));
}

function byPatterns({ expect = [], anyOf = [], forbid = [] }: Partial<RawLine>): Line['rightOf'] {
  const wanted = [...expect.map((one) => [one]), ...anyOf].map((each) => each.map((one) => new RegExp(one, 'iu')));
  const forbidden = forbid.map((one) => new RegExp(one, 'iu'));
  return ({ line }) => {
    const shown = [...antecedents(line, readSentences(line.article)), line];
    const text = asScored(shown.map(({ sentence }) => sentence.text).join('\n'));
    if (forbidden.some((pattern) => pattern.test(text))) return -1;
    return (
      wanted.filter((patterns) => patterns.some((pattern) => pattern.test(text))).length / Math.max(1, wanted.length)
    );
  };
}

interface Dated {
  readonly article: Article;
  readonly seenAt: Temporal.Instant;
}

/** An archive that goes on to the days that are asked for. */
async function openArchive(dated: readonly Dated[]) {
  const storage = createStorage(await openMemoryDatabase());
  const archiver = createArchiver({ storage });
  let archived = 0;
  return {
    archive: createArchive(storage),
    async growTo(now: Temporal.Instant) {
      for (const { article, seenAt } of dated.slice(archived)) {
        if (Temporal.Instant.compare(seenAt, now) >= 0) break;
        await archiver.archive(article, { archivedAt: seenAt, isSeed: false });
        archived++;
      }
    },
    close: () => storage.close(),
  };
}

type Opened = Awaited<ReturnType<typeof openArchive>>;

function inTime(articles: readonly LabeledArticle[]): readonly Dated[] {
  return articles
    .map(({ article, seenAt = article.publishedAt }) => ({ article, seenAt }))
    .toSorted((a, b) => Temporal.Instant.compare(a.seenAt, b.seenAt));
}

/** Asks the questions of sets as chat does, and records what the selector sees. */
export async function collectSamples(paths: readonly string[]): Promise<readonly JudgeSample[]> {
  const lines = paths.flatMap(readSet);
  const byArchive = Map.groupBy(lines, ({ archive, articles }) => (articles ? undefined : archive));
  const samples: JudgeSample[] = [];
  for (const [name, own] of byArchive) {
    if (name !== undefined) samples.push(...(await askOf(readLabeledArchive(name), inOrder(own))));
    else for (const line of own) samples.push(...(await askOf(line.articles ?? [], [line])));
  }
  return samples;
}

async function askOf(articles: readonly LabeledArticle[], lines: readonly Line[]): Promise<readonly JudgeSample[]> {
  const dated = inTime(articles);
  const opened = await openArchive(dated);
  const samples = await ask(lines, opened, dated.at(-1)?.seenAt);
  await opened.close();
  return samples;
}

/** By day, a follow-up right behind its question. */
function inOrder(lines: readonly Line[]): readonly Line[] {
  const roots = lines
    .filter(({ after }) => after === undefined)
    .toSorted((a, b) => (a.asOf ?? '').localeCompare(b.asOf ?? ''));
  const withNext = (line: Line): readonly Line[] => [
    line,
    ...lines.filter(({ after }) => after === line.id).flatMap(withNext),
  ];
  return roots.flatMap(withNext);
}

async function ask(
  lines: readonly Line[],
  { archive, growTo }: Opened,
  end = Temporal.Instant.fromEpochMilliseconds(0),
): Promise<readonly JudgeSample[]> {
  const samples: JudgeSample[] = [];
  const asked = new Map<string, AskedBefore>();
  for (const { id, set, q, asOf, after, isAnswerable, rightOf } of lines) {
    const now = asOf ? Temporal.PlainDate.from(asOf).add({ days: 1 }).toZonedDateTime('UTC').toInstant() : end;
    await growTo(asOf ? now : end.add({ seconds: 1 }));
    const seen: { readonly question: Question; readonly candidates: readonly Candidate[] }[] = [];
    const before = after === undefined ? undefined : asked.get(after);
    const answer = await answerQuestion(q, {
      archive,
      now,
      before,
      async selector(question, conversation, candidates) {
        if (candidates.length > 0) seen.push({ question, candidates });
        return selectByWords(question, conversation, candidates);
      },
    });
    const articles = answer.statements.flatMap(({ citations }) => citations.map(({ articleId }) => articleId));
    asked.set(id, { question: before ? `${before.question} ${q}` : q, articles });
    // A follow-up is asked together with what was before first, any other question of its own language's articles first.
    const shown = before ? seen[0] : seen.at(-1);
    if (!shown) continue;
    samples.push({
      id,
      set,
      half: halfOf(id),
      isAnswerable,
      ...shown,
      rights: shown.candidates.map((candidate) => (isAnswerable ? rightOf(candidate) : 0)),
    });
  }
  return samples;
}
