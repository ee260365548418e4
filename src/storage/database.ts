import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import { migrate } from './migrate.ts';
import { createPostgresDialect, type PostgresOptions } from './postgres/node-postgres.ts';
import type { Tables } from './schema.ts';
import { createSqliteDialect } from './sqlite/node-sqlite.ts';

export type Database = Kysely<Tables>;

/** Opens (and creates) the archive in a data directory and brings its schema up to date. */
export async function openDatabase(dataDir: string): Promise<Database> {
  mkdirSync(dataDir, { recursive: true });
  const db = new Kysely<Tables>({ dialect: createSqliteDialect(join(dataDir, 'kurzwelle.db')) });
  await migrate(db);
  return db;
}

/** Opens the archive on a PostgreSQL server and brings its schema up to date; others may be doing the same. */
export async function openPostgresDatabase(url: string, options: PostgresOptions = {}): Promise<Database> {
  const db = new Kysely<Tables>({ dialect: createPostgresDialect(url, options) });
  try {
    await migrate(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return db;
}

/** An archive that lives as long as the process: for `--from`, tests and the demo. */
export async function openMemoryDatabase(): Promise<Database> {
  const db = new Kysely<Tables>({ dialect: createSqliteDialect(':memory:') });
  await migrate(db);
  return db;
}
