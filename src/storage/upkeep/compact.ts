import { sql } from 'kysely';
import type { Database } from '../database.ts';
import { engineOf } from '../engine.ts';

/**
 * Erases deleted data: rewrites SQLite's file, so that no page contains it any more; on PostgreSQL, vacuums dead rows now instead of waiting
 * for autovacuum.
 */
export async function compact(db: Database): Promise<void> {
  if (engineOf(db).name === 'sqlite')
    await sql`insert into article_terms (article_terms) values ('optimize')`.execute(db);
  await sql`vacuum`.execute(db);
  if (engineOf(db).name === 'sqlite') await sql`pragma wal_checkpoint(truncate)`.execute(db);
}
