import { createHash } from 'node:crypto';
import type { Log } from '../runtime/log.ts';
import { type Candidate, type Checked, checkWritten, isEnough } from './checked-statements.ts';
import { dataOf, promptVersion, statementsSchema, type WrittenStatements } from './prompt.ts';
import { estimateTokens, type TextModel } from './text-model.ts';

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

/** One line for people; a provider's message may quote the request, so it contains only kind and status. */
function problemOf(err: unknown, { signal }: Budget): string {
  if (signal.aborted) return 'no answer in time';
  const { name = 'Error', statusCode, message = '' } = err as { name?: string; statusCode?: number; message?: string };
  if (statusCode !== undefined) return `the provider answered with status ${statusCode}`;
  const last = (err as { lastError?: unknown }).lastError;
  if (last !== undefined) return problemOf(last, { signal } as Budget);
  if (/^AI_(?:NoObject|NoOutput|JSONParse|TypeValidation)/.test(name)) return 'the answer is not of the asked form';
  return name === 'Error' ? message : name;
}

/** What one briefing or answer may cost. */
export interface BudgetSettings {
  readonly tokens: number;
  readonly seconds: number;
}

/** What one briefing may cost in time and tokens. */
export interface Budget {
  readonly signal: AbortSignal;
  /** Sets tokens aside for a call; false where too few are left. Calls side by side cannot overspend together. */
  reserve(text: string, maxOutputTokens: number): boolean;
  /** Says what a call cost really; the rest of its share is free again. */
  settle(text: string, maxOutputTokens: number, spent: number): void;
}

/** Bounds the tokens and the time of one briefing's calls. A call that fails keeps its share: it may have been counted. */
export function createBudget({ tokens, seconds }: BudgetSettings): Budget {
  let left = tokens;
  const shareOf = (text: string, maxOutputTokens: number) => estimateTokens(text) + maxOutputTokens;
  return {
    signal: AbortSignal.timeout(seconds * 1_000),
    reserve(text, maxOutputTokens) {
      const share = shareOf(text, maxOutputTokens);
      if (share > left) return false;
      left -= share;
      return true;
    },
    settle(text, maxOutputTokens, spent) {
      left += shareOf(text, maxOutputTokens) - spent;
    },
  };
}

/** How the model has done since the service started, for `status`. */
export interface ModelStatus {
  readonly id: string;
  /** Texts that passed the gate, and those for which the sources were quoted instead. */
  readonly written: number;
  readonly quoted: number;
  /** Statements that the gate dropped. */
  readonly dropped: number;
  readonly lastProblem?: { readonly at: Temporal.Instant; readonly text: string };
}

export interface ModelRecord {
  status(): ModelStatus;
  written(dropped: number): void;
  quoted(problem: string, dropped?: number): void;
}

/** Keeps the count. */
export function createModelRecord(id: string, now: () => Temporal.Instant): ModelRecord {
  let status: ModelStatus = { id, written: 0, quoted: 0, dropped: 0 };
  return {
    status: () => status,
    written(dropped) {
      status = { ...status, written: status.written + 1, dropped: status.dropped + dropped };
    },
    quoted(text, dropped = 0) {
      const lastProblem = { at: now(), text };
      status = { ...status, quoted: status.quoted + 1, dropped: status.dropped + dropped, lastProblem };
    },
  };
}

/** Where generated texts are kept: what the model returned, before the gate, so that the gate sees it again whenever it is read. */
export interface GeneratedTexts {
  find(key: string): Promise<string | undefined>;
  save(text: { readonly key: string; readonly model: string; readonly document: string }): Promise<void>;
  remove(key: string): Promise<void>;
}

/** Names a text by all it was made from: model, prompt, task, and the revision of each article in `parts`. */
function cacheKey(model: string, task: string, parts: readonly unknown[]): string {
  return createHash('sha256')
    .update(JSON.stringify([model, promptVersion, task, ...parts]))
    .digest('hex')
    .slice(0, 32);
}

/** A previously generated text; undefined if there is none, or it cannot be read. */
async function readCached(texts: GeneratedTexts, key: string): Promise<WrittenStatements | undefined> {
  const document = await texts.find(key);
  if (document === undefined) return undefined;
  try {
    return statementsSchema.parse(JSON.parse(document));
  } catch {
    await texts.remove(key);
    return undefined;
  }
}
