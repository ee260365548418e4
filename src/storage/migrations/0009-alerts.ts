import type { Kysely } from 'kysely';
import { runStatements } from './run-statements.ts';

/** How a subscription is told, and the story that a delivery alerts of, so that no story alerts twice. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await runStatements(db, statements);
}

const statements = [
  "alter table subscriptions add column told_as text not null default 'digest'",
  'alter table deliveries add column story_id integer',
  'create index deliveries_by_story on deliveries (story_id) where story_id is not null',
];
