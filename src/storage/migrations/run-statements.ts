import { type Kysely, sql } from 'kysely';
import { engineOf } from '../engine-of.ts';

/** Runs the statements of a migration, written as SQLite takes them, on the engine there is. */
export async function runStatements(db: Kysely<unknown>, statements: readonly string[]): Promise<void> {
  const { ddl } = engineOf(db);
  for (const statement of statements) await sql.raw(ddl(statement)).execute(db);
}
