import { type Kysely, sql } from 'kysely';
import { runStatements } from './statements.ts';

/**
 * By which version of our reading an article was divided into sentences and indexed. All that is there is of the first, and is read again in the
 * background. Document frequencies of languages whose words are cut now count other terms; without them they are counted again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await runStatements(db, statements);
  const { rows } = await sql<{ name: string; document: string }>`select name, document from story_backgrounds`.execute(
    db,
  );
  for (const { name, document } of rows) {
    const counted = Object.entries(JSON.parse(document) as Readonly<Record<string, unknown>>);
    const kept = JSON.stringify(Object.fromEntries(counted.filter(([language]) => stemmed.has(language))));
    await sql`update story_backgrounds set document = ${kept} where name = ${name}`.execute(db);
  }
}

const statements = [
  'alter table articles add column reading integer not null default 1',
  'create index articles_by_reading on articles (reading, number)',
];

const stemmed = new Set(['ar', 'de', 'en', 'es', 'fr', 'it', 'pt', 'ro', 'ru', 'tr']);
