import { z } from 'zod';
import { chooseDays } from '../../answers/background/choose-days.ts';
import type { Sentence } from '../../articles/article.ts';
import { sentencesRead, summarize } from '../../briefings/statements/summarize.ts';
import { splitSentences, type TextSpan } from '../../text/sentences.ts';
import { dayField, instantField, textFields } from './article-tasks.ts';

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

const articleSchema = z.object({
  id: z.string(),
  publishedAt: instantField,
  title: z.string().default(''),
  text: z.string(),
});
const timelineInputSchema = z.object({
  id: z.string(),
  query: z.string().default(''),
  start: dayField,
  end: dayField,
  dates: z.number().int().min(1),
  articles: z.array(articleSchema),
  language: z.string().default('en'),
});

/** A line of output: days (ISO) with what happened. */
export interface TimelineOutput {
  readonly id: string;
  readonly entries: readonly { readonly date: string; readonly text: string; readonly articleId: string }[];
}

/** `batch timeline`: the days that matter most for a topic, each with the sentences that tell it best. */
export function timelineTask(line: unknown): TimelineOutput {
  const { id, query, start, end, dates, articles, language } = timelineInputSchema.parse(line);
  const sources = articles.map((article) => ({
    id: article.id,
    publishedAt: article.publishedAt,
    sentences: splitSentences(article.text, language).map(({ text }) => text),
  }));
  const days = chooseDays(sources, { query, language, from: start, until: end, max: dates });
  return {
    id,
    entries: days.flatMap(({ date, sentences }) =>
      sentences.map(({ text, sourceId }) => ({ date, text, articleId: sourceId })),
    ),
  };
}
