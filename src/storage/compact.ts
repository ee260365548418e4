import { sql } from 'kysely';
import type { Database } from './database.ts';
import { engineOf } from './engine.ts';

/** Writes the file anew, so that what was deleted is in none of its pages any more. A server does that by itself in time. */
export async function compact(db: Database): Promise<void> {
  if (engineOf(db).name !== 'sqlite') return;
  await sql`insert into article_terms (article_terms) values ('optimize')`.execute(db);
  await sql`vacuum`.execute(db);
  await sql`pragma wal_checkpoint(truncate)`.execute(db);
}
