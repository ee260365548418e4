import type { Kysely } from 'kysely';
import { runStatements } from './run-statements.ts';

/** Which processes work on this database, and what was true of the service when one last looked. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await runStatements(db, statements);
}

const statements = [
  'create table instances (id text primary key, roles text not null, started_at text not null, seen_at text not null)',
  'create table service_facts (name text primary key, value text not null)',
];
