import type { Article } from './article.ts';

/** When a revision told what it tells: DW dates an article anew as it revises it, and its "on Monday" counts from then. */
export function toldAt({ modifiedAt, publishedAt }: Pick<Article, 'modifiedAt' | 'publishedAt'>): Temporal.Instant {
  return modifiedAt ?? publishedAt;
}
