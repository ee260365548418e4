import { type BudgetSettings, createBudget, type DailyLimit } from './budget.ts';
import { type ChoosingParts, chooseSentences } from './choose-sentences.ts';

/** What a line may be read as by a model: nothing that changes anything. */
const readings = {
  ask: 'A question that news articles may answer, or words about something in the news.',
  brief: 'A wish for a briefing of the latest news now.',
  search: 'Words to search articles for.',
  list: 'What is subscribed to in this channel, and when it comes.',
  topics: 'Which topics and regions there are.',
  status: 'Whether the bot works, and how old its news are.',
  help: 'What the bot can do, or how to do something with it.',
  courtesy: 'A greeting, thanks, praise, a complaint or small talk.',
} as const;

/** An intent that a model may read from a line. */
export type ReadByModel = keyof typeof readings;

/** Reads a line that the grammar leaves unclear; undefined where the model does not say in time. */
export type UnclearLineReader = (line: string) => Promise<ReadByModel | undefined>;

/** Lets a model choose what a line asks for. It fills in no words of its own: what is done is done with the line as it was typed. */
export function createUnclearLineReader({
  budget,
  day,
  ...parts
}: ChoosingParts & { readonly budget: BudgetSettings; readonly day: DailyLimit }): UnclearLineReader {
  const sentences = Object.entries(readings).map(([name, text]) => ({ text, title: name, date: '', reference: name }));
  return async (line) => {
    const task = { prompt: 'line', about: line, sentences, most: 1 } as const;
    const choice = await chooseSentences(task, createBudget(budget, day), parts);
    return sentences[choice?.chosen[0] ?? -1]?.reference as ReadByModel | undefined;
  };
}
