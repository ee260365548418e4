import { type Article, revisedAt, type Sentence } from '../../articles/article.ts';
import type { FreshArticle } from '../news/story-news.ts';

/** A chosen sentence of a story. */
export interface Choice {
  readonly article: Article;
  readonly sentence: Sentence;
  /** The other side of what is chosen before it. */
  readonly isReply?: true;
}

/** The state of a story while its statements are chosen. */
export interface StoryDraft {
  /** The article whose headline is the title. */
  readonly main: Article;
  readonly fresh: readonly FreshArticle[];
  readonly misprints: readonly string[];
  readonly chosen: Choice[];
  /** The opening of its first article, if no toll changed. */
  readonly opener?: Choice;
}

/** All texts of an article, its headline first. */
export function textsOf({ article }: FreshArticle): readonly string[] {
  return [article.headline, ...article.sentences.map(({ text }) => text)];
}

/** Hours from one article to another, by revision date. */
export function hoursBetween(earlier: Article, later: Article): number {
  return revisedAt(earlier).until(revisedAt(later)).total('hours');
}
