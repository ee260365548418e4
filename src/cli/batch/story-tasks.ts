import { z } from 'zod';
import { commonTermsSample } from '../../stories/common-terms.ts';
import { findNews } from '../../stories/find-news.ts';
import { createStoryGrouper } from '../../stories/group-stories.ts';
import type { ReferencedSentence } from '../../stories/novelty-evidence.ts';
import type { StoryDocument } from '../../stories/story-document.ts';
import type { StorySettings } from '../../stories/story-settings.ts';
import { splitSentences } from '../../text/sentences.ts';
import { instantField } from './article-tasks.ts';

/** A task whose values stand only when all lines are read; `end` gives them, one for each line, in order. */
export interface StatefulTask<Value> {
  read(line: unknown): void;
  end(): readonly Value[];
}

const inputSchema = z.object({
  id: z.string(),
  title: z.string().default(''),
  text: z.string().default(''),
  publishedAt: instantField.nullish(),
  language: z.string().default('en'),
  /** `live` for a live blog, whose text is its lead. */
  kind: z.string().optional(),
});

/**
 * `batch stories`: decides line by line which story an article belongs to; a story has the id of its first article. The ids are printed at
 * the end, when merges are known. Stories are not split, so that results of earlier lines stay valid. The first lines are read before the
 * first is decided, as the service reads a feed before the pages it lists.
 */
export function createStoriesTask(settings: Partial<StorySettings> = {}): StatefulTask<{ id: string; story: string }> {
  const grouper = createStoryGrouper({ settings });
  const decided: { id: string; story: string }[] = [];
  const mergedInto = new Map<string, string>();
  let waiting: StoryDocument[] | undefined = [];

  function decide(document: StoryDocument): void {
    const joined = grouper.decide(document).storyId;
    grouper.add(document, joined ?? document.id);
    decided.push({ id: document.id, story: joined ?? document.id });
    const merge = joined === undefined ? undefined : grouper.findMerge(joined);
    if (!merge) return;
    grouper.merge(merge);
    mergedInto.set(merge.fromId, merge.intoId);
  }

  function decideWaiting(): void {
    const documents = waiting ?? [];
    waiting = undefined;
    grouper.expect(documents);
    for (const document of documents) decide(document);
  }

  return {
    read(line) {
      const { id, title, text, publishedAt, language, kind } = inputSchema.parse(line);
      const rest = text.startsWith(title) ? text.slice(title.length) : text;
      const document = {
        id,
        language,
        headline: title,
        ...(kind === 'live' ? { isLive: true, lead: rest, body: '' } : { body: rest }),
        ...(publishedAt && { publishedAt }),
      };
      if (!waiting) return decide(document);
      waiting.push(document);
      if (waiting.length === commonTermsSample) decideWaiting();
    },
    end() {
      decideWaiting();
      return decided.map(({ id, story }) => ({ id, story: lastOf(story, mergedInto) }));
    },
  };
}

function lastOf(story: string, mergedInto: ReadonlyMap<string, string>): string {
  const next = mergedInto.get(story);
  return next === undefined ? story : lastOf(next, mergedInto);
}

const articleSchema = z.object({ id: z.string(), title: z.string().default(''), text: z.string().default('') });
const noveltyInputSchema = z.object({
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
  const { id, told, article, language } = noveltyInputSchema.parse(line);
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
