import type { Log } from '../runtime/log.ts';
import type { Budget } from './budget.ts';
import { type Candidate, type Checked, checkWritten, isEnough } from './checked-statements.ts';
import type { ModelRecord } from './model-status.ts';
import { dataOf, statementsSchema, type WrittenStatements } from './prompt.ts';
import { cacheKey, type GeneratedTexts, readCached } from './text-cache.ts';
import type { TextModel } from './text-model.ts';

export interface AskingParts {
  readonly model: TextModel;
  readonly texts: GeneratedTexts;
  readonly record: ModelRecord;
  readonly log: Log;
}

export interface ModelTask {
  /** Names the kind of text in the cache and the log. */
  readonly name: string;
  readonly instructions: string;
  readonly candidates: readonly Candidate[];
  readonly question?: string;
  readonly language: string;
  readonly variants: readonly (readonly string[])[];
  readonly maxOutputTokens: number;
}

/**
 * What a model makes of these sentences, through the gate; undefined where the sources are to be quoted instead: no budget left, no answer,
 * or fewer than half of it true. Never throws: a briefing does not wait for a provider. Cached only once it has passed.
 */
export async function askModel(task: ModelTask, budget: Budget, parts: AskingParts): Promise<Checked | undefined> {
  const { model, texts, record, log } = parts;
  const cited = task.candidates.flatMap(({ statement }) => statement.citations);
  const revisions = cited.map(({ articleId, revision, sentence }) => `${articleId}@${revision}#${sentence}`);
  const key = cacheKey(model.id, task.name, [task.language, task.instructions, task.question ?? '', revisions]);
  const known = await readCached(texts, key);
  const checkedBefore = known && check(known, task);
  if (checkedBefore && isEnough(checkedBefore)) return checkedBefore;
  if (known) await texts.remove(key);
  try {
    const written = await write(task, budget, model);
    const checked = check(written, task);
    if (!isEnough(checked)) {
      const problem = `the gate dropped ${checked.dropped.length} of ${written.statements.length} statements`;
      log.warn({ task: task.name, model: model.id, dropped: checked.dropped }, `${problem}; quoting instead`);
      record.quoted(problem, checked.dropped.length);
      return undefined;
    }
    if (checked.dropped.length > 0)
      log.info({ task: task.name, model: model.id, dropped: checked.dropped }, 'the gate dropped statements');
    record.written(checked.dropped.length);
    await texts.save({ key, model: model.id, document: JSON.stringify(written) });
    return checked;
  } catch (err) {
    const problem = problemOf(err, budget);
    log.warn({ task: task.name, model: model.id, problem }, 'no text from the model; quoting instead');
    record.quoted(problem);
    return undefined;
  }
}

function check(written: WrittenStatements, { candidates, language, variants }: ModelTask): Checked {
  return checkWritten({ written, candidates, language, variants });
}

async function write(
  { instructions, candidates, question, maxOutputTokens }: ModelTask,
  budget: Budget,
  model: TextModel,
): Promise<WrittenStatements> {
  const input = dataOf(
    candidates.map(({ text }) => text),
    question,
  );
  const sent = instructions + input;
  if (!budget.reserve(sent, maxOutputTokens)) throw new Error('the token budget of this briefing is spent');
  const { signal } = budget;
  const answer = await withSignal(
    model.write({ instructions, input, schema: statementsSchema, maxOutputTokens, signal }),
    signal,
  );
  budget.settle(sent, maxOutputTokens, answer.tokens);
  return answer.value;
}

/** Ends with the signal, even where a provider does not. */
async function withSignal<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = () => reject(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener('abort', stop);
    work.catch(() => undefined);
  }
}

/** One line for people; a provider's message may quote the request, so only its kind and status are told. */
function problemOf(err: unknown, { signal }: Budget): string {
  if (signal.aborted) return 'no answer in time';
  const { name = 'Error', statusCode, message = '' } = err as { name?: string; statusCode?: number; message?: string };
  if (statusCode !== undefined) return `the provider answered with status ${statusCode}`;
  const last = (err as { lastError?: unknown }).lastError;
  if (last !== undefined) return problemOf(last, { signal } as Budget);
  if (/^AI_(?:NoObject|NoOutput|JSONParse|TypeValidation)/.test(name)) return 'the answer is not of the asked form';
  return name === 'Error' ? message : name;
}
