import { ZodError } from 'zod';
import { UserError } from '../../user-error.ts';
import type { StatefulTask } from './story-tasks.ts';

/** A task of the filter: a line's JSON value in, the value to print out, or a promise of it. */
export type BatchTask = (line: unknown) => unknown;

/** Tasks are made when asked for; some carry state from line to line, one reads the sources of `--from`. */
const tasks: Readonly<Record<string, (sources: readonly string[]) => Promise<BatchTask | StatefulTask<unknown>>>> = {
  summarize: async () => (await import('./summary-tasks.ts')).summarizeTask,
  actors: async () => (await import('./article-tasks.ts')).actorsTask,
  quotes: async () => (await import('./article-tasks.ts')).quotesTask,
  stories: async () => (await import('./story-tasks.ts')).createStoriesTask(),
  novelty: async () => (await import('./story-tasks.ts')).noveltyTask,
  extract: async () => (await import('./article-tasks.ts')).extractTask,
  timeline: async () => (await import('./summary-tasks.ts')).timelineTask,
  answers: async (sources) => (await import('./answer-task.ts')).createAnswersTask(sources),
  editions: async () => (await import('./edition-task.ts')).editionsTask,
  lines: async () => (await import('./line-task.ts')).createLinesTask(),
};

/** JSON Lines in, JSON Lines out: one line for each, in order, nothing else on the output. Throws UserError naming a bad line. */
export async function batch(
  task: string,
  input: AsyncIterable<Uint8Array | string>,
  output: NodeJS.WritableStream,
  sources: readonly string[] = [],
): Promise<void> {
  const make = Object.hasOwn(tasks, task) ? tasks[task] : undefined;
  if (!make) throw new UserError(`Unknown task "${task}"; use ${Object.keys(tasks).join(', ')}.`);
  if (sources.length > 0 && task !== 'answers')
    throw new UserError(`Only "answers" reads --from; ${task} takes its texts from the input.`);
  const run = await make(sources);
  let number = 0;
  for await (const line of linesOf(input)) {
    number++;
    if (line.trim() === '') continue;
    const value = parseLine(line, number);
    const result = await take(run, value, { task, number });
    if (result !== undefined) await write(output, `${JSON.stringify(result)}\n`);
  }
  if (typeof run === 'function') return;
  for (const value of run.end()) await write(output, `${JSON.stringify(value)}\n`);
}

/** A task's output for a line; undefined if it needs all lines first. */
async function take(
  run: BatchTask | StatefulTask<unknown>,
  value: unknown,
  { task, number }: { readonly task: string; readonly number: number },
): Promise<unknown> {
  try {
    return await (typeof run === 'function' ? run(value) : run.read(value));
  } catch (cause) {
    if (!(cause instanceof ZodError)) throw cause;
    const wrong = cause.issues.map(({ path, message }) => [...path.map(String), message].join(': ')).join('; ');
    throw new UserError(`Line ${number} is not valid input for ${task}: ${wrong}.`, {
      cause,
    });
  }
}

function parseLine(line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new UserError(`Line ${number} is not JSON: ${line.slice(0, 60)}. Write one JSON object per line.`, { cause });
  }
}

/** Splits at "\n" alone: node:readline also breaks at U+2028, which is legal inside a JSON string. */
async function* linesOf(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest: string[] = [];
  for await (const chunk of input) {
    const parts = (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })).split('\n');
    for (const part of parts.slice(0, -1)) {
      yield rest.join('') + part;
      rest = [];
    }
    rest.push(parts.at(-1) ?? '');
  }
  if (rest.join('').trim() !== '') yield rest.join('');
}

async function write(output: NodeJS.WritableStream, text: string): Promise<void> {
  if (output.write(text)) return;
  await new Promise((resolve) => output.once('drain', resolve));
}
