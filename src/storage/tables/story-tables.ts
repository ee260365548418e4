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
  /** The story that holds its articles since the two grew together; never one that merged itself. */
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

/** Two stories that became one, or one that was split. */
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

/** Document frequencies up to an article, so that a restart counts only what came after it. */
export interface StoryBackgroundRow {
  name: string;
  through_number: number;
  document: string;
}
