import type { Article, Sentence } from '../articles/article.ts';
import { findNews } from '../stories/find-news.ts';
import type { Briefing, BriefingLength, BriefingStory, Citation, MovedNumber, Statement } from './briefing.ts';
import { cite, quoteSentence } from './quote-sentence.ts';
import { rankStories } from './rank-stories.ts';
import { summarize } from './summarize.ts';
import { whyItMatters } from './why-it-matters.ts';

/** A statement that readers of this briefing were told earlier, in whatever briefing it was. */
export interface ToldStatement {
  readonly text: string;
  readonly citation: Citation;
}

/** What a briefing may say of one story. */
export interface StoryMaterial {
  readonly storyId: string;
  /** The story's articles of the window in their newest revision, oldest first; at least one. */
  readonly articles: readonly Article[];
  readonly told: readonly ToldStatement[];
  /** Best position in an editors' top feed, 0 is first; undefined when in none. */
  readonly topPosition?: number;
}

export interface BriefingRequest {
  readonly id: string;
  readonly interest: string;
  readonly language: string;
  readonly length: BriefingLength;
  readonly maxStories: number;
  readonly windowStart: Temporal.Instant;
  readonly windowEnd: Temporal.Instant;
}

/** Sentences a story gets, by length of the briefing. */
export const sentencesPerStory: Readonly<Record<BriefingLength, number>> = {
  headlines: 0,
  short: 1,
  normal: 3,
  long: 5,
};
const maximumAlso = 6;
/** A further article of a story gets a sentence of its own when this much of it is not said yet. */
const ownNewsFrom = 0.5;

/**
 * Composes a briefing from the stories of its window: the most important first, each with what is new in it, verbatim and cited.
 * A story in which nothing is new to these readers is left out.
 */
export function composeBriefing(request: BriefingRequest, material: readonly StoryMaterial[]): Briefing {
  const withNews = material.flatMap((story) => tellStory(story, request) ?? []);
  const ranked = rankStories(withNews, request.windowEnd);
  const stories = ranked.slice(0, request.maxStories).map(({ story }) => story);
  const also = ranked.slice(request.maxStories, request.maxStories + maximumAlso).map(({ story }) => ({
    storyId: story.storyId,
    title: story.title,
    articleId: story.titleArticleId,
    url: story.url,
    publishedAt: story.publishedAt.at(-1) ?? request.windowEnd.toString(),
  }));
  return {
    id: request.id,
    interest: request.interest,
    language: request.language,
    length: request.length,
    windowStart: request.windowStart.toString(),
    windowEnd: request.windowEnd.toString(),
    stories,
    also,
    wordCount: countWords(stories),
  };
}

type ToldStory = { readonly story: BriefingStory; readonly material: StoryMaterial };

function tellStory(material: StoryMaterial, request: BriefingRequest): ToldStory | undefined {
  const newestFirst = material.articles.toReversed();
  const [main] = newestFirst;
  if (!main) return undefined;
  const fresh = newestFirst.map((article) => ({ article, sentences: newSentences(article, material.told) }));
  const isUpdate = material.told.length > 0;
  if (isUpdate && fresh.every(({ sentences }) => sentences.length === 0)) return undefined;
  const statements = chooseStatements(fresh, sentencesPerStory[request.length]);
  if (statements.length === 0 && request.length !== 'headlines' && isUpdate) return undefined;
  const why =
    request.length === 'headlines' || isUpdate
      ? undefined
      : whyItMatters(
          newestFirst,
          statements.map(({ text }) => text),
        );
  const story: BriefingStory = {
    storyId: material.storyId,
    title: main.headline,
    titleArticleId: main.id,
    url: main.url,
    topics: [...new Set(material.articles.flatMap(({ topics }) => topics))],
    isUpdate,
    statements,
    ...(why ? { whyItMatters: why } : {}),
    moved: movedNumbers(newestFirst, material.told),
    articleCount: material.articles.length,
    publishedAt: material.articles.map((article) => (article.modifiedAt ?? article.publishedAt).toString()),
    agencies: [...new Set(material.articles.flatMap(({ agencies }) => agencies))],
  };
  return { story, material };
}

function newSentences(article: Article, told: readonly ToldStatement[]): readonly Sentence[] {
  const judged = findNews(
    told.map(({ text, citation }) => ({ text, ref: citation })),
    article.sentences.map((sentence) => ({ text: sentence.text, ref: sentence })),
    article.language,
  );
  return judged.sentences.filter(({ kind }) => kind === 'new').map(({ ref }) => ref);
}

/** From the newest article first; an older one of the window gets a sentence where it has news of its own. */
function chooseStatements(
  fresh: readonly { readonly article: Article; readonly sentences: readonly Sentence[] }[],
  max: number,
): readonly Statement[] {
  const chosen: Statement[] = [];
  const texts = (): string[] => chosen.map(({ text }) => text);
  const take = (article: Article, sentences: readonly Sentence[], count: number): void => {
    if (count <= 0) return;
    const picked = summarize(sentences, {
      max: count,
      headline: article.headline,
      language: article.language,
      alreadyTold: texts(),
    });
    chosen.push(...picked.map((sentence) => quoteSentence(article, sentence)));
  };
  const others = fresh.slice(1);
  const [first] = fresh;
  if (first)
    take(
      first.article,
      first.sentences,
      Math.max(1, max - Math.min(others.length, Math.floor(max / 3))) * Math.sign(max),
    );
  for (const { article, sentences } of others) {
    if (hasOwnNews(article, sentences, texts())) take(article, sentences, Math.min(1, max - chosen.length));
  }
  for (const { article, sentences } of fresh) take(article, sentences, max - chosen.length);
  return chosen;
}

function hasOwnNews(article: Article, sentences: readonly Sentence[], said: readonly string[]): boolean {
  const opening = sentences.slice(0, 2).map((sentence) => ({ text: sentence.text, ref: sentence }));
  const judged = findNews(
    said.map((text) => ({ text, ref: undefined })),
    opening,
    article.language,
  ).sentences;
  return judged.some(({ novelty }) => novelty >= ownNewsFrom);
}

function movedNumbers(articles: readonly Article[], told: readonly ToldStatement[]): readonly MovedNumber[] {
  const moved = new Map<string, MovedNumber>();
  for (const article of articles) {
    const { moved: pairs } = findNews(
      told.map(({ text, citation }) => ({ text, ref: citation })),
      article.sentences.map((sentence) => ({ text: sentence.text, ref: sentence })),
      article.language,
    );
    for (const pair of pairs) {
      const found: MovedNumber = {
        before: pair.before,
        now: pair.now,
        beforeCitation: pair.beforeRef,
        nowCitation: cite(article, pair.nowRef),
      };
      if (!moved.has(found.before)) moved.set(found.before, found);
    }
  }
  return [...moved.values()].slice(0, 1);
}

function countWords(stories: readonly BriefingStory[]): number {
  const texts = stories.flatMap((story) => [
    story.title,
    ...story.statements.map(({ text }) => text),
    story.whyItMatters?.text ?? '',
  ]);
  return texts.join(' ').split(/\s+/).filter(Boolean).length;
}
