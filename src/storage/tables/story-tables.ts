import type { Generated } from 'kysely';

/** Articles on one event. */
export interface StoryRow {
  id: Generated<number>;
  language: string;
  title: string;
  title_article_id: string;
  opened_at: string;
  updated_at: string;
  article_count: number;
  /** The story it was merged into; never one that was merged itself. */
  merged_into: Generated<number | null>;
  affair_id: Generated<number | null>;
}

/** Stories that belong to one running affair. */
export interface AffairRow {
  id: Generated<number>;
  language: string;
  title: string;
  title_article_id: string;
  opened_at: string;
  updated_at: string;
  story_count: number;
}

/** A merge of two stories, or a split of one. */
export interface StoryMoveRow {
  number: Generated<number>;
  /** `merged` or `split`. */
  kind: string;
  from_id: number;
  to_id: number;
  articles: number;
  similarity: number;
  moved_at: string;
}

/** Document frequencies up to an article, so that a restart only counts later ones. */
export interface StoryBackgroundRow {
  name: string;
  through_number: number;
  document: string;
}
