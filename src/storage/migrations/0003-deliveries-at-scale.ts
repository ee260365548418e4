import { type Kysely, sql } from 'kysely';
import type { Briefing } from '../../briefings/briefing.ts';
import { statementRows } from '../deliveries/statement-rows.ts';
import { runStatements } from './statements.ts';

/**
 * What thousands of channels due at one minute need: the next due instant of a subscription, the channel of a delivery, and the
 * statements of a briefing kept once for all recipients, instead of once for each.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await runStatements(db, additions);
  const { rows } = await sql<{ id: string; document: string }>`select id, document from briefings`.execute(db);
  for (const { document } of rows) {
    for (const row of statementRows(JSON.parse(document) as Briefing)) await insert(db, row);
  }
  await runStatements(db, ['drop table told']);
}

const additions = [
  "alter table subscriptions add column due_since text not null default ''",
  "alter table subscriptions add column planned_until text not null default ''",
  'alter table subscriptions add column next_due_at text',
  'alter table subscriptions add column probe_at text',
  `update subscriptions set due_since = created_at, planned_until = coalesce(
    (select max(due_at) from deliveries where subscription_id = subscriptions.id), created_at)`,
  'create index subscriptions_by_next_due on subscriptions (next_due_at)',

  'alter table deliveries add column channel_number integer not null default 0',
  'alter table deliveries add column is_by_hand integer not null default 0',
  'alter table deliveries add column payload text',
  'update deliveries set channel_number = (select channel_number from subscriptions where id = subscription_id)',
  'create index deliveries_by_due on deliveries (due_at)',
  'create index deliveries_by_briefing on deliveries (briefing_id)',
  'create index deliveries_by_sent on deliveries (subscription_id, sent_at)',

  `create table briefing_statements (
    briefing_id text not null, story_id integer not null, article_id text not null, revision integer not null, sentence integer not null,
    text text not null, primary key (briefing_id, story_id, article_id, revision, sentence))`,
  'create index briefing_statements_by_article on briefing_statements (article_id)',
];

async function insert(db: Kysely<unknown>, row: ReturnType<typeof statementRows>[number]): Promise<void> {
  await sql`insert into briefing_statements (briefing_id, story_id, article_id, revision, sentence, text)
    values (${row.briefing_id}, ${row.story_id}, ${row.article_id}, ${row.revision}, ${row.sentence}, ${row.text})
    on conflict do nothing`.execute(db);
}
