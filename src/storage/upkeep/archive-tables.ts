import type { Tables } from '../schema.ts';

/** A table of an exported archive. */
export interface ArchiveTable {
  readonly name: keyof Tables;
  /** The columns that order it. */
  readonly key: readonly string[];
  /** The auto-increment column. */
  readonly counts?: string;
  /** A column that references another row of the same table, which has no such reference itself. */
  readonly refersToItself?: string;
}

/**
 * The tables of an archive, each after those it references. Without the terms of articles, which are recomputed, and the processes that
 * share it.
 */
export const archiveTables: readonly ArchiveTable[] = [
  { name: 'feeds', key: ['id'] },
  { name: 'entries', key: ['feed_id', 'article_id'] },
  { name: 'articles', key: ['number'], counts: 'number' },
  { name: 'article_revisions', key: ['article_id', 'revision'] },
  { name: 'article_topics', key: ['article_id', 'topic'] },
  { name: 'actors', key: ['id'], counts: 'id' },
  { name: 'actor_aliases', key: ['actor_id', 'folded'] },
  { name: 'actor_words', key: ['word', 'actor_id'] },
  { name: 'actor_mentions', key: ['actor_id', 'article_id', 'sentence'] },
  { name: 'actor_roles', key: ['id'], counts: 'id' },
  { name: 'actor_merges', key: ['actor_id'] },
  { name: 'actor_links', key: ['article_id', 'folded'] },
  { name: 'quotes', key: ['id'], counts: 'id' },
  { name: 'affairs', key: ['id'], counts: 'id' },
  { name: 'stories', key: ['id'], counts: 'id', refersToItself: 'merged_into' },
  { name: 'story_articles', key: ['story_id', 'article_id'] },
  { name: 'story_moves', key: ['number'], counts: 'number' },
  { name: 'story_links', key: ['story_id', 'other_id'] },
  { name: 'story_backgrounds', key: ['name'] },
  { name: 'channels', key: ['id'], counts: 'id' },
  { name: 'subscriptions', key: ['id'], counts: 'id' },
  { name: 'muted_stories', key: ['channel_number', 'story_id'] },
  { name: 'briefings', key: ['id'] },
  { name: 'briefing_statements', key: ['briefing_id', 'story_id', 'article_id', 'revision', 'sentence'] },
  { name: 'deliveries', key: ['id'] },
  { name: 'owner_notices', key: ['id'] },
  { name: 'corrections', key: ['delivery_id', 'article_id', 'revision'] },
  { name: 'local_posts', key: ['message_id'] },
  { name: 'generated_texts', key: ['cache_key'] },
  { name: 'slack_installations', key: ['id'] },
  { name: 'slack_organization_workspaces', key: ['workspace_id'] },
  { name: 'slack_used_states', key: ['nonce'] },
  { name: 'service_facts', key: ['name'] },
];
