import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { createStoriesTask } from '../../src/cli/batch/story-tasks.ts';
import { findNews } from '../../src/stories/find-news.ts';
import { createStoryLinker } from '../../src/stories/link-stories.ts';
import { splitSentences } from '../../src/text/sentences.ts';

/** Small streams of invented news, each with the stories and the news that an editor would see in it. */
const streamsSchema = z.array(
  z.strictObject({
    name: z.string(),
    /** Numbers that moved, in the last article: "9 -> 12". Not looked at where absent. */
    moved: z.array(z.string()).optional(),
    /** Pairs of stories of different languages that tell one event. Not looked at where absent. */
    linked: z.array(z.tuple([z.string(), z.string()])).optional(),
    /** Why the groups, or the news, do not come out as they should, as long as they do not. */
    groupsFail: z.string().optional(),
    newsFail: z.string().optional(),
    articles: z.array(
      z.strictObject({
        story: z.string(),
        language: z.string().default('en'),
        at: z.string(),
        headline: z.string(),
        /** Sentences, marked "(new)", "(known)" or "(boilerplate)" as readers of the story's earlier articles would say. */
        text: z.union([z.string().transform((one) => [one]), z.array(z.string())]),
      }),
    ),
  }),
);
type Stream = z.infer<typeof streamsSchema>[number];
type StreamArticle = Stream['articles'][number];

const folder = fileURLToPath(new URL('streams/', import.meta.url));
const mark = /^\((new|known|boilerplate)\) /;
const unmarked = (sentence: string): string => sentence.replace(mark, '');

const files = readdirSync(folder).toSorted();
const streamsOf = new Map(
  files.map((file) => [file, streamsSchema.parse(parse(readFileSync(`${folder}${file}`, 'utf8')))]),
);

describe.each(files)('%s', (file) => {
  for (const stream of streamsOf.get(file) ?? []) {
    const groups = stream.groupsFail === undefined ? test : test.fails;
    const news = stream.newsFail === undefined ? test : test.fails;
    groups(`groups: ${stream.name}`, () => {
      expect(asLetters(groupsOf(stream))).toBe(asLetters(stream.articles.map(({ story }) => story)));
    });
    if (stream.articles.some(({ text }) => text.some((sentence) => mark.test(sentence)))) {
      news(`news: ${stream.name}`, () => {
        stream.articles.forEach((article, index) => {
          expect(markedByUs(article, stream.articles.slice(0, index))).toEqual(article.text);
        });
      });
    }
    const { moved, linked } = stream;
    if (moved) test(`moved: ${stream.name}`, () => expect(movedIn(stream.articles)).toEqual(moved));
    if (linked) test(`linked: ${stream.name}`, () => expect(linksIn(stream.articles)).toEqual(linked));
  }
});

/** The first story A, the second B: what they are called does not matter. */
function asLetters(stories: readonly string[]): string {
  const seen = [...new Set(stories)];
  return stories.map((story) => String.fromCharCode(65 + seen.indexOf(story))).join('');
}

/** In a fresh archive, which knows no words yet. */
function groupsOf({ articles }: Stream): string[] {
  const task = createStoriesTask();
  articles.forEach(({ headline, text, at, language }, index) => {
    task.read({ id: `a${index}`, title: headline, text: text.map(unmarked).join(' '), publishedAt: at, language });
  });
  return task.end().map(({ story }) => story);
}

function newsIn({ story, language, text }: StreamArticle, earlier: readonly StreamArticle[]) {
  const told = earlier
    .filter((one) => one.story === story)
    .flatMap((one) => [one.headline, ...one.text.flatMap((part) => splitSentences(unmarked(part), language))])
    .map((one) => (typeof one === 'string' ? one : one.text));
  const refer = (sentence: string): { text: string; ref: string } => ({ text: sentence, ref: sentence });
  return findNews(told.map(refer), text.map(unmarked).map(refer), language);
}

/** The article's sentences as we mark them, where the stream marks them. */
function markedByUs(article: StreamArticle, earlier: readonly StreamArticle[]): readonly string[] {
  const { sentences } = newsIn(article, earlier);
  return article.text.map((sentence, index) =>
    mark.test(sentence) ? `(${sentences[index]?.kind}) ${unmarked(sentence)}` : sentence,
  );
}

function movedIn(articles: readonly StreamArticle[]): readonly string[] {
  const last = articles.at(-1);
  if (!last) return [];
  return newsIn(last, articles.slice(0, -1)).moved.map(({ before, now }) => `${before} -> ${now}`);
}

function linksIn(articles: readonly StreamArticle[]): readonly (readonly [string, string])[] {
  const linker = createStoryLinker();
  articles.forEach(({ story, language, headline, text, at }, index) => {
    const body = text.map(unmarked).join(' ');
    linker.add({ id: `a${index}`, language, headline, body, publishedAt: Temporal.Instant.from(at) }, story);
  });
  const stories = [...new Set(articles.map(({ story }) => story))];
  return stories.flatMap((story, index) =>
    linker
      .findLinks(story)
      .filter(({ otherId }) => stories.indexOf(otherId) > index)
      .map(({ otherId }): readonly [string, string] => [story, otherId]),
  );
}
