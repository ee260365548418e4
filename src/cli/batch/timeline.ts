import { z } from 'zod';
import { chooseDays } from '../../answers/background/choose-days.ts';
import { splitSentences } from '../../text/sentences.ts';
import { dayField, instantField } from './fields.ts';

const articleSchema = z.object({
  id: z.string(),
  publishedAt: instantField,
  title: z.string().default(''),
  text: z.string(),
});
const inputSchema = z.object({
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
  const { id, query, start, end, dates, articles, language } = inputSchema.parse(line);
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
