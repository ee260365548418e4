import type { Kysely } from 'kysely';
import { runStatements } from './run-statements.ts';

/** Articles that were taken back, whole or a line of them, and when that changed last. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await runStatements(db, [
    'alter table articles add column recalled_at text',
    'alter table articles add column is_withdrawn integer not null default 0',
    'create index articles_by_recall on articles (recalled_at) where recalled_at is not null',
  ]);
}
