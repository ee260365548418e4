import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import { migrate } from './migrate.ts';
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

/** An archive that lives as long as the process: for `--from`, tests and the demo. */
export async function openMemoryDatabase(): Promise<Database> {
  const db = new Kysely<Tables>({ dialect: createSqliteDialect(':memory:') });
  await migrate(db);
  return db;
}
