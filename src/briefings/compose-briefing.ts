import type { Article, Sentence } from '../articles/article.ts';
import { findNews } from '../stories/find-news.ts';
import type { Briefing, BriefingLength, BriefingStory, Citation, MovedNumber, Statement } from './briefing.ts';
import { cite, quoteSentence } from './quote-sentence.ts';
import { rankStories } from './rank-stories.ts';
import { standsAlone } from './sentence-fitness.ts';
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
  /** The story's articles of the window in their newest revision; at least one. */
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
/** A further article of a story gets a sentence of its own where this share of one is not said yet. */
const ownNewsFrom = 0.6;
const fillerNewsFrom = 0.5;

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
  const newestFirst = material.articles.toSorted((a, b) => Temporal.Instant.compare(lastChange(b), lastChange(a)));
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
    publishedAt: newestFirst.map((article) => lastChange(article).toString()).toReversed(),
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

/** DW dates an article anew when it revises it. */
function lastChange({ modifiedAt, publishedAt }: Article): Temporal.Instant {
  return modifiedAt ?? publishedAt;
}

/** From the newest article first; an older one of the window gets a sentence where it has news of its own. */
function chooseStatements(fresh: readonly FreshArticle[], max: number): readonly Statement[] {
  const [main, ...others] = fresh;
  if (!main || max === 0) return [];
  const chosen: Choice[] = [];
  const reserved = Math.min(others.length, Math.floor(max / 3));
  choose(main, max - reserved, fillerNewsFrom, chosen);
  for (const other of others) choose(other, Math.min(1, max - chosen.length), ownNewsFrom, chosen);
  for (const article of fresh) choose(article, max - chosen.length, fillerNewsFrom, chosen);
  // In the articles' order, and within each in its own, whichever was chosen first.
  return fresh.flatMap(({ article }) =>
    chosen
      .filter((choice) => choice.article === article)
      .toSorted((a, b) => a.sentence.index - b.sentence.index)
      .map(({ sentence }) => quoteSentence(article, sentence)),
  );
}

interface FreshArticle {
  readonly article: Article;
  /** Those that are new to the reader. */
  readonly sentences: readonly Sentence[];
}

interface Choice {
  readonly article: Article;
  readonly sentence: Sentence;
}

/** Adds up to `count` sentences of an article, one by one, each with at least that share of it not said yet: a lead and a first paragraph often say the same. */
function choose({ article, sentences }: FreshArticle, count: number, newsFrom: number, chosen: Choice[]): void {
  for (let left = count; left > 0; left--) {
    const said = chosen.map(({ sentence }) => sentence.text);
    const unsaid = unsaidSentences(article, sentences, said, newsFrom);
    const best = said.length === 0 ? opening(article, unsaid) : bestSentence(article, unsaid, said);
    if (!best) return;
    chosen.push({ article, sentence: best });
  }
}

/** The editors' own lead opens a story, where it is news and can stand alone. */
function opening(article: Article, sentences: readonly Sentence[]): Sentence | undefined {
  const [first] = sentences;
  const isLead = first?.role === 'lead' && standsAlone(first.text, article.language);
  return isLead ? first : bestSentence(article, sentences, []);
}

function bestSentence(
  article: Article,
  sentences: readonly Sentence[],
  alreadyTold: readonly string[],
): Sentence | undefined {
  return summarize(sentences, { max: 1, headline: article.headline, language: article.language, alreadyTold })[0];
}

/** Sentences of whose content at least this share is not said yet. */
function unsaidSentences(
  article: Article,
  sentences: readonly Sentence[],
  said: readonly string[],
  share: number,
): readonly Sentence[] {
  if (said.length === 0) return sentences;
  const told = said.map((text) => ({ text, ref: undefined }));
  const judged = findNews(
    told,
    sentences.map((sentence) => ({ text: sentence.text, ref: sentence })),
    article.language,
  ).sentences;
  return judged.filter(({ kind, novelty }) => kind === 'new' && novelty >= share).map(({ ref }) => ref);
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
