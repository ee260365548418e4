import { basename } from 'node:path';
import { Worker } from 'node:worker_threads';
import pLimit from 'p-limit';
import { areAlike } from '../answers/article-sentences.ts';
import {
  mostSelected,
  type RankedCandidate,
  rankCandidates,
  type Selector,
  selectByWords,
} from '../answers/ask/select-sentences.ts';
import type { Config } from '../config/config.ts';
import type { Log } from '../runtime/log.ts';
import { baseLanguage } from '../text/terms.ts';
import type { Passage } from './answer-spans.ts';
import { problemOf, withSignal } from './budget.ts';
import type { Generation } from './generation.ts';
import { createModelRecord, type ModelRecord } from './model-record.ts';
import type { ReadingOrder, ReadingReport } from './reader-worker.ts';

/** A model in a folder that finds answers in sentences, in a thread of its own. */
export interface LocalReader {
  readonly id: string;
  /**
   * By how much an answer in each passage is better than none; of the first passages alone where time runs out. Rejects where the files are not
   * as configured, a package is missing, the thread hangs, or the signal ends.
   */
  read(question: string, passages: readonly Passage[], signal: AbortSignal): Promise<readonly number[]>;
  stop(): Promise<void>;
}

export interface LocalReaderOptions {
  /** How long the thread may idle before it ends, and its model leaves memory. */
  readonly idleMs?: number;
  /** The thread's file. */
  readonly worker?: URL;
}

const usualIdleMs = 10 * 60_000;
/** Some hundred megabytes from a slow disk. */
const loadMs = 60_000;
/** Of an answer's time, so that the rest of the answer has some. */
const shareOfReading = 0.6;
/** Best first by words; each takes a model's time. */
const mostRead = 20;

/** Starts its thread when it is first asked. The thread that hangs longer than an answer may take is ended, and another one started. */
export function createLocalReader(
  { reader: { folder, sha256 }, answerSeconds }: Pick<Config['model'], 'reader' | 'answerSeconds'>,
  { idleMs = usualIdleMs, worker: file = new URL('./reader-worker.ts', import.meta.url) }: LocalReaderOptions = {},
): LocalReader {
  const limit = pLimit(1);
  let worker: Worker | undefined;
  let isLoaded = false;
  let wanted: PromiseWithResolvers<readonly number[]> | undefined;
  let late: NodeJS.Timeout | undefined;
  let idle: NodeJS.Timeout | undefined;

  return {
    id: `reader:${basename(folder)}`,
    read: (question, passages, signal) =>
      withSignal(
        limit(() => {
          signal.throwIfAborted();
          return order({ question, passages, ms: answerSeconds * 1_000 * shareOfReading });
        }),
        signal,
      ),
    async stop() {
      clearTimeout(idle);
      limit.clearQueue();
      await end(new Error('the service is stopping'));
    },
  };

  async function order(given: ReadingOrder): Promise<readonly number[]> {
    clearTimeout(idle);
    wanted = Promise.withResolvers();
    worker ??= hire();
    worker.ref();
    worker.postMessage(given);
    watch();
    try {
      return await wanted.promise;
    } finally {
      wanted = undefined;
      clearTimeout(late);
      // An idle thread keeps no process alive.
      worker?.unref();
      idle = setTimeout(() => void end(new Error('idle')), idleMs).unref();
    }
  }

  function hire(): Worker {
    isLoaded = false;
    const hired = new Worker(file, { workerData: { folder, sha256 } });
    hired.on('message', (report: ReadingReport) => {
      if (hired !== worker) return;
      if (report.kind === 'read') wanted?.resolve(report.margins);
      // The next question tries again, since the operator may have corrected what was wrong.
      else if (report.kind === 'failed') void end(new Error(report.problem));
      else {
        isLoaded = true;
        if (wanted) watch();
      }
    });
    hired.on('error', (error) => {
      if (hired === worker) void end(error instanceof Error ? error : new Error(String(error)));
    });
    return hired;
  }

  /** A model takes longer to load than an answer may take; what was asked meanwhile is answered by words. */
  function watch(): void {
    clearTimeout(late);
    const ms = isLoaded ? answerSeconds * 1_000 : loadMs;
    late = setTimeout(() => void end(new Error('the reader hung and was stopped')), ms).unref();
  }

  async function end(reason: Error): Promise<void> {
    const ended = worker;
    worker = undefined;
    wanted?.reject(reason);
    await ended?.terminate();
  }
}

export interface ReadingParts {
  readonly reader: LocalReader;
  readonly settings: Config['model'];
  readonly log: Log;
  readonly now: () => Temporal.Instant;
}

/** What a local reader adds to the service: it chooses answers, where `chooses` has them, and writes nothing. */
export function createReading({ reader, settings, log, now }: ReadingParts): Generation {
  const record = createModelRecord(reader.id, now);
  const createAnswering = () => {
    const signal = AbortSignal.timeout(settings.answerSeconds * 1_000);
    return { selector: createReadingSelector({ reader, languages: settings.reader.languages, record, log, signal }) };
  };
  return {
    ...(settings.chooses.includes('answers') && { createAnswering }),
    status: () => record.status(),
    stop: () => reader.stop(),
  };
}

/**
 * A selector for one answer: sentences in which a reader finds a better answer than none. Words choose where it fails or is late, for other
 * languages than it reads, and where something is asked that is no span of a text: whether something is so.
 */
function createReadingSelector({
  reader,
  languages,
  record,
  log,
  signal,
}: {
  readonly reader: LocalReader;
  readonly languages: readonly string[];
  readonly record: ModelRecord;
  readonly log: Log;
  readonly signal: AbortSignal;
}): Selector {
  const reads = (language: string) => languages.length === 0 || languages.includes(baseLanguage(language));
  return async (question, conversation, candidates) => {
    const byWords = await selectByWords(question, conversation, candidates);
    const ranked = rankCandidates(candidates)
      .filter(({ candidate }) => reads(candidate.line.article.language))
      .slice(0, mostRead);
    if (question.kind === 'whether' || !reads(question.language) || ranked.length === 0) return byWords;
    try {
      const margins = await reader.read(question.text, ranked.map(passageOf), signal);
      record.chosen();
      const sentences = choose(ranked, margins);
      return { answered: sentences.length === 0 ? 'no' : 'yes', sentences };
    } catch (err) {
      const problem = problemOf(err, { signal });
      log.warn({ model: reader.id, problem }, 'no choice from the reader; chosen by words instead');
      record.byWords(problem);
      return byWords;
    }
  };
}

function passageOf({ candidate: { line } }: RankedCandidate): Passage {
  const { article, sentence } = line;
  if (sentence.index < 0) return { before: '', sentence: sentence.text };
  const previous = article.sentences.find(({ index }) => index === sentence.index - 1);
  return { before: `${article.headline}. ${previous?.text ?? ''}`.trim(), sentence: sentence.text };
}

/** The numbers of those that answer, best first, none like another. */
function choose(ranked: readonly RankedCandidate[], margins: readonly number[]): readonly number[] {
  const answering = ranked
    .map((one, index) => ({ ...one, margin: margins[index] ?? 0 }))
    .filter(({ margin }) => margin > 0)
    .toSorted((a, b) => b.margin - a.margin);
  const chosen: RankedCandidate[] = [];
  for (const one of answering) {
    if (chosen.length === mostSelected) break;
    if (!chosen.some(({ candidate }) => areAlike(candidate.line, one.candidate.line))) chosen.push(one);
  }
  return chosen.map(({ number }) => number);
}
