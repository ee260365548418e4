import type { Article, Sentence } from '../../articles/article.ts';
import { revisedAt } from '../../articles/revised-at.ts';
import type { FreshArticle } from '../news/story-news.ts';

/** A sentence that tells a story. */
export interface Choice {
  readonly article: Article;
  readonly sentence: Sentence;
}

/** One story while its statements are chosen. */
export interface StoryDraft {
  /** Whose headline is the title. */
  readonly main: Article;
  readonly fresh: readonly FreshArticle[];
  readonly misprints: readonly string[];
  readonly chosen: Choice[];
  /** What its first article opens with, where no toll moved. */
  readonly opener?: Choice;
}

/** All that an article says, its headline first. */
export function textsOf({ article }: FreshArticle): readonly string[] {
  return [article.headline, ...article.sentences.map(({ text }) => text)];
}

/** Hours from one article to another, by when each was last told anew. */
export function hoursBetween(earlier: Article, later: Article): number {
  return revisedAt(earlier).until(revisedAt(later)).total('hours');
}
