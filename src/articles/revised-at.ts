import type { Article } from './article.ts';

/** When this revision was published: DW re-dates an article when it revises it, and its "on Monday" counts from that date. */
export function revisedAt({ modifiedAt, publishedAt }: Pick<Article, 'modifiedAt' | 'publishedAt'>): Temporal.Instant {
  return modifiedAt ?? publishedAt;
}
