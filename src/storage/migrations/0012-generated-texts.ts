import type { Kysely } from 'kysely';
import { runStatements } from './run-statements.ts';

/** What models wrote, by what it was made from; a cache that may be emptied at any time. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await runStatements(db, statements);
}

const statements = [
  `create table generated_texts (
    cache_key text primary key,
    model text not null,
    document text not null,
    created_at text not null
  )`,
  'create index generated_texts_created_at on generated_texts (created_at)',
];
