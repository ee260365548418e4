import type { Kysely } from 'kysely';
import { runStatements } from './run-statements.ts';

/** What suspended a subscription, so that only that brings it back, and what its owner is still to be told. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await runStatements(db, statements);
}

const statements = [
  'alter table subscriptions add column suspended_by text',
  `create table owner_notices (
    id text primary key, platform text not null, workspace_id text not null, channel_id text not null, user_id text not null,
    kind text not null, reason text not null, subscription_ids text not null, due_at text not null, attempts integer not null default 0)`,
];
