import type { Kysely } from 'kysely';
import { runStatements } from './run-statements.ts';

/** Quiet hours of a channel, the day on which a paused subscription goes on, and to whom one is offered for another channel. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await runStatements(db, statements);
}

const statements = [
  'alter table channels add column quiet_from text',
  'alter table channels add column quiet_until text',
  'alter table subscriptions add column paused_until text',
  'alter table subscriptions add column offered_to text',
  'alter table subscriptions add column offered_at text',
];
