import { z } from 'zod';
import type { Sentence } from '../../articles/article.ts';
import { sentencesRead, summarize } from '../../briefings/statements/summarize.ts';
import { splitSentences, type TextSpan } from '../../text/sentences.ts';
import { textFields } from './fields.ts';

const inputSchema = z.object({
  ...textFields,
  title: z.string().default(''),
  maxSentences: z.number().int().min(0),
});

/** A line of output: the chosen sentences as spans, and the milliseconds it took. */
export interface SummarizeOutput {
  readonly id: string;
  readonly sentences: readonly TextSpan[];
  readonly ms: number;
}

/** `batch summarize`: chooses sentences of a plain text, with their offsets. */
export function summarizeTask(line: unknown): SummarizeOutput {
  const { id, title, text, maxSentences, language } = inputSchema.parse(line);
  const startedMs = performance.now();
  const sentences = splitSentences(text, language, sentencesRead).map((span, index): Sentence & TextSpan => ({
    ...span,
    index,
    role: 'body',
    block: index,
  }));
  const chosen = summarize(sentences, { max: maxSentences, headline: title, language });
  return {
    id,
    sentences: chosen.map(({ text, start, end }) => ({ text, start, end })),
    ms: Math.round((performance.now() - startedMs) * 1000) / 1000,
  };
}
