import type { Kysely } from 'kysely';
import { runStatements } from './run-statements.ts';

/** What tells how often a feed is worth asking, how it is, and whether the operator was told. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await runStatements(db, statements);
}

const statements = [
  'alter table feeds add column moved_to text',
  'alter table feeds add column trouble text',
  'alter table feeds add column asks_minutes integer',
  'alter table feeds add column interval_minutes integer',
  'alter table feeds add column interval_reason text',
  'alter table feeds add column new_per_day real',
  'alter table feeds add column longest_gap_hours real',
  'alter table feeds add column newest_entry_at text',
  'alter table feeds add column alerted_at text',
  'create index entries_by_arrival on entries (feed_id, first_seen_at)',
];
