import type { Generated } from 'kysely';

/** A feed as of its last poll. */
export interface FeedRow {
  id: string;
  url: string;
  etag: string | null;
  last_modified: string | null;
  next_poll_at: string | null;
  last_polled_at: string | null;
  last_success_at: string | null;
  /** When the first successful poll was silently archived; null before it. */
  seeded_at: string | null;
  failures: number;
  problem: string | null;
  /** Entries of the last document. */
  entry_count: number;
  /** The URL of a permanent redirect, fetched since. */
  moved_to: string | null;
  /** FeedTrouble of the last poll, null when it was read. */
  trouble: string | null;
  /** The minimum interval that the feed requests, by max-age or ttl. */
  asks_minutes: number | null;
  interval_minutes: number | null;
  /** An explanation of the interval. */
  interval_reason: string | null;
  /** FeedRhythm, as of the last poll with a new entry. */
  new_per_day: number | null;
  longest_gap_hours: number | null;
  newest_entry_at: string | null;
  /** When the operator was alerted that the feed fails; null again after the all-clear. */
  alerted_at: string | null;
}

/** A listing of an article in a feed, with its outcome. */
export interface EntryRow {
  feed_id: string;
  article_id: string;
  kind: string;
  url: string;
  title: string;
  lead: string | null;
  published_at: string | null;
  position: number;
  first_seen_at: string;
  last_seen_at: string;
  /** EntryState of feeds.ts. */
  state: string;
  reason: string;
}

/** An article, as its newest revision. */
export interface ArticleRow {
  number: Generated<number>;
  id: string;
  revision: number;
  kind: string;
  language: string;
  url: string;
  headline: string;
  published_at: string;
  modified_at: string;
  archived_at: string;
  /** 1 if it came with a feed's first poll and so must not cause a delivery. */
  is_seed: number;
}

/** A complete revision of an article. */
export interface RevisionRow {
  article_id: string;
  revision: number;
  headline: string;
  published_at: string;
  archived_at: string;
  document: string;
}
