import { sql } from 'kysely';
import type { Database } from '../database.ts';
import { engineOf } from '../engine.ts';

/**
 * Clears away what was deleted: SQLite's file is written anew, so that it is in none of its pages any more; a PostgreSQL server takes the
 * dead rows out of its pages now, instead of when its autovacuum comes by.
 */
export async function compact(db: Database): Promise<void> {
  if (engineOf(db).name === 'sqlite')
    await sql`insert into article_terms (article_terms) values ('optimize')`.execute(db);
  await sql`vacuum`.execute(db);
  if (engineOf(db).name === 'sqlite') await sql`pragma wal_checkpoint(truncate)`.execute(db);
}
