import { type Kysely, sql } from 'kysely';

/** What models wrote, by what it was made from; a cache that may be emptied at any time. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
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
