import { createHash } from 'node:crypto';
import type { Log } from '../runtime/log.ts';
import { type Budget, callModel, problemOf } from './budget.ts';
import { checkEntailment } from './check-entailment.ts';
import { type Candidate, type Checked, checkWritten, isEnough } from './checked-statements.ts';
import type { ModelRecord } from './model-record.ts';
import { dataOf, promptVersion, statementsSchema, type WrittenStatements } from './prompt.ts';
import type { GeneratedTexts, TextModel } from './text-model.ts';

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
 * What a model makes of these sentences, through the gate and a checker, if any; undefined where the sources are to be quoted instead: no budget left, no answer,
 * or fewer than half of it true. Never throws: a briefing does not wait for a provider. Cached only once it has passed.
 */
export async function askModel(task: ModelTask, budget: Budget, parts: AskingParts): Promise<Checked | undefined> {
  const { model, texts, record, log } = parts;
  const cited = task.candidates.flatMap(({ statement }) => statement.citations);
  const revisions = cited.map(({ articleId, revision, sentence }) => `${articleId}@${revision}#${sentence}`);
  const key = cacheKey(model.id, task.name, [task.language, task.instructions, task.question ?? '', revisions]);
  try {
    const known = await readCached(texts, key);
    const checkedBefore = known && (await checkEntailment(check(known, task), budget, parts));
    if (checkedBefore && isEnough(checkedBefore)) return checkedBefore;
    if (known) await texts.remove(key);
    const written = await write(task, budget, model);
    const checked = await checkEntailment(check(written, task), budget, parts);
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

function write(
  { instructions, candidates, question, maxOutputTokens }: ModelTask,
  budget: Budget,
  model: TextModel,
): Promise<WrittenStatements> {
  const input = dataOf(
    candidates.map(({ text }) => text),
    question,
  );
  return callModel({ instructions, input, schema: statementsSchema, maxOutputTokens }, budget, model);
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
