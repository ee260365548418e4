import type { Kysely } from 'kysely';
import { runStatements } from './run-statements.ts';

/** Indexes for what read a growing table whole: pauses that end, the actor most written about, a link asked of, what is old or new. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await runStatements(db, statements);
}

const statements = [
  'create index subscriptions_by_paused_until on subscriptions (paused_until) where paused_until is not null',
  'create index actors_by_article_count on actors (article_count)',
  'create index entries_by_url on entries (url)',
  'create index briefings_by_composed_at on briefings (composed_at)',
  'create index deliveries_by_sent_at on deliveries (sent_at, briefing_id)',
];
