import type { Kysely } from 'kysely';
import { runStatements } from './run-statements.ts';

/** Who is logged in on the local page. Of tokens and passwords only digests are kept. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await runStatements(db, [
    `create table page_sessions (
      token_digest text primary key, user_name text not null, password_digest text not null, expires_at text not null)`,
    'create index page_sessions_by_end on page_sessions (expires_at)',
  ]);
}
