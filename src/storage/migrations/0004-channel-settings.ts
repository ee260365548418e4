import { type Kysely, sql } from 'kysely';

/** Quiet hours of a channel, the day on which a paused subscription goes on, and to whom one is offered for another channel. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  'alter table channels add column quiet_from text',
  'alter table channels add column quiet_until text',
  'alter table subscriptions add column paused_until text',
  'alter table subscriptions add column offered_to text',
  'alter table subscriptions add column offered_at text',
];
