import type { Kysely } from 'kysely';
import { runStatements } from './run-statements.ts';

/** Lines that readers reported, each once for a channel and kind; who it was is not kept. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await runStatements(db, [
    `create table line_reports (
      statement text not null,
      kind text not null,
      platform text not null,
      workspace_id text not null,
      channel_id text not null,
      line text not null,
      url text not null,
      reported_at text not null,
      primary key (statement, kind, platform, workspace_id, channel_id)
    )`,
    'create index line_reports_by_time on line_reports (reported_at)',
  ]);
}
