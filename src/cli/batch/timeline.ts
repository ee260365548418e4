import { z } from 'zod';
import { chooseDays } from '../../answers/choose-days.ts';
import { splitSentences } from '../../language/sentences.ts';

const articleSchema = z.object({
  id: z.string(),
  publishedAt: z.string(),
  title: z.string().default(''),
  text: z.string(),
});
const inputSchema = z.object({
  id: z.string(),
  query: z.string().default(''),
  start: z.string(),
  end: z.string(),
  dates: z.number().int().min(1),
  articles: z.array(articleSchema),
  language: z.string().default('en'),
});

export interface TimelineOutput {
  readonly id: string;
  readonly entries: readonly { readonly date: string; readonly text: string; readonly articleId: string }[];
}

/** `batch timeline`: the days that matter most for a topic, each with the sentences that tell it best. */
export function timelineTask(line: unknown): TimelineOutput {
  const { id, query, start, end, dates, articles, language } = inputSchema.parse(line);
  const sources = articles.map((article) => ({
    id: article.id,
    publishedAt: instantOf(article.publishedAt),
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

/** A bare day counts from its noon, so that no zone moves it. */
function instantOf(publishedAt: string): Temporal.Instant {
  return Temporal.Instant.from(publishedAt.length === 10 ? `${publishedAt}T12:00:00Z` : publishedAt);
}
