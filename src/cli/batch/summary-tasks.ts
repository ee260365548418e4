import { z } from 'zod';
import { readSentences } from '../../answers/article-sentences.ts';
import { buildTimeline } from '../../answers/background/build-timeline.ts';
import type { Article, Sentence } from '../../articles/article.ts';
import { makeArticle } from '../../articles/make-article.ts';
import { sentencesRead, summarize } from '../../briefings/statements/summarize.ts';
import { learnAbbreviations, learnOpeners } from '../../text/learned-habits.ts';
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

const blankLine = /\n\s*\n/u;

/** `batch summarize`: chooses sentences of a plain text, with their offsets. */
export function summarizeTask(line: unknown): SummarizeOutput {
  const { id, title, text, maxSentences, language } = inputSchema.parse(line);
  const startedMs = performance.now();
  learnAbbreviations(text.split(blankLine), language);
  const sentences = splitSentences(text, language, sentencesRead).map((span, index): Sentence & TextSpan => ({
    ...span,
    index,
    role: 'body',
    block: index,
  }));
  learnOpeners(
    sentences.map((sentence) => sentence.text),
    language,
  );
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

/** Sentences for one day, as in a background. */
const sentencesPerDay = 3;

/** `batch timeline`: the most salient days of a topic with their best sentences, chosen as for the timeline of a background. */
export async function timelineTask(line: unknown): Promise<TimelineOutput> {
  const { id, start, end, dates, articles, language } = timelineInputSchema.parse(line);
  const sentences = articles.map((one) => readSentences(plainArticle(one, language)));
  const timeline = await buildTimeline(sentences, {
    max: dates * sentencesPerDay,
    maxDays: dates,
    perDay: sentencesPerDay,
    within: { from: start, until: end },
  });
  return {
    id,
    entries: timeline.map(({ date, line: { article, sentence } }) => ({
      date,
      text: sentence.text,
      articleId: article.id,
    })),
  };
}

function plainArticle({ id, publishedAt, title, text }: z.infer<typeof articleSchema>, language: string): Article {
  const paragraphs = text.split('\n').filter((paragraph) => paragraph.trim() !== '');
  return makeArticle({
    entry: { id, kind: 'article', url: '', title, categories: [], position: 0, publishedAt },
    page: {
      headline: title,
      blocks: paragraphs.map((paragraph) => ({ kind: 'paragraph', text: paragraph })),
      pictures: [],
      authors: [],
      agencies: [],
      publishedAt,
      language,
      method: 'plain-text',
    },
    revision: 1,
    fallbackLanguage: language,
    topics: [],
  });
}
