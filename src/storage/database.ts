import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import type { DamageNotice } from './damage.ts';
import { migrate, migrationNames } from './migrate.ts';
import type { PostgresOptions } from './postgres/node-postgres.ts';
import type { Tables } from './schema.ts';
import { backupBeforeMigration } from './sqlite/backup-before-migration.ts';
import { createSqliteDialect } from './sqlite/node-sqlite.ts';
import { migrationsOfSqlite } from './upkeep/examine.ts';

/** The archive, on either engine; also within a transaction. */
export type Database = Kysely<Tables>;

/** Told are the copy that is made before a migration, and the share of it done, 0 to 1. */
export interface OpenDatabaseOptions {
  /** Told of the copy that was made because the archive is about to be migrated. */
  readonly onBackup?: (path: string) => void;
  /** How much of that copy is made, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** Hears of damage. */
  readonly damage?: DamageNotice | undefined;
}

/** Opens (and creates) the archive in a data directory and brings its schema up to date, after a copy of it was made. */
export async function openDatabase(dataDir: string, options: OpenDatabaseOptions = {}): Promise<Database> {
  mkdirSync(dataDir, { recursive: true });
  const path = join(dataDir, 'kurzwelle.db');
  await backupWhereMigrated(dataDir, path, options);
  return upToDate(new Kysely<Tables>({ dialect: createSqliteDialect(path, { damage: options.damage }) }));
}

async function backupWhereMigrated(
  dataDir: string,
  path: string,
  { onBackup, ...options }: OpenDatabaseOptions,
): Promise<void> {
  if (!existsSync(path)) return;
  const { pending, unknown } = await migrationsOfSqlite(path);
  const [before] = pending;
  // With all of them to come the file is new, or somebody's who stopped the very first start.
  if (before === undefined || pending.length === migrationNames.length || unknown.length > 0) return;
  const copy = await backupBeforeMigration({ dataDir, before, ...options });
  onBackup?.(copy);
}

/**
 * Opens the archive on a PostgreSQL server and brings its schema up to date; others may be doing the same. The driver is loaded only
 * here: most archives are a file.
 */
export async function openPostgresDatabase(url: string, options: PostgresOptions = {}): Promise<Database> {
  const { createPostgresDialect } = await import('./postgres/node-postgres.ts');
  return upToDate(new Kysely<Tables>({ dialect: createPostgresDialect(url, options) }));
}

/** An archive that lives as long as the process: for `--from`, tests and the demo. */
export async function openMemoryDatabase(): Promise<Database> {
  return upToDate(new Kysely<Tables>({ dialect: createSqliteDialect(':memory:') }));
}

async function upToDate(db: Database): Promise<Database> {
  try {
    await migrate(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return db;
}
