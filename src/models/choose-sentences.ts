import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { SectionName } from '../answers/choose-lines.ts';
import type { Log } from '../runtime/log.ts';
import { type Budget, callModel, problemOf } from './budget.ts';
import type { ModelRecord } from './model-record.ts';
import type { GeneratedTexts, TextModel } from './text-model.ts';

/** What a model may choose from: a sentence of a revision, with what a reader knows of it. */
export interface NumberedSentence {
  readonly text: string;
  /** The headline of its article. */
  readonly title: string;
  /** The day of its revision, YYYY-MM-DD. */
  readonly date: string;
  /** Names article, revision and sentence: part of the cache's key. */
  readonly reference: string;
}

/** One choice: a prompt of `prompts/`, what it is about, and the sentences to choose from. */
export interface ChoiceTask {
  readonly prompt: PromptName;
  /** The question, the title of a story, or the subject of a background. */
  readonly about: string;
  /** What the same person asked before, oldest first. */
  readonly before?: readonly string[];
  readonly sentences: readonly NumberedSentence[];
  /** More than these are left out. */
  readonly most: number;
}

/** The prompts, each a file of `prompts/` whose first line is its version. */
export type PromptName =
  | 'answer'
  | 'answer-whether'
  | 'answer-which'
  | 'lead'
  | 'story'
  | 'line'
  | 'reword'
  | 'entailed'
  | `section-${SectionName}`;

/** What a model decided. */
export interface Choice {
  readonly answered: Verdict;
  /** Places in `sentences` of the task, best first, each once. */
  readonly chosen: readonly number[];
}

const verdicts = ['yes', 'no', 'false-premise'] as const;
type Verdict = (typeof verdicts)[number];

export interface ChoosingParts {
  readonly model: TextModel;
  readonly texts: GeneratedTexts;
  readonly record: ModelRecord;
  readonly log: Log;
}

const verdictSchema = z.object({ answered: z.enum(verdicts) });
/** A verdict and some numbers are some thirty tokens; servers that reason all the same need room for it. */
const maxOutputTokens = 400;

/** A list of numbers, each one of the sentences': a server with structured output cannot name another. */
function numbersSchema(count: number) {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  return z.object({ sentences: z.array(z.literal(numbers)) });
}

/**
 * What a model decides and chooses; undefined where it gave no valid answer within the budget: the caller has an answer of its own then. Never
 * throws. A failure is one line of the log, without a word of question or sentences. The same is asked once for the same revisions.
 */
export async function chooseSentences(
  task: ChoiceTask,
  budget: Budget,
  { model, texts, record, log }: ChoosingParts,
): Promise<Choice | undefined> {
  const key = cacheKey(task, model.id);
  try {
    const document = await texts.find(key);
    if (document !== undefined) return choiceSchema.parse(JSON.parse(document));
    const choice = await choose(task, budget, model);
    record.chosen();
    await texts.save({ key, model: model.id, document: JSON.stringify(choice) });
    return choice;
  } catch (err) {
    const problem = err instanceof NothingChosenError ? err.message : problemOf(err, budget);
    log.warn({ task: task.prompt, model: model.id, problem }, 'no choice from the model; chosen by words instead');
    record.byWords(problem);
    return undefined;
  }
}

const choiceSchema = z.object({ answered: z.enum(verdicts), chosen: z.array(z.number().int().min(0)) });

class NothingChosenError extends Error {}

/**
 * `answer` is decided and chosen in one call; `answer-whether` in two, for small models, which choose where nothing answers. Elsewhere
 * something is always to be chosen.
 */
async function choose(task: ChoiceTask, budget: Budget, model: TextModel): Promise<Choice> {
  const numbers = numbersSchema(task.sentences.length);
  if (task.prompt === 'answer') {
    const { answered, sentences } = await ask(task, verdictSchema.extend(numbers.shape), budget, model);
    return choiceOf(answered, sentences, task);
  }
  if (task.prompt !== 'answer-whether') {
    const { sentences } = await ask(task, numbers, budget, model);
    return choiceOf('yes', sentences, task);
  }
  const { answered } = await ask(task, verdictSchema, budget, model);
  if (answered === 'no') return { answered, chosen: [] };
  const { sentences } = await ask({ ...task, prompt: 'answer-which' }, numbers, budget, model);
  return choiceOf(answered, sentences, task);
}

function choiceOf(answered: Verdict, numbers: readonly number[], { most }: ChoiceTask): Choice {
  if (answered === 'no') return { answered, chosen: [] };
  if (numbers.length === 0) throw new NothingChosenError('nothing was chosen');
  return { answered, chosen: [...new Set(numbers)].slice(0, most).map((number) => number - 1) };
}

function ask<T>(task: ChoiceTask, schema: z.ZodType<T>, budget: Budget, model: TextModel): Promise<T> {
  return callModel(
    { instructions: promptOf(task.prompt), input: choiceData(task), schema, maxOutputTokens, isUrgent: true },
    budget,
    model,
  );
}

/** Question and sentences as data: JSON in which no text can close the element around it. */
function choiceData({ about, before = [], sentences, most }: ChoiceTask): string {
  const numbered = sentences.map(({ text, title, date }, index) => ({ n: index + 1, date, title, text }));
  const json = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c');
  const earlier = before.length > 0 ? `<before>${json(before)}</before>\n` : '';
  return `${earlier}<question>${json(about)}</question>\n<most>${most}</most>\n<sentences>${json(numbered)}</sentences>`;
}

/** All that a choice depends on: the model, the current prompts, the question, and the revisions to choose from. */
function cacheKey({ prompt, about, before = [], sentences, most }: ChoiceTask, model: string): string {
  const prompts = prompt === 'answer-whether' ? [promptOf(prompt), promptOf('answer-which')] : [promptOf(prompt)];
  const references = sentences.map(({ reference }) => reference);
  return cacheKeyOf([model, prompts, about, before, references, most]);
}

/** Names what a model gave by all that it depends on. */
export function cacheKeyOf(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

/** Names prompts as they are now: what they chose with another text is another choice. */
export function promptsId(...names: readonly PromptName[]): string {
  return createHash('sha256').update(names.map(promptOf).join('\n')).digest('hex').slice(0, 8);
}

const prompts = new Map<PromptName, string>();

/** The text of a prompt, its version included. */
export function promptOf(name: PromptName): string {
  const known = prompts.get(name);
  if (known !== undefined) return known;
  const text = readFileSync(new URL(`prompts/${name}.txt`, import.meta.url), 'utf8');
  prompts.set(name, text);
  return text;
}
