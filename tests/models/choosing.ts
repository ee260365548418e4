import { answerQuestion } from '../../src/answers/ask/ask.ts';
import { answerBackground } from '../../src/answers/background/background.ts';
import { answerWho } from '../../src/answers/who/who.ts';
import { parseConfig } from '../../src/config/config.ts';
import { createGeneration } from '../../src/models/generation.ts';
import { openModel } from '../../src/models/open-model.ts';
import { type Log, silentLog } from '../../src/runtime/log.ts';
import { smallArchive } from '../answers/small-archive.ts';
import { type ModelCall, startFakeModelServer } from '../fakes/fake-model-server.ts';
import type { TestArticle } from '../fixtures/make-test-article.ts';
import { textsInMemory } from './brenwick.ts';

/** The numbered sentences of a call, as the model sees them. */
export function sentencesOf(call: ModelCall): readonly { n: number; text: string; title: string; date: string }[] {
  return JSON.parse(elementOf(call, 'sentences')) as ReturnType<typeof sentencesOf>;
}

/** The question of a call. */
export function questionOf(call: ModelCall): string {
  return JSON.parse(elementOf(call, 'question')) as string;
}

/** How many may be chosen. */
export function mostOf(call: ModelCall): number {
  return Number(elementOf(call, 'most'));
}

function elementOf({ messages }: ModelCall, name: string): string {
  const { content } = messages[1] ?? {};
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return new RegExp(`<${name}>(.*)</${name}>`, 's').exec(text)?.[1] ?? '';
}

/** The numbers of the sentences that have these words. */
export function numbersWith(call: ModelCall, ...words: readonly string[]): readonly number[] {
  return words.flatMap((word) => sentencesOf(call).find(({ text }) => text.includes(word))?.n ?? []);
}

/** A server on loopback, the generation that asks it, and an archive of these articles to answer from. `settings` is YAML in braces. */
export async function startChoosing(articles: readonly TestArticle[], settings = 'answerSeconds: 30') {
  const server = await startFakeModelServer();
  const config = parseConfig(
    `model: { provider: openai-compatible, name: fake, url: "${server.url}", ${settings} }`,
    'a test',
  ).model;
  const opened = await openModel(config, undefined);
  if (!opened) throw new Error('no model');
  const lines: unknown[][] = [];
  const log: Log = { ...silentLog, warn: (...line: unknown[]) => void lines.push(line) };
  const texts = textsInMemory();
  const { model } = opened;
  const parts = { settings: config, texts, variantsOf: async () => [], log, now: () => Temporal.Now.instant() };
  const generation = createGeneration({ model, ...parts });
  const archive = await smallArchive(articles);
  return {
    server,
    generation,
    archive,
    lines,
    texts,
    ask: (question: string, before?: string) =>
      answerQuestion(question, {
        ...archive,
        ...(before !== undefined && { before: { question: before, articles: [] } }),
        ...generation.createAnswering?.(),
      }),
    background: (topic: string) =>
      answerBackground(topic, { ...archive, chooseSection: generation.createSectionChooser?.() }),
    who: (name: string) => answerWho(name, { ...archive, chooseSection: generation.createSectionChooser?.() }),
    backgroundByWords: (topic: string) => answerBackground(topic, archive),
    askWords: (question: string) => answerQuestion(question, archive),
    async stop() {
      await opened.stop();
      await server.stop();
    },
  };
}
