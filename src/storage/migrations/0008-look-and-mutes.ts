import type { Kysely } from 'kysely';
import { runStatements } from './run-statements.ts';

/** How a subscription's posts look and whom they mention, whether a channel wants links told, and the stories it wants to hear no more of. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await runStatements(db, statements);
}

const statements = [
  'alter table subscriptions add column mention text',
  'alter table subscriptions add column look text',
  'alter table channels add column unfurls integer not null default 0',
  `create table muted_stories (
    channel_number integer not null references channels (id),
    story_id integer not null references stories (id),
    muted_by text not null,
    muted_at text not null,
    primary key (channel_number, story_id)
  )`,
];
