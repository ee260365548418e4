import { z } from 'zod';
import { findNews, type ReferencedSentence } from '../../stories/find-news.ts';
import { splitSentences } from '../../text/sentences.ts';

const articleSchema = z.object({ id: z.string(), title: z.string().default(''), text: z.string().default('') });
const inputSchema = z.object({
  id: z.string(),
  told: z.array(articleSchema),
  article: articleSchema,
  language: z.string().default('en'),
});

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A line of output: spans, in characters of the article, that are new or moved. */
export interface NoveltyOutput {
  readonly id: string;
  readonly new: Span[];
  readonly moved: { old: Span & { articleId: string }; now: Span }[];
}

/** `batch novelty`: what a later article adds to the delivered ones, as offsets into their texts. */
export function noveltyTask(line: unknown): NoveltyOutput {
  const { id, told, article, language } = inputSchema.parse(line);
  const deliveredSentences = told.flatMap((one): ReferencedSentence<(Span & { articleId: string }) | undefined>[] => [
    { text: one.title, ref: undefined },
    ...splitSentences(one.text, language).map(({ text, start, end }) => ({
      text,
      ref: { articleId: one.id, start, end },
    })),
  ]);
  const sentences = splitSentences(article.text, language).map(({ text, start, end }) => ({
    text,
    ref: { start, end },
  }));
  const news = findNews(deliveredSentences, sentences, language);
  return {
    id,
    new: news.sentences.filter(({ kind }) => kind === 'new').map(({ ref }) => ref),
    moved: [...news.moved, ...news.reversed].flatMap(({ beforeRef, nowRef }) =>
      beforeRef ? [{ old: beforeRef, now: nowRef }] : [],
    ),
  };
}
